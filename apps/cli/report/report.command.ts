import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { ReportConfirmDraftCommand } from './report-confirm-draft.command.js';
import { ReportExportCommand } from './report-export.command.js';
import { ReportHistoryCommand } from './report-history.command.js';
import { ReportIssueCommand } from './report-issue.command.js';
import { ReportLintCommand } from './report-lint.command.js';
import { ReportOverrideCommand } from './report-override.command.js';
import { ReportSetTitleCommand } from './report-set-title.command.js';
import { ReportShowCommand } from './report-show.command.js';
import { ReportSignCommand } from './report-sign.command.js';
import { ReportWithdrawOverrideCommand } from './report-withdraw-override.command.js';
import { ReportWriteSectionCommand } from './report-write-section.command.js';

/** `gongkai report`. */
@Command({
  name: 'report',
  description:
    '年度报告：lint、show、history、write-section、confirm-draft、override、withdraw-override、set-title、sign、issue、export',
  subCommands: [
    ReportLintCommand,
    ReportShowCommand,
    ReportHistoryCommand,
    ReportWriteSectionCommand,
    ReportConfirmDraftCommand,
    ReportOverrideCommand,
    ReportWithdrawOverrideCommand,
    ReportSetTitleCommand,
    ReportSignCommand,
    ReportIssueCommand,
    ReportExportCommand,
  ],
})
export class ReportCommand extends CommandGroup {}

import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { YearAcceptDriftCommand } from './year-accept-drift.command.js';
import { YearAuditCommand } from './year-audit.command.js';
import { YearCellCommand } from './year-cell.command.js';
import { YearCloseCommand } from './year-close.command.js';
import { YearDriftCommand } from './year-drift.command.js';
import { YearEditionsCommand } from './year-editions.command.js';
import { YearImportReportCommand } from './year-import-report.command.js';
import { YearLateCommand } from './year-late.command.js';
import { YearRestateCommand } from './year-restate.command.js';
import { YearRulesCommand } from './year-rules.command.js';
import { YearTablesCommand } from './year-tables.command.js';
import { YearVerifyCommand } from './year-verify.command.js';
import { YearWaiveCommand } from './year-waive.command.js';

/** `gongkai year`. */
@Command({
  name: 'year',
  description:
    '年度：tables、cell、late、rules、close、editions、drift、restate、accept-drift、verify、audit、import-report、waive',
  subCommands: [
    YearTablesCommand,
    YearCellCommand,
    YearLateCommand,
    YearRulesCommand,
    YearCloseCommand,
    YearEditionsCommand,
    YearDriftCommand,
    YearRestateCommand,
    YearAcceptDriftCommand,
    YearVerifyCommand,
    YearAuditCommand,
    YearImportReportCommand,
    YearWaiveCommand,
  ],
})
export class YearCommand extends CommandGroup {}

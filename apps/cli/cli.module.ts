import { Module } from '@nestjs/common';
import { InjectCommander } from 'nest-commander';
import { SOFTWARE_VERSION } from '#office';
import { AgencyCommand } from './agency/agency.command.js';
import { CalendarCommand } from './calendar/calendar.command.js';
import { CaseCommand } from './case/case.command.js';
import { EvidenceCommand } from './evidence/evidence.command.js';
import { ExampleCommand } from './example/example.command.js';
import { ImportCommand } from './import/import.command.js';
import { LogCommand } from './log/log.command.js';
import { PersonCommand } from './person/person.command.js';
import { PlayCommand } from './play/play.command.js';
import { ProjectionCommand } from './projection/projection.command.js';
import { ReportCommand } from './report/report.command.js';
import { ServeCommand } from './serve/serve.command.js';
import type { Commander } from './shell/help.js';
import { prepareCommand } from './shell/prepare-command.js';
import { TokenCommand } from './token/token.command.js';
import { VaultCommand } from './vault/vault.command.js';
import { WorklistCommand } from './worklist/worklist.command.js';
import { YearEndCommand } from './year-end/year-end.command.js';
import { YearCommand } from './year/year.command.js';

/** Every command of `gongkai`, in the order of the help. */
@Module({
  providers: [
    ServeCommand,
    ExampleCommand,
    PlayCommand,
    ...ImportCommand.registerWithSubCommands(),
    ...CaseCommand.registerWithSubCommands(),
    WorklistCommand,
    ...YearCommand.registerWithSubCommands(),
    YearEndCommand,
    ...ReportCommand.registerWithSubCommands(),
    ...CalendarCommand.registerWithSubCommands(),
    ...AgencyCommand.registerWithSubCommands(),
    ...TokenCommand.registerWithSubCommands(),
    ...ProjectionCommand.registerWithSubCommands(),
    ...LogCommand.registerWithSubCommands(),
    ...EvidenceCommand.registerWithSubCommands(),
    ...PersonCommand.registerWithSubCommands(),
    ...VaultCommand.registerWithSubCommands(),
  ],
})
export class CliModule {
  constructor(@InjectCommander() program: Commander) {
    prepareCommand(program);
    program
      .name('gongkai')
      .description('政府信息依申请公开办件系统')
      .version(SOFTWARE_VERSION, '-V, --version', '显示版本');
  }
}

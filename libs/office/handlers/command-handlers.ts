import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  CloseYear,
  PublishCalendar,
  RecordAgencyCommand,
  RecordCaseStep,
  RecordRegisterCommand,
  WaiveRule,
  type CalendarPublished,
  type CaseRecorded,
  type YearClosed,
} from '../commands.js';
import { Office } from '../office.js';
import type { Recorded } from '../request.js';
import { CloseYearOfAllHandler } from '../year-end/year-end-handlers.js';
import { PROOF_COMMAND_HANDLERS } from './proof-handlers.js';
import { REPORT_COMMAND_HANDLERS } from './report-handlers.js';
import { ImportReportHandler } from './scope-handlers.js';

/** Records a step of a case. */
@CommandHandler(RecordCaseStep)
export class RecordCaseStepHandler implements ICommandHandler<RecordCaseStep> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute(command: RecordCaseStep): Promise<CaseRecorded> {
    return this.office.cases.record(command);
  }
}

/** Records a command to an agency. */
@CommandHandler(RecordAgencyCommand)
export class RecordAgencyCommandHandler implements ICommandHandler<RecordAgencyCommand> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute(command: RecordAgencyCommand): Promise<Recorded> {
    return this.office.agencies.record(command);
  }
}

/** Records an entry of a register. */
@CommandHandler(RecordRegisterCommand)
export class RecordRegisterCommandHandler implements ICommandHandler<RecordRegisterCommand> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute(command: RecordRegisterCommand): Promise<Recorded> {
    return this.office.register.record(command);
  }
}

/** Records the waiver of a rule. */
@CommandHandler(WaiveRule)
export class WaiveRuleHandler implements ICommandHandler<WaiveRule> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, body, request }: WaiveRule): Promise<Recorded> {
    return this.office.books.waive(agency, year, body, request);
  }
}

/** Closes the books of a year. */
@CommandHandler(CloseYear)
export class CloseYearHandler implements ICommandHandler<CloseYear> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, body, request }: CloseYear): Promise<YearClosed> {
    return this.office.closer.close(agency, year, body, request);
  }
}

/** How many moved cases the answer to a publication lists; the rest is read page by page. */
const MOVES_ANSWERED = 200;

/** Takes in a calendar version. */
@CommandHandler(PublishCalendar)
export class PublishCalendarHandler implements ICommandHandler<PublishCalendar> {
  constructor(@Inject(Office) private readonly office: Office) {}

  async execute({ body, request }: PublishCalendar): Promise<CalendarPublished> {
    const recorded = await this.office.calendarDesk.publish(body, request);
    const page = { limit: MOVES_ANSWERED };
    return { ...recorded, impact: await this.office.impacts.ofRecorded(recorded.version, request.principal, page) };
  }
}

/** All command handlers; exactly one per command. */
export const COMMAND_HANDLERS = [
  ...PROOF_COMMAND_HANDLERS,
  ...REPORT_COMMAND_HANDLERS,
  RecordCaseStepHandler,
  RecordAgencyCommandHandler,
  RecordRegisterCommandHandler,
  WaiveRuleHandler,
  CloseYearHandler,
  PublishCalendarHandler,
  CloseYearOfAllHandler,
  ImportReportHandler,
];

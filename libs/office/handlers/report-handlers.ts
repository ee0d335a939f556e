import { Inject } from '@nestjs/common';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler, type QueryResult } from '@nestjs/cqrs';
import { Office } from '../office.js';
import { assertScope } from '../principal.js';
import { narrativeView } from '../reading/narrative-view.js';
import { GetAnnualReport, GetNarrative, RecordReportCommand, type ReportRecorded } from '../report-queries.js';

/** Records what is written into a report. */
@CommandHandler(RecordReportCommand)
export class RecordReportCommandHandler implements ICommandHandler<RecordReportCommand> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute(command: RecordReportCommand): Promise<ReportRecorded> {
    return this.office.reports.record(command);
  }
}

/** Puts a report together. */
@QueryHandler(GetAnnualReport)
export class GetAnnualReportHandler implements IQueryHandler<GetAnnualReport> {
  constructor(@Inject(Office) private readonly office: Office) {}

  async execute({ agency, year, version, principal, scope }: GetAnnualReport): Promise<QueryResult<GetAnnualReport>> {
    assertScope(principal, agency);
    return this.office.reportContents.report({ agency, year }, version, scope);
  }
}

/** Reads the words of a report. */
@QueryHandler(GetNarrative)
export class GetNarrativeHandler implements IQueryHandler<GetNarrative> {
  constructor(@Inject(Office) private readonly office: Office) {}

  async execute({ agency, year, principal }: GetNarrative): Promise<QueryResult<GetNarrative>> {
    assertScope(principal, agency);
    const content = await this.office.reportContents.of({ agency, year });
    const { narrative, revision } = await this.office.narratives.narrativeOf({ agency, year });
    return narrativeView({ ...content, narrative }, revision);
  }
}

/** What reads reports. */
export const REPORT_QUERY_HANDLERS = [GetAnnualReportHandler, GetNarrativeHandler];

/** What records in them. */
export const REPORT_COMMAND_HANDLERS = [RecordReportCommandHandler];

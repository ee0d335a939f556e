import { Controller, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '#kernel';
import { GetAnnualReport } from '#office';
import { REPORT_FORMATS, REPORT_MEDIA_TYPES, writeReportFile, type ReportFormat } from '#report-files';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { defineRoute } from '../routing/define-route.js';
import { PathParam, QueryParams } from '../routing/params.js';
import { DownloadRoute } from '../routing/route.js';
import { reportQuery, type ReportQuery } from './report-query.js';

/** The annual report as files, one route for each format. */
@ApiTags('年度报告')
@Controller('agencies/:agency/years/:year/report/files')
export class ReportFilesController {
  constructor(private readonly queries: QueryBus) {}

  /** Writes the report in one format. */
  async file(agency: string, year: number, { issue, scope }: ReportQuery, format: ReportFormat, principal: Principal) {
    const report = await this.queries.execute(new GetAnnualReport(agency, year, issue ?? null, principal, scope));
    const { name, mediaType, bytes } = await writeReportFile(report, format);
    return new StreamableFile(bytes, { type: mediaType, disposition: `attachment; filename="${name}"` });
  }
}

const WHAT: Readonly<Record<ReportFormat, string>> = {
  json: 'JSON，格式见 docs/formats/annual-report.schema.json',
  html: 'HTML，一个文件，可按 A4 打印',
  docx: 'DOCX，可用 Word、WPS 编辑',
  xlsx: 'XLSX，每表一张工作表',
  pdf: 'PDF，A4，内嵌中文字体',
  csv: 'CSV 长表，每个数字一行',
};

for (const format of REPORT_FORMATS) {
  defineRoute(
    ReportFilesController,
    format,
    async function (
      this: ReportFilesController,
      agency: string,
      year: number,
      query: ReportQuery,
      principal: Principal,
    ) {
      return this.file(agency, year, query, format, principal);
    },
    DownloadRoute({
      path: format,
      under: ':agency/:year',
      id: `getReport${format.charAt(0).toUpperCase()}${format.slice(1)}`,
      summary: `年度报告文件：${WHAT[format]}`,
      description: '同一定稿每次得到相同的字节；草稿逐页标明',
      query: reportQuery,
      mediaType: REPORT_MEDIA_TYPES[format],
    }),
    [PathParam('agency'), PathParam('year'), QueryParams(reportQuery), CurrentPrincipal()],
  );
}

import { Controller, Req, type OnModuleDestroy } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { lintDocument, lintReports, ReportReader } from '#report-files';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { lintAnswer } from '../answers/lint-view.js';
import { REPORT_MEDIA_TYPES, reportBytes } from '../http/report-body.js';
import { QueryParams } from '../routing/params.js';
import { UploadRoute } from '../routing/upload-route.js';

const lintQuery = z.strictObject({
  name: z.string().min(1).max(255).default('report').describe('文件名，用于答复；其后缀仅供参考'),
});

/** Reports that were published elsewhere. */
@ApiTags('年度报告')
@Controller('reports')
export class ReportsController implements OnModuleDestroy {
  readonly #reader = new ReportReader();

  @UploadRoute({
    path: 'lint',
    id: 'lintReport',
    summary: '读取一份已公布的年度报告并核对勾稽关系；不作任何记录',
    description: '文件类型按内容识别；文件上限 32 MiB。无法读取的文件答 400，读不出的单元格列在 unread',
    query: lintQuery,
    mediaTypes: REPORT_MEDIA_TYPES,
    answer: lintAnswer,
  })
  async lint(@QueryParams(lintQuery) { name }: z.output<typeof lintQuery>, @Req() request: FastifyRequest) {
    const file = await this.#reader.read({ name, bytes: await reportBytes(request) });
    return lintReports([file]).map(lintDocument)[0];
  }

  async onModuleDestroy(): Promise<void> {
    await this.#reader.close();
  }
}

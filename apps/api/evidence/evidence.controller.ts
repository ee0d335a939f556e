import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '#kernel';
import { assembleCaseEvidence, assembleYearEvidence, Office } from '#office';
import type { z } from 'zod';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { PathParam, QueryParams } from '../routing/params.js';
import { DownloadRoute } from '../routing/route.js';
import { BUNDLE_TYPE, fileOf } from './bundle-file.js';
import { caseEvidenceQuery, yearEvidenceQuery } from './evidence-query.js';

const FORMAT = '格式见 docs/formats/evidence-bundle.md；可用独立脚本核验，不依赖本系统';

/** Evidence that others verify without this program. */
@ApiTags('复核')
@Controller()
export class EvidenceController {
  constructor(@Inject(Office) private readonly office: Office) {}

  @DownloadRoute({
    path: 'cases/:caseId/evidence',
    id: 'getCaseEvidence',
    summary: '一个案件的证据包',
    description: FORMAT,
    query: caseEvidenceQuery,
    mediaType: BUNDLE_TYPE,
  })
  async ofCase(
    @PathParam('caseId') caseId: string,
    @QueryParams(caseEvidenceQuery) { knownAt: position }: z.output<typeof caseEvidenceQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    const options = { principal, ...(position !== undefined && { position }) };
    return fileOf(await assembleCaseEvidence(this.office, caseId, options));
  }

  @DownloadRoute({
    path: 'agencies/:agency/years/:year/evidence',
    id: 'getYearEvidence',
    summary: '一个年度所公布版次的证据包',
    description: FORMAT,
    query: yearEvidenceQuery,
    mediaType: BUNDLE_TYPE,
  })
  async ofYear(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(yearEvidenceQuery) { edition }: z.output<typeof yearEvidenceQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    const options = { principal, ...(edition !== undefined && { edition }) };
    return fileOf(await assembleYearEvidence(this.office, agency, year, options));
  }
}

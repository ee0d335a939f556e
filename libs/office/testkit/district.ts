import type { Instant, LocalDate } from '#kernel';
import type { TableScope } from '#agency';
import type { Office } from '../office.js';
import { openOffice } from '../open-office.js';
import type { Principal } from '../principal.js';
import type { ReportRecorded } from '../report-queries.js';
import type { Recorded } from '../request.js';
import type { ReportVersion } from '../reports/report-contents.js';
import { figureOfKey } from '../years/figure-address.js';
import type { KnownAt } from '../years/known-at.js';
import { LATE, request, somebody } from './busy-office.js';
import { RESTATEMENT } from './town.js';

/** A district with two bureaus and two towns; nothing is recorded in them yet. */
export class District {
  #deeds = 0;

  private constructor(readonly office: Office) {}

  static async open(): Promise<District> {
    const district = new District(await openOffice({ dataDir: null }));
    const bodies = [
      ['district', 'district', null],
      ['bureau-a', 'district-dept', 'district'],
      ['bureau-b', 'district-dept', 'district'],
      ['town-1', 'town', 'district'],
      ['town-2', 'town', 'district'],
    ] as const;
    for (const [agency, level, parentId] of bodies) await district.found(agency, level, parentId);
    return district;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.office.close();
  }

  found(agency: string, level: string, parentId: string | null, on = '2010-01-01'): Promise<Recorded> {
    return this.agency('found-agency', agency, { on, name: `${agency}机关`, level, parentId });
  }

  agency(name: string, agency: string, body: object, now?: Instant): Promise<Recorded> {
    return this.office.agencies.record({ name, agency, body, request: this.request('operator', now) });
  }

  /** An application that is withdrawn on a day, or stays open. */
  async receive(agency: string, caseId: string, on: LocalDate, withdrawn: LocalDate | null = null, now?: Instant) {
    const step = (name: 'receive-application' | 'withdraw-application', body: object) =>
      this.office.cases.record({ step: name, caseId, agency, body, request: this.request('handler', now) });
    const kind = { channel: 'in-person', applicantRef: 'p-1', applicantKind: 'natural-person' };
    await step('receive-application', { on, ...kind });
    if (withdrawn === null) return;
    await step('withdraw-application', { on: withdrawn, written: true, identityChecked: true });
  }

  enter(agency: string, name: string, body: object): Promise<Recorded> {
    return this.office.register.record({ name, agency, year: null, body, request: this.request('handler') });
  }

  /** States for each of the bodies how many documents are in force when a year begins. */
  async openRegisters(year: number, count: number, ...agencies: readonly string[]): Promise<void> {
    for (const agency of agencies) {
      for (const kind of ['regulations', 'normativeDocuments']) {
        await this.enter(agency, 'record-documents', { on: `${year}-01-01`, kind, movement: 'opening', count });
      }
    }
  }

  close(agency: string, year: number) {
    return this.office.closer.close(agency, year, {}, this.request('operator'));
  }

  restate(agency: string, year: number) {
    return this.office.restater.restate(agency, year, { ...RESTATEMENT, on: '2035-01-01' }, this.request('head'));
  }

  import(agency: string, year: number, report: object, more: object = {}, by: Principal = somebody('operator')) {
    const source = { file: `${agency}.json`, sha256: 'a'.repeat(64), title: '年度报告' };
    const body = {
      on: `${year + 1}-02-01`,
      source,
      report: { format: '2021', year, table2: null, table3: null, table4: null, ...report },
      ...more,
    };
    return this.office.scopes.importer.import(agency, year, body, request(by, `import-${this.#deeds++}`));
  }

  /** Writes into the words of the report of the district, or issues one. */
  write(name: string, body: object, year = 2023): Promise<ReportRecorded> {
    return this.office.reports.record({
      name,
      agency: 'district',
      year,
      body: { on: '2035-01-01', ...body },
      request: this.request('head'),
    });
  }

  report(version: ReportVersion = null, scope: TableScope = 'region', year = 2023) {
    return this.office.reportContents.report({ agency: 'district', year }, version, scope);
  }

  tables(year: number, scope: TableScope = 'region', agency = 'district', known: KnownAt | null = null) {
    return this.office.scopes.years.year({ agency, year, scope, form: null }, known, somebody('auditor'), LATE);
  }

  rules(year: number, scope: TableScope = 'region', agency = 'district') {
    return this.office.scopes.rules.judged({ agency, year, scope, form: null }, somebody('auditor'));
  }

  audit(year: number, agency = 'district', by: Principal = somebody('auditor')) {
    return this.office.scopes.auditor.audit({ agency, year, scope: 'region', form: null }, by);
  }

  cell(year: number, key: string, page: { cursor?: string; limit?: number } = {}, by: Principal = somebody('auditor')) {
    const figure = figureOfKey(key, '2021');
    if (figure === null) throw new TypeError(`no such figure: ${key}`);
    const of = { agency: 'district', year, scope: 'region', form: null } as const;
    return this.office.scopes.cells.cell(of, figure, by, { limit: 100, ...page });
  }

  request(role: Principal['role'], now: Instant = LATE) {
    return request(somebody(role), `deed-${this.#deeds++}`, now);
  }
}

/** Figures of a published report in the 2021 form: a number of applications received and granted, nothing else. */
export function publishedReport(granted: number, inForce = 0): object {
  const zero = [0, 0, 0, 0, 0, 0, 0];
  const rows = ['new', 'granted', 'resolvedTotal'].map((row) => [row, [granted, 0, 0, 0, 0, 0, granted]]);
  const others = [
    'carriedIn',
    'partial',
    ...['stateSecret', 'otherLaw', 'threeSecuritiesOneStability', 'thirdPartyRights'].map((row) => `refused.${row}`),
    ...['internalAffairs', 'processInformation', 'enforcementFile', 'administrativeQuery'].map(
      (row) => `refused.${row}`,
    ),
    ...['notHeld', 'needsCreation', 'stillUnclear'].map((row) => `unable.${row}`),
    ...['petition', 'duplicate', 'publication', 'excessive', 'confirmOrReissue'].map((row) => `notProcessed.${row}`),
    ...['overdueCorrection', 'overdueFee', 'other'].map((row) => `other.${row}`),
    'carriedOut',
  ].map((row) => [row, zero]);
  const block = [0, 0, 0, 0, 0];
  return {
    table2: {
      regulations: { made: 0, repealed: 0, inForce: 0 },
      normativeDocuments: { made: 0, repealed: 0, inForce },
      licensing: { decisions: 0 },
      penalty: { decisions: 0 },
      coercion: { decisions: 0 },
      fees: { amount10k: 0.5 },
    },
    table3: Object.fromEntries([...rows, ...others]),
    table4: { review: block, suitDirect: block, suitAfterReview: block },
  };
}

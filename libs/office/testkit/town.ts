import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant, LocalDate } from '#kernel';
import type { CaseRecorded, YearClosed, YearRestated } from '../commands.js';
import type { Office } from '../office.js';
import { openOffice } from '../open-office.js';
import type { Recorded } from '../request.js';
import { foundAgencies, LATE, request, somebody } from './busy-office.js';

/** A restatement, but for what a test has to say about it. */
export const RESTATEMENT = {
  on: '2034-06-01',
  reason: 'late-fact',
  explanation: '事后得知',
  approvedBy: 'mayor-1',
} as const;

/** An acceptance, but for what a test has to say about it. */
export const ACCEPTANCE = { on: '2034-06-01', reason: '差额甚小', approvedBy: 'mayor-1' } as const;

/** An office over real files with one agency `town`, and the deeds of its people in few words. */
export class Town {
  #deeds = 0;

  private constructor(
    private readonly dataDir: string,
    private opened: Office,
  ) {}

  static async open(): Promise<Town> {
    const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-town-'));
    const town = new Town(dataDir, await openOffice({ dataDir }));
    await foundAgencies(town.office, ['town']);
    return town;
  }

  get office(): Office {
    return this.opened;
  }

  /** The process ends and another one opens the same files. */
  async reopen(): Promise<void> {
    await this.opened.close();
    this.opened = await openOffice({ dataDir: this.dataDir });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.opened.close();
    rmSync(this.dataDir, { recursive: true });
  }

  /** States that no documents were in force when the year began: without it a year cannot be closed. */
  async openRegisters(...years: readonly number[]): Promise<void> {
    for (const year of years) {
      for (const kind of ['regulations', 'normativeDocuments']) {
        await this.enter('record-documents', { on: `${year}-01-01`, kind, movement: 'opening', count: 0 });
      }
    }
  }

  enter(name: string, body: object, year: number | null = null): Promise<Recorded> {
    return this.office.register.record({ name, agency: 'town', year, body, request: this.#request('handler') });
  }

  receive(caseId: string, on: LocalDate, applicantKind = 'natural-person'): Promise<CaseRecorded> {
    const body = { on, channel: 'in-person', applicantRef: 'p-1', applicantKind };
    return this.#step('receive-application', caseId, body);
  }

  withdraw(caseId: string, on: LocalDate): Promise<CaseRecorded> {
    return this.#step('withdraw-application', caseId, { on, written: true, identityChecked: true });
  }

  /** Strikes an entry, corrects fields of it, or supplies steps behind it. */
  rectify(caseId: string, revision: number, how: object | 'void'): Promise<CaseRecorded> {
    const action = how === 'void' ? { kind: 'void' } : 'kind' in how ? how : { kind: 'correct', fields: how };
    const body = { on: '2034-01-01', revision, action, reason: 'typing-error', approvedBy: 'mayor-1' };
    return this.#step('rectify-entry', caseId, body);
  }

  close(year: number): Promise<YearClosed> {
    return this.office.closer.close('town', year, {}, this.#request('operator', '2030-01-01T00:00:00.000Z'));
  }

  restate(year: number, body: object = {}, commandId = `restate-${this.#deeds++}`): Promise<YearRestated> {
    const asked = request(somebody('head'), commandId);
    return this.office.restater.restate('town', year, { ...RESTATEMENT, ...body }, asked);
  }

  accept(year: number, body: object = {}, commandId = `accept-${this.#deeds++}`): Promise<Recorded> {
    const asked = request(somebody('handler'), commandId);
    return this.office.driftAccepter.accept('town', year, { ...ACCEPTANCE, ...body }, asked);
  }

  drift(year: number, limit?: number) {
    return this.office.drift.drift('town', year, somebody('auditor'), limit);
  }

  audit(year: number) {
    return this.office.auditor.audit('town', year, somebody('auditor'));
  }

  #step(step: Parameters<Office['cases']['record']>[0]['step'], caseId: string, body: object): Promise<CaseRecorded> {
    return this.office.cases.record({ step, caseId, agency: 'town', body, request: this.#request('handler') });
  }

  #request(role: 'handler' | 'operator', now: Instant = LATE) {
    return request(somebody(role), `deed-${this.#deeds++}`, now);
  }
}

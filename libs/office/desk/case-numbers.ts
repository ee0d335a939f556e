import { Refused, type Position } from '#kernel';
import { currentCase } from '#casework';
import type { EventStore } from '#event-store';
import type { Recorded } from '../request.js';
import { caseStream } from '../streams.js';
import type { OfficeViews } from '../views/office-views.js';
import type { StreamDesk } from './stream-desk.js';

/** A number and the case that is to bear it. */
export interface Numbering {
  readonly agency: string;
  readonly caseNumber: string;
  readonly caseId: string;
}

/** A number that several cases of an agency bear: recorded before that was refused, or by writers that did not see each other. */
export interface SharedNumber {
  readonly caseNumber: string;
  readonly caseIds: readonly string[];
}

/** Numbers given by this process that are kept before it is looked which of them the view has by now. */
const KEPT = 1_000;

/** Generous: a view is built anew after an update of the program. */
const PATIENCE_MS = 30_000;

/**
 * Which case bears which 登记号. The view tells what was recorded before this process began, its own memory what came since, and
 * the history of the case, appends on their way included, has the last word (docs/adr/0022-one-number-one-case.md).
 */
export class CaseNumbers {
  readonly #given = new Map<string, { readonly caseId: string; position: Position | null }>();
  #lookThrough = KEPT;
  #caughtUp = false;
  /** The deed that may have given a number last. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly desk: StreamDesk,
    private readonly store: EventStore,
    private readonly views: OfficeViews,
  ) {}

  /** Whether a look at a number need not wait for the view any more. */
  get areKnown(): boolean {
    return this.#caughtUp;
  }

  /** One after the other: between the look and the decision nobody else gives the number away. */
  inTurn<T>(deed: () => Promise<T>): Promise<T> {
    const done = this.#last.then(deed);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Another case of the agency that bears the number now; `null` for none. Raises what waiting for the view raises. */
  async holderOf({ agency, caseNumber, caseId }: Numbering): Promise<string | null> {
    await this.#catchUp();
    if (this.#given.size >= this.#lookThrough) this.#forgetKept();
    const rows = this.views.caseload
      .statement('SELECT case_id FROM caseload WHERE agency = ? AND case_number = ? ORDER BY case_id')
      .all(agency, caseNumber);
    const given = this.#given.get(keyOf(agency, caseNumber));
    const candidates = new Set([...rows.map((row) => String(row['case_id'])), ...(given ? [given.caseId] : [])]);
    candidates.delete(caseId);
    for (const one of candidates) {
      const state = currentCase(await this.desk.history(caseStream(one)));
      if (state?.agency === agency && state.caseNumber === caseNumber) return one;
    }
    return null;
  }

  /** Raises `case-number-taken`, naming the case that bears the number. */
  async assertFree(numbering: Numbering): Promise<void> {
    const holder = await this.holderOf(numbering);
    if (holder === null) return;
    const { caseNumber } = numbering;
    throw new Refused(
      'case-number-taken',
      `登记号 ${caseNumber} 已由本机关申请件 ${holder} 使用；同一件申请不重复登记，另一件申请请另编登记号`,
      { caseNumber, caseId: holder },
    );
  }

  /** Remembers a number until the view has it. An append that fails leaves a history that does not bear it. */
  remember({ agency, caseNumber, caseId }: Numbering, durable: Promise<Recorded>): void {
    const key = keyOf(agency, caseNumber);
    const given: { caseId: string; position: Position | null } = { caseId, position: null };
    this.#given.delete(key);
    this.#given.set(key, given);
    durable.then(
      ({ position }) => (given.position = position),
      () => this.#given.get(key) === given && this.#given.delete(key),
    );
  }

  /** Numbers that several cases of the agency bear, by number. The views must have caught up. */
  shared(agency: string): readonly SharedNumber[] {
    return this.views.caseload
      .statement(
        `SELECT case_number, json_group_array(case_id ORDER BY case_id) AS case_ids FROM caseload WHERE agency = ?
         GROUP BY case_number HAVING count(*) > 1 ORDER BY case_number`,
      )
      .all(agency)
      .map((row) => ({
        caseNumber: String(row['case_number']),
        caseIds: JSON.parse(String(row['case_ids'])) as readonly string[],
      }));
  }

  /** Once: what this process records afterwards it remembers itself, and no other one records. */
  async #catchUp(): Promise<void> {
    if (this.#caughtUp) return;
    await this.views.waitFor(await this.store.head(), { timeoutMs: PATIENCE_MS, names: ['caseload'] });
    this.#caughtUp = true;
  }

  #forgetKept(): void {
    const reached = this.views.caseload.position();
    for (const [key, { position }] of this.#given) {
      if (position === null || position > reached) break;
      this.#given.delete(key);
    }
    this.#lookThrough = this.#given.size + KEPT;
  }
}

/** No id of an agency holds a blank. */
function keyOf(agency: string, caseNumber: string): string {
  return `${agency} ${caseNumber}`;
}

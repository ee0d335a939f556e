import { isClosed, type Books, type ReportForm } from '#agency';
import type { EventStore } from '#event-store';
import { cellKey, provePartition } from '#statistics';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { CaseNumbers, SharedNumber } from '../desk/case-numbers.js';
import { assertScope, type Principal } from '../principal.js';
import type { OfficeViews } from '../views/office-views.js';
import type { CarryForwards } from './carry-forwards.js';
import { carriedFault, compareCarried, type CarriedAudit } from './carried-audit.js';
import type { DriftReader } from './drift.js';
import { explainingAdjustment, type ExplainingAdjustment } from './explaining-adjustment.js';
import { keyOf } from './figure-address.js';
import { digestOf } from './figures-of.js';
import { formOfYear } from './form-of-year.js';
import { miscount, recountedLists, type Recounted } from './recounted-lists.js';
import type { RegisterLineage } from './register-lineage.js';
import { publishedFigures } from './stored-tables.js';
import type { YearReader } from './year-reader.js';

/** Which proof failed. */
export type AuditCheck = 'partition' | 'lists' | 'carry-forward' | 'digest' | 'drift' | 'members';

/** One thing that is not as it must be, in Chinese, with the cases and cells concerned. */
export interface AuditFault {
  readonly check: AuditCheck;
  readonly message: string;
  readonly caseIds: readonly string[];
  /** Keys of cells. */
  readonly cells: readonly string[];
}

/** What the audit of a year looked at, and everything it found. */
export interface YearAudit {
  readonly agency: string;
  readonly year: number;
  readonly form: ReportForm;
  /** Position of the log that the audited figures include. */
  readonly position: string;
  /** Cases of the agency, of every year, that were placed. */
  readonly cases: number;
  /** Figures whose lists were counted again, one by one: tables 2, 3 and 4, and section 一. */
  readonly cells: number;
  /** `null` while the year is not closed. */
  readonly carryForward: CarriedAudit | null;
  /** What explains a difference between the edition and the present figures; `null` where nothing has to, or nothing does. */
  readonly adjustment: ExplainingAdjustment | null;
  /** Every edition with its digest as published and as its stored tables give it. */
  readonly editions: readonly { readonly edition: number; readonly digest: string; readonly ofTables: string }[];
  /** Numbers that several cases of the agency bear, whatever their year. A notice: every case counts once, whatever it is called. */
  readonly sharedNumbers: readonly SharedNumber[];
  /** True when there are no faults. */
  readonly sound: boolean;
  readonly faults: readonly AuditFault[];
}

/** What only a closed year can be asked. */
interface ClosedAudit {
  readonly carried: CarriedAudit;
  readonly adjustment: ExplainingAdjustment | null;
  readonly faults: readonly AuditFault[];
}

/** What the audit of a year works with. */
export interface YearAuditorParts {
  readonly store: EventStore;
  readonly views: OfficeViews;
  readonly agencies: AgencyDesk;
  readonly books: BooksDesk;
  readonly reader: YearReader;
  readonly drift: DriftReader;
  readonly carryForwards: CarryForwards;
  readonly lineage: RegisterLineage;
  readonly caseNumbers: CaseNumbers;
}

/**
 * Proves a year: its cases are a partition, every list recounts to its cell, the statements of carrying forward are the derived
 * 结转下年度, published digests are those of the stored tables, nothing drifted unnoticed. Reports every fault, hides none.
 */
export class YearAuditor {
  constructor(private readonly parts: YearAuditorParts) {}

  /** Raises `outside-scope`, `not-found`. */
  async audit(agency: string, year: number, principal: Principal): Promise<YearAudit> {
    assertScope(principal, agency);
    return this.prove(agency, year);
  }

  /** The same for whoever may know about all members of a scope; raises `not-found`. */
  async prove(agency: string, year: number): Promise<YearAudit> {
    const state = await this.parts.agencies.agencyOf(agency);
    const { books } = await this.parts.books.booksOf(agency, year);
    await this.parts.views.waitFor(await this.parts.store.head(), { timeoutMs: 10_000 });
    const form = formOfYear(state, books);
    const { figures, position } = this.parts.reader.read({ agency, year, form });
    const counts = [...this.parts.reader.counts(agency)].map(({ count }) => count);
    const recounted = recountedLists(counts, await this.parts.lineage.registers(agency, year), figures);
    const proof = provePartition(counts, figures, year, form);
    const editions = books.editions.map((one) => ({
      edition: one.edition,
      digest: one.digest,
      ofTables: digestOf(publishedFigures(one)),
    }));
    const closed = isClosed(books) ? await this.#closed(books) : null;
    const faults: readonly AuditFault[] = [
      ...proof.faults.map(({ message, caseIds, cells }) => ({
        check: 'partition' as const,
        message,
        caseIds,
        cells: cells.map(cellKey),
      })),
      ...recounted.flatMap((one) => miscounted(one, form)),
      ...editions.filter(({ digest, ofTables }) => digest !== ofTables).map(wrongDigest),
      ...(closed?.faults ?? []),
    ];
    return {
      agency,
      year,
      form,
      position,
      cases: proof.cases,
      cells: recounted.length,
      carryForward: closed?.carried ?? null,
      adjustment: closed?.adjustment ?? null,
      editions,
      sharedNumbers: this.parts.caseNumbers.shared(agency),
      sound: faults.length === 0,
      faults,
    };
  }

  async #closed(books: Books): Promise<ClosedAudit> {
    const { agency, year } = books;
    const comparison = await this.parts.drift.compare(books);
    const { differences, published } = comparison;
    const adjustment = explainingAdjustment(comparison);
    const drifted = differences.length > 0 && adjustment === null;
    const moves = await this.parts.drift.moves(comparison);
    const causes = moves.flatMap((one) => (one.kind === 'case' ? [one.caseId] : []));
    const carried = compareCarried(
      this.parts.carryForwards.statedFor(agency, year),
      this.parts.reader.openAtEndOf(agency, year),
      new Set(causes),
      adjustment === null ? 'drift' : 'adjustment',
    );
    const drift: AuditFault = {
      check: 'drift',
      message: `现有数字与已公布的第 ${published.edition} 版不同，尚未重述，也未认可为调整`,
      caseIds: causes,
      cells: differences.map(({ cell }) => cell),
    };
    return { carried, adjustment, faults: [...(drifted ? [drift] : []), ...carriedFault(carried)] };
  }
}

function miscounted(list: Recounted, form: ReportForm): readonly AuditFault[] {
  const message = miscount(list, form);
  return message === null ? [] : [{ check: 'lists', message, caseIds: [], cells: [keyOf(list.figure)] }];
}

function wrongDigest({ edition, digest, ofTables }: YearAudit['editions'][number]): AuditFault {
  return {
    check: 'digest',
    message: `第 ${edition} 版所载摘要 ${digest} 与其各表的摘要 ${ofTables} 不符`,
    caseIds: [],
    cells: [],
  };
}

import type { Position } from '#kernel';
import type { AgencyState, Books, Register } from '#agency';
import type { YearFigures } from '#statistics';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { OfficeViews } from '../views/office-views.js';
import type { YearOf } from '../years/figures-of.js';
import type { RegisterLineage } from '../years/register-lineage.js';
import type { YearReader } from '../years/year-reader.js';

/** What the tables of a scope are read from: as everything stands now, or as it was known earlier. */
export interface ScopeSource {
  agencies(): Promise<ReadonlyMap<string, AgencyState>>;
  books(agency: string, year: number): Promise<Books>;
  figures(of: YearOf): Promise<YearFigures>;
  /** The registers of the agency up to the year, as of `upTo` where it is given. */
  registers(agency: string, year: number, upTo?: Position): Promise<readonly Register[]>;
  /** Position of the log that is included; `null` where an instant says what is. */
  position(): Position | null;
}

/** Everything as it stands now. The views must have caught up. */
export class PresentSource implements ScopeSource {
  constructor(
    private readonly views: OfficeViews,
    private readonly desks: { readonly agencies: AgencyDesk; readonly books: BooksDesk },
    private readonly reader: YearReader,
    private readonly lineage: RegisterLineage,
  ) {}

  agencies(): Promise<ReadonlyMap<string, AgencyState>> {
    return this.desks.agencies.all();
  }

  async books(agency: string, year: number): Promise<Books> {
    return (await this.desks.books.booksOf(agency, year)).books;
  }

  async figures(of: YearOf): Promise<YearFigures> {
    return this.reader.read(of).figures;
  }

  async registers(agency: string, year: number, upTo?: Position): Promise<readonly Register[]> {
    return (await this.lineage.registers(agency, year, upTo)).registers;
  }

  position(): Position {
    return this.views.statistics.position();
  }
}

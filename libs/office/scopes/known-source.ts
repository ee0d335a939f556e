import type { Position, RecordedEvent } from '#kernel';
import { foldAgency, foldBooks, foldRegister, type AgencyState, type Books, type Register } from '#agency';
import type { EventStore } from '#event-store';
import type { YearFigures } from '#statistics';
import type { AgencyDesk } from '../desk/agency-desk.js';
import { eventRegistry } from '../registry.js';
import { agencyStream, booksStream, registerStream } from '../streams.js';
import { caseEntry } from '../views/case-entry.js';
import type { OfficeViews } from '../views/office-views.js';
import type { YearOf } from '../years/figures-of.js';
import type { KnownAt, KnownAtReader } from '../years/known-at.js';
import { registerYears } from '../years/register-events.js';
import type { ScopeSource } from './scope-source.js';

/** Everything as it was known at an earlier place in the log or instant: agencies and their tree, books, imports, cases, registers. */
export class KnownSource implements ScopeSource {
  constructor(
    private readonly store: EventStore,
    private readonly views: OfficeViews,
    private readonly desk: AgencyDesk,
    private readonly reader: KnownAtReader,
    private readonly known: KnownAt,
  ) {}

  async agencies(): Promise<ReadonlyMap<string, AgencyState>> {
    const states = new Map<string, AgencyState>();
    for (const id of (await this.desk.all()).keys()) {
      const state = foldAgency((await this.#events(agencyStream(id))).map(caseEntry));
      if (state !== null) states.set(id, state);
    }
    return states;
  }

  async books(agency: string, year: number): Promise<Books> {
    return foldBooks({ agency, year }, (await this.#events(booksStream(agency, year))).map(caseEntry));
  }

  figures(of: YearOf): Promise<YearFigures> {
    return this.reader.read(of, this.known);
  }

  async registers(agency: string, year: number, upTo?: Position): Promise<readonly Register[]> {
    const registers: Register[] = [];
    for (const of of registerYears(this.views, agency, year)) {
      const known = await this.#events(registerStream(agency, of));
      const events = upTo === undefined ? known : known.filter(({ position }) => position <= upTo);
      if (events.length > 0) registers.push(foldRegister({ agency, year: of }, events.map(caseEntry)));
    }
    return registers;
  }

  position(): Position | null {
    return 'position' in this.known ? this.known.position : null;
  }

  async #events(stream: string): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for (;;) {
      const page = await this.store.read(stream, { from: events.length });
      if (page.length === 0) break;
      for (const event of page) events.push({ ...event, data: eventRegistry.upcast(event) });
    }
    const { known } = this;
    return events.filter(({ position, metadata }) =>
      'position' in known ? position <= known.position : metadata.now <= known.instant,
    );
  }
}

import { validate, type Json } from '#kernel';
import { acceptDrift, assertDecidable, decideAcceptance, foldBooks, noDrift, recordedCauses } from '#agency';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { StreamDesk } from '../desk/stream-desk.js';
import { assertRole, assertScope } from '../principal.js';
import type { Recorded, RequestContext } from '../request.js';
import { booksStream } from '../streams.js';
import type { DriftReader } from './drift.js';
import { withoutMoves } from './drift-causes.js';

/** Records the drift of a closed year as an adjustment: the edition stays, next year's carry-over check has its explanation. */
export class DriftAccepter {
  constructor(
    private readonly desk: StreamDesk,
    private readonly agencies: AgencyDesk,
    private readonly books: BooksDesk,
    private readonly drift: DriftReader,
  ) {}

  /**
   * Raises `role-not-allowed`, `outside-scope`, `not-found`, `invalid-input`, what `assertDecidable` raises, `no-drift`,
   * `edition-outdated` (restated meanwhile), `revision-conflict`.
   */
  async accept(agency: string, year: number, body: unknown, request: RequestContext): Promise<Recorded> {
    assertRole(request.principal, acceptDrift.roles);
    assertScope(request.principal, agency);
    const input = validate(acceptDrift.body, body);
    await this.agencies.agencyOf(agency);
    const { name, commutes } = acceptDrift;
    const command = { name, stream: booksStream(agency, year), body: body as Json, request, commutes };
    const first = await this.desk.repeated(command);
    if (first !== null) return first;

    const by = { actor: request.principal.staffId, role: request.principal.role, now: request.now };
    const { books } = await this.books.booksOf(agency, year);
    assertDecidable(books, input, by);
    const comparison = await this.drift.compare(books);
    const { published, position, digest, differences } = comparison;
    if (differences.length === 0) throw noDrift(published);
    const causes = await this.drift.causes(comparison);
    const data = {
      agency,
      year,
      ...input,
      edition: published.edition,
      position,
      digest,
      differences: [...differences],
      causes: recordedCauses(causes.map(withoutMoves)),
      causesInAll: causes.length,
    };
    return this.desk.record({
      ...command,
      decide: (history) => {
        const event = decideAcceptance(foldBooks({ agency, year }, history), data, by);
        return { type: event.type, data: event.data, agency, on: data.on };
      },
    });
  }
}

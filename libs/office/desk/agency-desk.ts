import { NotFound, type Json } from '#kernel';
import type { EventStore } from '#event-store';
import { agencyCommands, commandOfName, decideAgency, foldAgency, foundAgency, type AgencyState } from '#agency';
import { assertRole, assertScope } from '../principal.js';
import type { Recorded, RequestContext } from '../request.js';
import { agencyStream } from '../streams.js';
import type { StreamDesk } from './stream-desk.js';

const SCAN = 5_000;

/** A command to an agency as asked for. */
export interface AgencyRequest {
  readonly name: string;
  readonly agency: string;
  readonly body: unknown;
  readonly request: RequestContext;
}

/** Takes commands to agencies, and knows which agencies there are. */
export class AgencyDesk {
  /** Agencies found in the log up to `#scanned`, and those whose founding this process put on its way. */
  readonly #ids = new Set<string>();
  #scanned: string | undefined;
  /** The command decided last. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly desk: StreamDesk,
    private readonly store: EventStore,
  ) {}

  /** Raises `not-found`. */
  async agencyOf(agency: string): Promise<AgencyState> {
    return (await this.withRevision(agency)).state;
  }

  /** An agency and the revision of its stream. Raises `not-found`. */
  async withRevision(agency: string): Promise<{ readonly state: AgencyState; readonly revision: number }> {
    const history = await this.desk.history(agencyStream(agency));
    const state = foldAgency(history);
    if (state === null) throw new NotFound('机关', agency);
    return { state, revision: history.length - 1 };
  }

  /** Every agency ever founded, by id. */
  async all(): Promise<ReadonlyMap<string, AgencyState>> {
    await this.#scan();
    const states = new Map<string, AgencyState>();
    for (const id of [...this.#ids].sort()) {
      const state = foldAgency(await this.desk.history(agencyStream(id)));
      if (state !== null) states.set(id, state);
    }
    return states;
  }

  /** Records a command to an agency; answers when durable. */
  async record(asked: AgencyRequest): Promise<Recorded> {
    return (await this.submit(asked)).durable;
  }

  /**
   * Decides now, answers when durable; one after the other, since a command to one agency is decided on all the others: two moves at
   * once could make a cycle that neither sees. Raises `role-not-allowed`, `outside-scope` and what the command raises.
   */
  submit(asked: AgencyRequest): Promise<{ readonly durable: Promise<Recorded> }> {
    const submitted = this.#last.then(() => this.#submit(asked));
    this.#last = submitted.catch(() => undefined);
    return submitted;
  }

  async #submit({ name, agency, body, request }: AgencyRequest): Promise<{ readonly durable: Promise<Recorded> }> {
    const { roles, commutes } = commandOfName(agencyCommands, name);
    assertRole(request.principal, roles);
    assertScope(request.principal, agency);
    const agencies = await this.all();
    const submitted = await this.desk.submit({
      name,
      stream: agencyStream(agency),
      body: body as Json,
      request,
      commutes,
      decide: (history) => {
        const context = {
          revision: history.length,
          actor: request.principal.staffId,
          role: request.principal.role,
          now: request.now,
          agencies,
        };
        const event = decideAgency({ name, target: { agency }, body }, foldAgency(history), context);
        return { type: event.type, data: event.data, agency, on: event.data.on };
      },
    });
    if (name === foundAgency.name) this.#ids.add(agency);
    return submitted;
  }

  async #scan(): Promise<void> {
    for (;;) {
      const page = await this.store.readAll({
        ...(this.#scanned !== undefined && { after: this.#scanned }),
        max: SCAN,
        filter: { types: [foundAgency.event.type] },
      });
      for (const event of page.events) this.#ids.add(event.metadata.agency);
      this.#scanned = page.next;
      if (page.atEnd) return;
    }
  }
}

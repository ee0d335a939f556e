import { RuleBroken, yearOf, type Json, type LocalDate } from '#kernel';
import { commandOfName, decideRegister, foldRegister, registerCommands, type Register } from '#agency';
import { assertRole, assertScope } from '../principal.js';
import type { Recorded, RequestContext } from '../request.js';
import { registerStream } from '../streams.js';
import type { AgencyDesk } from './agency-desk.js';
import type { StreamDesk } from './stream-desk.js';

/** A command to a register as asked for. */
export interface RegisterRequest {
  readonly name: string;
  readonly agency: string;
  /** The year whose register is meant; `null`: the year of `body.on`. A rectification has to say it. */
  readonly year: number | null;
  readonly body: unknown;
  readonly request: RequestContext;
}

/** Takes entries of the registers of proactive disclosure. */
export class RegisterDesk {
  constructor(
    private readonly desk: StreamDesk,
    private readonly agencies: AgencyDesk,
  ) {}

  /** The register of a year, with the revision of its stream (-1 while it is empty). Raises `not-found` for an unknown agency. */
  async registerOf(agency: string, year: number): Promise<{ readonly register: Register; readonly revision: number }> {
    await this.agencies.agencyOf(agency);
    const history = await this.desk.history(registerStream(agency, year));
    return { register: foldRegister({ agency, year }, history), revision: history.length - 1 };
  }

  /** Records an entry; answers when durable. */
  async record(asked: RegisterRequest): Promise<Recorded> {
    return (await this.submit(asked)).durable;
  }

  /** Decides now, answers when durable. Raises `role-not-allowed`, `outside-scope`, `not-found` and what the command raises. */
  async submit({
    name,
    agency,
    body,
    request,
    ...asked
  }: RegisterRequest): Promise<{ readonly durable: Promise<Recorded> }> {
    const { roles, commutes } = commandOfName(registerCommands, name);
    assertRole(request.principal, roles);
    assertScope(request.principal, agency);
    const state = await this.agencies.agencyOf(agency);
    const year = asked.year ?? yearOfBody(body);
    return this.desk.submit({
      name,
      stream: registerStream(agency, year),
      body: body as Json,
      request,
      commutes,
      decide: (history) => {
        const context = {
          revision: history.length,
          actor: request.principal.staffId,
          role: request.principal.role,
          now: request.now,
          agency: state,
        };
        const event = decideRegister({ name, target: { agency, year }, body }, history, context);
        return { type: event.type, data: event.data, agency, on: event.data.on };
      },
    });
  }
}

/** The year of a body not yet validated. Raises `invalid-date` for one that names none. */
function yearOfBody(body: unknown): number {
  const on: unknown = typeof body === 'object' && body !== null && 'on' in body ? body.on : null;
  if (typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on)) return yearOf(on as LocalDate);
  throw new RuleBroken('invalid-date', 'body.on', '应为日期，格式 YYYY-MM-DD，例如 2024-03-01');
}

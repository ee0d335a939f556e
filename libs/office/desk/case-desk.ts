import {
  localDateOf,
  NotFound,
  Refused,
  RevisionConflict,
  RuleBroken,
  type Instant,
  type Json,
  type LocalDate,
} from '#kernel';
import {
  offeredSteps,
  caseSteps,
  currentCase,
  decide,
  receiveApplication,
  rectifyEntry,
  relatedCaseId,
  type Case,
  type RawEntry,
  type StepFacts,
  type StepName,
} from '#casework';
import { existsOn, policyOn, type AgencyState } from '#agency';
import type { CalendarsInForce } from '../calendars/calendars-in-force.js';
import type { CaseRecorded } from '../commands.js';
import { assertCaseInScope, assertRole, assertScope } from '../principal.js';
import type { Recorded, RequestContext } from '../request.js';
import { caseStream } from '../streams.js';
import type { AgencyDesk } from './agency-desk.js';
import type { CaseNumbers, Numbering } from './case-numbers.js';
import type { DeskCommand, StreamDesk } from './stream-desk.js';

/** A step as asked for: which, of which case, with what content. */
export interface StepRequest {
  readonly step: StepName;
  readonly caseId: string;
  /** The agency of a registration; of no meaning for other steps, which act for the agency of the case. */
  readonly agency: string | null;
  readonly body: unknown;
  readonly request: RequestContext;
}

/** Takes the steps of cases: who may, for which agency, by which calendar and policy; then decides and records. */
export class CaseDesk {
  constructor(
    private readonly desk: StreamDesk,
    private readonly agencies: AgencyDesk,
    private readonly calendars: CalendarsInForce,
    private readonly numbers: CaseNumbers,
  ) {}

  /** The case as it stands, appends on their way included. Raises `not-found`. */
  async caseOf(caseId: string): Promise<{ readonly state: Case; readonly history: readonly RawEntry[] }> {
    const history = await this.desk.history(caseStream(caseId));
    const state = currentCase(history);
    if (state === null) throw new NotFound('案件', caseId);
    return { state, history };
  }

  /** Records a step; answers when durable. Raises what `submit` raises. */
  async record(asked: StepRequest): Promise<CaseRecorded> {
    return (await this.submit(asked)).durable;
  }

  /**
   * Decides a step now and answers when it is durable. Raises `role-not-allowed`, `outside-scope` (a registration), `not-found` (also
   * for a case of an agency out of scope), `invalid-input`, the codes of the step's rules, `case-id-in-use`, `case-number-taken`, `step-not-allowed` and
   * `revision-conflict` (both with status and allowed steps).
   */
  async submit(asked: StepRequest): Promise<{ readonly durable: Promise<CaseRecorded> }> {
    const command = await this.#commandOf(asked);
    try {
      const { durable } = NUMBERING.has(asked.step)
        ? await this.#submitNumbering(asked, command)
        : await this.desk.submit(command);
      return { durable: this.#answer(asked.caseId, durable) };
    } catch (error) {
      throw await this.#withState(asked.caseId, error);
    }
  }

  /** Decides a step as {@link submit} would now, and records nothing. For whoever has several to record, or none. Raises the same. */
  async rehearse(asked: StepRequest): Promise<void> {
    const command = await this.#commandOf(asked);
    await this.#numberGiven(asked, command);
  }

  /** A step that may give the case a number, which must be free. What is part of the history already is not asked again. */
  async #submitNumbering(asked: StepRequest, command: DeskCommand): Promise<{ readonly durable: Promise<Recorded> }> {
    // Whoever has to wait for the view waits before the turn: a rectification that gives no number is not held up behind it.
    if (!this.numbers.areKnown && (await this.desk.repeated(command)) === null) await this.#numberGiven(asked, command);
    return this.numbers.inTurn(async () => {
      const first = await this.desk.repeated(command);
      if (first !== null) return { durable: Promise.resolve(first) };
      const given = await this.#numberGiven(asked, command);
      const submitted = await this.desk.submit(command);
      if (given !== null) this.numbers.remember(given, submitted.durable);
      return submitted;
    });
  }

  /** The number that a step gives its case; `null` where it leaves the number as it is. Raises what deciding raises, `case-number-taken`. */
  async #numberGiven({ caseId, request }: StepRequest, { stream, decide }: DeskCommand): Promise<Numbering | null> {
    const history = await this.desk.history(stream);
    const { type, data, agency } = decide(history);
    const { staffId: actor, role } = request.principal;
    const by = { revision: history.length, actor, role, recordedAt: request.now };
    const after = currentCase([...history, { type, data, by }]);
    if (after === null || after.caseNumber === currentCase(history)?.caseNumber) return null;
    const numbering = { agency, caseNumber: after.caseNumber, caseId };
    await this.numbers.assertFree(numbering);
    return numbering;
  }

  /** Who asks, and for which agency, is settled when this answers. */
  async #commandOf(asked: StepRequest): Promise<DeskCommand> {
    assertRole(asked.request.principal, stepFacts(asked.step).roles);
    const agency = await this.#agencyOf(asked);
    const { principal } = asked.request;
    if (asked.step === receiveApplication.name) assertScope(principal, agency.agencyId);
    else assertCaseInScope(principal, asked.caseId, agency.agencyId);
    await this.#assertIdFree(asked, agency);
    return this.#command(asked, agency, await this.#related(asked));
  }

  async #agencyOf({ step, caseId, agency }: StepRequest): Promise<AgencyState> {
    if (step === receiveApplication.name) {
      if (agency === null) throw new NotFound('机关', '');
      return this.agencies.agencyOf(agency);
    }
    return this.agencies.agencyOf((await this.caseOf(caseId)).state.agency);
  }

  /** A case id taken by another agency is refused without a word on how that case stands. Raises `case-id-in-use`. */
  async #assertIdFree({ step, caseId }: StepRequest, agency: AgencyState): Promise<void> {
    if (step !== receiveApplication.name) return;
    const state = currentCase(await this.desk.history(caseStream(caseId)));
    if (state === null || state.agency === agency.agencyId) return;
    throw new Refused('case-id-in-use', `案件编号 ${caseId} 已被使用，请换用新编号`, { caseId });
  }

  /** The other case that the body names, where the step looks at one. */
  async #related({ step, body }: StepRequest): Promise<Case | null> {
    const caseId = relatedCaseId(step, body);
    if (caseId === undefined) return null;
    return currentCase(await this.desk.history(caseStream(caseId)));
  }

  #command(asked: StepRequest, agency: AgencyState, related: Case | null): DeskCommand {
    const { step, caseId, body, request } = asked;
    const calendar = this.calendars.of(agency.jurisdiction);
    const policy = policyOn(agency, effectiveDate(body) ?? localDateOf(request.now));
    return {
      name: step,
      stream: caseStream(caseId),
      body: body as Json,
      request,
      commutes: stepFacts(step).commutes,
      decide: (history) => {
        const context = {
          calendar,
          calendarKnownAt: (at: Instant) => this.calendars.knownAt(agency.jurisdiction, at),
          commandId: request.commandId,
          actor: request.principal.staffId,
          role: request.principal.role,
          now: request.now,
          source: request.source,
          policy,
          related,
          history,
        };
        const event = decide({ step, caseId, agency: agency.agencyId, body }, currentCase(history), context);
        if (step === receiveApplication.name) assertReceiving(agency, event.data.on);
        return { type: event.type, data: event.data, agency: agency.agencyId, on: event.data.on };
      },
    };
  }

  async #answer(caseId: string, durable: Promise<Recorded>): Promise<CaseRecorded> {
    try {
      const recorded = await durable;
      const { state } = await this.caseOf(caseId);
      return { ...recorded, caseId, status: state.status, allowedSteps: offeredSteps(state) };
    } catch (error) {
      throw await this.#withState(caseId, error);
    }
  }

  /** A conflict says where the case stands now, so that the caller need not ask. */
  async #withState(caseId: string, error: unknown): Promise<unknown> {
    if (!(error instanceof RevisionConflict)) return error;
    const state = currentCase(await this.desk.history(caseStream(caseId)));
    return error.with({ status: state?.status ?? 'unregistered', allowedSteps: offeredSteps(state) });
  }
}

/** Steps after which the case may bear another number than before. */
const NUMBERING: ReadonlySet<StepName> = new Set([receiveApplication.name, rectifyEntry.name]);

const factsByName = new Map<string, StepFacts>(caseSteps.map((step) => [step.name, step]));

function stepFacts(name: StepName): StepFacts {
  const facts = factsByName.get(name);
  if (facts === undefined) throw new NotFound('办理步骤', name);
  return facts;
}

/** The effective date of a body not yet validated: it chooses the policy, whose rules then judge it. */
function effectiveDate(body: unknown): LocalDate | null {
  const on: unknown = typeof body === 'object' && body !== null && 'on' in body ? body.on : null;
  return typeof on === 'string' ? (on as LocalDate) : null;
}

/** Nobody can apply to an agency that does not exist on the day. Raises `agency-not-existing`. */
function assertReceiving(agency: AgencyState, on: LocalDate): void {
  if (existsOn(agency, on)) return;
  throw new RuleBroken('agency-not-existing', 'body.on', `机关 ${agency.agencyId} 在 ${on} 不存在`, {
    agency: agency.agencyId,
  });
}

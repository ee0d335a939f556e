import { GongkaiError, RuleBroken, type Instant, type SourcePosition } from '#kernel';
import type { WorkingDayCalendar } from '#calendar';
import { existsOn, policyOn, type AgencyState } from '#agency';
import { currentCase, decide, type RawEntry, type StepName } from '#casework';
import type { RegisterField } from '../mapping/fields.js';
import { commandIdOf } from './case-ids.js';
import type { PlannedStep } from './plan-steps.js';

/** What the rules are asked with: the same that the office asks them with when it records. */
export interface RehearsalSurroundings {
  readonly agency: AgencyState;
  readonly calendar: WorkingDayCalendar;
  readonly actor: string;
  readonly now: Instant;
}

/** A step of a row that the rules accept: the command, and the entry that it yields. */
export interface RehearsedStep {
  readonly step: StepName;
  readonly commandId: string;
  readonly body: PlannedStep['body'];
  readonly entry: RawEntry;
}

/** A refusal, and the cell to look at. */
export class StepRefused {
  constructor(
    readonly field: RegisterField,
    readonly error: GongkaiError,
  ) {}
}

/** One case on paper: takes steps by the rules of casework, records nothing. */
export class Rehearsal {
  readonly steps: RehearsedStep[] = [];

  constructor(
    private readonly caseId: string,
    private readonly source: SourcePosition,
    private readonly surroundings: RehearsalSurroundings,
  ) {}

  /** The case as the steps so far leave it. */
  get state() {
    return currentCase(this.#history());
  }

  /** Takes a step; answers with the refusal where the rules refuse it. */
  take({ step, body, field }: PlannedStep): StepRefused | null {
    const { agency, calendar, actor, now } = this.surroundings;
    const commandId = commandIdOf(this.caseId, this.source.rowSha256, step);
    const { source, caseId } = this;
    const history = this.#history();
    const context = {
      calendar,
      commandId,
      actor,
      role: 'head',
      now,
      source,
      policy: policyOn(agency, body.on),
      related: null,
      history,
    } as const;
    try {
      const event = decide({ step, caseId, agency: agency.agencyId, body }, this.state, context);
      if (step === 'receive-application') assertReceiving(agency, body.on);
      const by = { revision: history.length, actor, role: 'head', recordedAt: now, source } as const;
      this.steps.push({ step, commandId, body, entry: { ...event, by } });
      return null;
    } catch (error) {
      if (error instanceof GongkaiError) return new StepRefused(field, error);
      throw error;
    }
  }

  #history(): readonly RawEntry[] {
    return this.steps.map(({ entry }) => entry);
  }
}

function assertReceiving(agency: AgencyState, on: PlannedStep['body']['on']): void {
  if (existsOn(agency, on)) return;
  throw new RuleBroken('agency-not-existing', 'body.on', `机关 ${agency.agencyId} 在 ${on} 不存在`);
}

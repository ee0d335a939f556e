import { NotFound } from '#kernel';
import {
  offeredSteps,
  caseSteps,
  dueDate,
  explainClockInChinese,
  factsOfEntry,
  readClock,
  settledEntries,
  STATUS_LABELS,
  type ClockReading,
} from '#casework';
import type { EventStore } from '#event-store';
import type { CalendarsInForce } from '../calendars/calendars-in-force.js';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { CaseDesk } from '../desk/case-desk.js';
import { recordingOf } from '../desk/read-history.js';
import { assertCaseInScope, type Principal } from '../principal.js';
import type { CaseView, HistoryLine } from '../queries.js';
import { eventRegistry } from '../registry.js';
import { caseStream } from '../streams.js';

const stepsByName = new Map(caseSteps.map((step) => [step.name, step]));

/** Reads single cases, straight from their streams. */
export class CaseReader {
  constructor(
    private readonly store: EventStore,
    private readonly agencies: AgencyDesk,
    private readonly cases: CaseDesk,
    private readonly calendars: CalendarsInForce,
  ) {}

  /** Raises `not-found`, also for a case out of scope. */
  async case(caseId: string, principal: Principal): Promise<CaseView> {
    const { state, revision, calendar } = await this.#open(caseId, principal);
    const { due, provisional } = dueDate(state, calendar);
    return {
      case: state,
      revision,
      statusLabel: STATUS_LABELS[state.status],
      allowedSteps: offeredSteps(state).flatMap((name) => {
        const step = stepsByName.get(name);
        return step === undefined ? [] : [{ step: name, label: step.label, article: step.article }];
      }),
      due,
      provisional,
    };
  }

  /** A page of the raw history, oldest first, each entry with what later ones made of it. Raises `not-found`, also for a case out of scope. */
  async history(
    caseId: string,
    principal: Principal,
    from: number,
    max: number,
  ): Promise<{ readonly entries: readonly HistoryLine[]; readonly revision: number }> {
    const { revision, history } = await this.#open(caseId, principal);
    const page = await this.store.read(caseStream(caseId), { from, max });
    const recorded = settledEntries(history).filter(({ entry }) => entry.by.inserted === undefined);
    const settled = new Map(recorded.map((one) => [one.entry.by.revision, one]));
    const entries = page.map((event) => {
      const { label, source } = eventRegistry.get(event.type);
      const { position, type, metadata, hash } = event;
      const data = eventRegistry.upcast(event);
      return {
        revision: event.revision,
        position,
        eventId: event.id,
        type,
        label,
        source,
        data,
        facts: factsOfEntry({ type, data, by: recordingOf(event.revision, metadata) }, history),
        amendedBy: settled.get(event.revision)?.amendedBy ?? [],
        voidedBy: settled.get(event.revision)?.voidedBy ?? [],
        metadata,
        hash,
      };
    });
    return { entries, revision };
  }

  /** The clock, explained. Raises `not-found`, also for a case out of scope. */
  async clock(
    caseId: string,
    principal: Principal,
  ): Promise<{ readonly reading: ClockReading; readonly explanation: readonly string[] }> {
    const { state, calendar } = await this.#open(caseId, principal);
    const reading = readClock(state, calendar);
    return { reading, explanation: explainClockInChinese(reading) };
  }

  async #open(caseId: string, principal: Principal) {
    const { state, history } = await this.cases.caseOf(caseId);
    if (history.length === 0) throw new NotFound('案件', caseId);
    assertCaseInScope(principal, caseId, state.agency);
    await this.calendars.refresh();
    const { jurisdiction } = await this.agencies.agencyOf(state.agency);
    return { state, history, revision: history.length - 1, calendar: this.calendars.of(jurisdiction) };
  }
}

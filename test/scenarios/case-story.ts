import type { Channel, ConsultationResult, DispatchMode, RemedyResult } from '#casework';
import { addDays, type JsonObject, type LocalDate, type Role } from '#kernel';
import { at, type Line } from './line.js';
import { officeDay, workingDaysAfter } from './days.js';
import type { Office } from './office.js';

/** How an application reaches the office. */
export interface Arrival {
  readonly year: number;
  /** Running number within the year, from 1. */
  readonly number: number;
  readonly applicant: string;
  readonly channel: Channel;
  readonly on: LocalDate;
}

/**
 * The life of one application, told step by step; every method writes one or more lines. Numbers are working days after the
 * step before (0: the same day), so that a story can be read against the legal clock. Nothing here is random.
 */
export class CaseStory {
  readonly lines: Line[] = [];
  readonly caseId: string;
  #day: LocalDate;
  #last = '';
  #reconsiderations = 0;
  #suits = 0;

  constructor(
    private readonly office: Office,
    private readonly arrival: Arrival,
  ) {
    this.caseId = `${office.prefix}-${arrival.year}-${String(arrival.number).padStart(3, '0')}`;
    this.#day = arrival.on;
    this.#write('receive-application', {
      channel: arrival.channel,
      applicantRef: arrival.applicant,
      applicantKind: 'natural-person',
      caseNumber: this.document('受'),
    });
  }

  /** The day of the last step. */
  get day(): LocalDate {
    return this.#day;
  }

  /** A document number of this case: `洪公开答〔2023〕7号`. */
  document(kind: string): string {
    return `${this.office.documents}${kind}〔${this.arrival.year}〕${this.arrival.number}号`;
  }

  /** Both sides confirm the receipt of a letter, an e-mail or a web form (Art. 31). */
  confirmed(after: number): this {
    return this.#after(after).#write('confirm-receipt', {});
  }

  /** One correction notice, `days` to answer it, answered `answered` working days after the notice. */
  corrected(after: number, items: readonly string[], days: number, answered: number): this {
    this.#after(after).#write('request-correction', {
      items,
      correctBy: workingDaysAfter(this.#day, days),
      document: { number: this.document('补') },
    });
    return this.#after(answered).#write('record-correction', {});
  }

  /** A third party is asked; `null` for an opinion means silence until its 15 working days are over. */
  askedThirdParty(
    after: number,
    delivered: number,
    opinion: { after: number; result: ConsultationResult } | null,
  ): this {
    this.#after(after).#write('consult-third-party', {
      partyRef: `t-${this.caseId}`,
      consultationId: 'third-party-1',
      document: { number: this.document('征') },
    });
    return this.#consulted('third-party-1', delivered, opinion);
  }

  /** Another agency is asked for an opinion that somebody other than the handler agreed to ask for (Art. 33(3)). */
  askedAgency(after: number, agency: string, opinion: { after: number; result: ConsultationResult }): this {
    this.#after(after).#write('consult-agency', {
      consultedAgency: agency,
      basis: 'other-opinion',
      approvedBy: this.office.head,
      consultationId: 'agency-1',
      document: { number: this.document('函') },
    });
    return this.#consulted('agency-1', 1, opinion);
  }

  /** The head agrees to a longer period (Art. 33(2)). */
  extended(after: number, workingDays: number): this {
    return this.#after(after).#write('extend-deadline', {
      workingDays,
      approvedBy: this.office.head,
      document: { number: this.document('延') },
    });
  }

  /** The handler proposes a decision. */
  proposed(after: number, body: JsonObject): this {
    return this.#after(after).#write('propose-decision', body);
  }

  /** The reviewer sends the proposal back. */
  returned(after: number, reasons: readonly string[]): this {
    return this.#after(after).#write(
      'review-decision',
      { result: 'returned', returnReasons: reasons, document: { number: this.document('审') } },
      { actor: this.reviewer, role: 'reviewer' },
    );
  }

  /** The reviewer, never the proposer, approves. */
  approved(after: number): this {
    return this.#after(after).#write(
      'review-decision',
      { result: 'approved', document: { number: this.document('审') } },
      { actor: this.reviewer, role: 'reviewer' },
    );
  }

  /** The reply leaves; a posted or electronic one is delivered `delivered` working days later and entered the day after. */
  replied(after: number, mode: DispatchMode, delivered: number): this {
    this.#after(after).#write('dispatch-reply', { mode, document: { number: this.document('答') } });
    if (mode === 'direct' || mode === 'entrusted') return this;
    return this.#after(delivered).#write('record-delivery', {}, {}, 1);
  }

  /** What was given to one was made public for all (Art. 44). */
  madePublic(after: number): this {
    return this.#after(after).#write('record-publication', {});
  }

  /** The applicant turns to the reconsideration body, which decides after so many calendar days. */
  reconsidered(after: number, decided: number, result: RemedyResult): this {
    const remedyId = `review-${++this.#reconsiderations}`;
    this.#after(after).#write('file-reconsideration', { remedyId });
    return this.#afterCalendarDays(decided).#write('conclude-reconsideration', { remedyId, result });
  }

  /** The applicant goes to court: after the reconsideration on record, or directly. Days are calendar days. */
  sued(after: number, decided: number, result: RemedyResult, kind: 'after-reconsideration' | 'direct'): this {
    const remedyId = `suit-${++this.#suits}`;
    this.#afterCalendarDays(after).#write('file-litigation', {
      remedyId,
      ...(kind === 'after-reconsideration' && { afterReconsideration: `review-${this.#reconsiderations}` }),
    });
    return this.#afterCalendarDays(decided).#write('conclude-litigation', { remedyId, result });
  }

  /** The new reply that a corrected one asks for; counted in no table. */
  repliedAgain(after: number): this {
    return this.#after(after).#write('dispatch-remedial-reply', {
      remedyId: `review-${this.#reconsiderations}`,
      document: { number: this.document('重答') },
    });
  }

  /** Any other step, by default of the handler. */
  step(
    after: number,
    command: string,
    body: JsonObject,
    by: { readonly actor?: string; readonly role?: Role } = {},
  ): this {
    return this.#after(after).#write(command, body, by);
  }

  get handler(): string {
    return this.#oneOf(this.office.handlers);
  }

  get reviewer(): string {
    return this.#oneOf(this.office.reviewers);
  }

  #consulted(
    consultationId: string,
    delivered: number,
    opinion: { readonly after: number; readonly result: ConsultationResult } | null,
  ): this {
    this.#after(delivered).#write('record-consultation-delivery', { consultationId });
    const { after, result } = opinion ?? { after: 16, result: 'silent' as const };
    return this.#after(after).#write('conclude-consultation', { consultationId, result });
  }

  #after(workingDays: number): this {
    this.#day = workingDaysAfter(this.#day, workingDays);
    return this;
  }

  #afterCalendarDays(days: number): this {
    this.#day = officeDay(addDays(this.#day, days));
    return this;
  }

  /** Entered on the day itself, or `late` working days after it. Within a case the moments only go forward. */
  #write(
    command: string,
    body: JsonObject,
    by: { readonly actor?: string; readonly role?: Role } = {},
    late = 0,
  ): this {
    const { number } = this.arrival;
    const minutes = (number * 37 + this.lines.length * 53) % 360;
    const day = workingDaysAfter(this.#day, late);
    let now = at(day, minutes);
    for (let later = 1; now <= this.#last; later++) {
      if (later > 40) throw new RangeError(`${this.caseId}: ${command} would be entered before the step before it`);
      now = at(day, Math.min(minutes + later * 11, 470));
    }
    this.#last = now;
    this.lines.push({
      command,
      case: this.caseId,
      now,
      actor: by.actor ?? this.handler,
      role: by.role ?? 'handler',
      agency: this.office.agency,
      body: { on: this.#day, ...body },
    });
    return this;
  }

  #oneOf(people: readonly string[]): string {
    return people[this.arrival.number % people.length]!;
  }
}

import type { LocalDate } from '#kernel';
import { CLOCK_STATE_LABELS, type ClockReading } from '../legal-clock.js';
import { factsOfCase } from './case-facts.js';
import type { CaseReading, EntryReading } from './case-reading.js';
import { coded, factsOfRecord, yesOrNo, type Fact, type WordsFor } from '../telling/fact.js';

/** What the clock says, as far as two readings are told apart by it; its days and side clocks follow from the case. */
interface ClockFacts extends Pick<ClockReading, 'state' | 'due' | 'provisional' | 'originalDue' | 'late'> {
  readonly start: LocalDate | null;
  readonly breaches: readonly string[];
}

const CLOCK_WORDS: WordsFor<ClockFacts> = {
  state: coded('时钟状态', CLOCK_STATE_LABELS),
  start: { label: '答复期限起算之日' },
  due: { label: '答复期限届满日' },
  provisional: yesOrNo('期限暂定'),
  originalDue: { label: '原答复期限届满日' },
  late: yesOrNo('逾期答复'),
  breaches: { label: '违规提示', show: (messages) => messages.join('；') },
};

/** Everything that a reading says and another reading may say otherwise; `[]` for no reading: before the case. */
export function factsOf(reading: CaseReading | null): Fact[] {
  if (reading === null) return [];
  return [
    ...factsOfCase(reading.state),
    ...factsOfClock(reading.clock),
    ...reading.allowedSteps.map(({ step, label }) => ({
      path: `allowedSteps[${step}]`,
      label: `可办步骤：${label}`,
      value: true,
      text: '可办',
    })),
    ...reading.entries.map(factOfEntry),
  ];
}

function factsOfClock({ state, start, due, provisional, originalDue, late, breaches }: ClockReading): Fact[] {
  const messages = breaches.map(({ message }) => message);
  const facts: ClockFacts = {
    state,
    start: start?.on ?? null,
    due,
    provisional,
    originalDue,
    late,
    breaches: messages,
  };
  return factsOfRecord('clock', facts, CLOCK_WORDS);
}

function factOfEntry({ revision, supplied, type, label, on, amendedBy, voidedBy }: EntryReading): Fact {
  const which = supplied === null ? `第 ${revision} 条记录` : `第 ${revision} 条更正补记的第 ${supplied} 个步骤`;
  const marks = [...amendedBy.map((by) => `由第 ${by} 条更正`), ...voidedBy.map((by) => `由第 ${by} 条作废`)];
  return {
    path: supplied === null ? `entries[${revision}]` : `entries[${revision}.${supplied}]`,
    label: which,
    value: { type, on, amendedBy, voidedBy },
    text: `${label}（${[on, ...marks].join('，')}）`,
  };
}

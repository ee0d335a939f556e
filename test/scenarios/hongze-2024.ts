import type { Channel, ReplyOutcomeCode } from '#casework';
import type { LocalDate } from '#kernel';
import { CaseStory } from './case-story.js';
import { workingDaysAfter } from './days.js';
import { HONGZE } from './office.js';
import { partlyForThirdParty, proposal } from './proposal.js';

const CASES = 95;

/** The cases whose outcome came once in the year, and the nine that were granted in part; the rest is shared out below. */
const SINGLE: Readonly<Record<number, ReplyOutcomeCode>> = {
  12: 'refused_security_stability',
  27: 'refused_process_information',
  41: 'refused_enforcement_file',
  58: 'unavailable_needs_creation',
  73: 'not_processed_petition',
};
const PARTIAL: ReadonlySet<number> = new Set([6, 17, 25, 36, 47, 55, 66, 78, 90]);

const CHANNELS: readonly Channel[] = [
  'internet',
  'registered-mail',
  'internet',
  'in-person',
  'email',
  'internet',
  'ordinary-mail',
  'internet',
  'registered-mail',
  'in-person',
  'fax',
];

/** 95 less the special ones leaves 81: 31 unable to provide, 50 granted, in a steady mixture. */
function outcomes(): readonly ReplyOutcomeCode[] {
  let shared = 0;
  return Array.from({ length: CASES }, (_, index) => {
    const number = index + 1;
    const single = SINGLE[number];
    if (single !== undefined) return single;
    if (PARTIAL.has(number)) return 'partially_granted';
    const place = shared++;
    // Every 81 places hold exactly 31 steps of this staircase.
    const unable = Math.floor(((place + 1) * 31) / 81) > Math.floor((place * 31) / 81);
    if (unable) return number % 4 === 1 ? 'unavailable_not_this_agency' : 'unavailable_not_exist';
    return number % 6 === 2 ? 'granted_already_public' : 'granted_provided';
  });
}

/** The day of arrival: the first on 2024-01-03, the last in the middle of November, two or three working days apart. */
function arrival(number: number): LocalDate {
  const stride = Math.floor((number * 229) / 100) + (number % 3 === 0 ? 1 : 0);
  return workingDaysAfter('2024-01-02', Math.max(1, stride - 1));
}

/** Most applicants come once; some come again in the course of the year. */
const applicant = (number: number) => `p-${1000 + ((number * number) % 67)}`;

function tell(number: number, outcome: ReplyOutcomeCode): CaseStory {
  const channel = CHANNELS[number % CHANNELS.length]!;
  const of = new CaseStory(HONGZE, {
    year: 2024,
    number,
    applicant: applicant(number),
    channel,
    on: arrival(number),
  });
  if (!['in-person', 'registered-mail'].includes(channel)) of.confirmed(channel === 'ordinary-mail' ? 0 : 1);
  if (number % 9 === 4) of.corrected(2 + (number % 4), ['description'], 10, 3 + (number % 6));
  decide(of, number, outcome);
  if (outcome === 'granted_provided' && number % 12 === 1) of.madePublic(10);
  return of;
}

function decide(of: CaseStory, number: number, outcome: ReplyOutcomeCode): void {
  const body = proposal(outcome, of.document('检'));
  const pace = 3 + ((number * 5) % 10);
  if (outcome === 'partially_granted' && number % 2 === 1) {
    of.askedThirdParty(2, 2, { after: 5 + (number % 5), result: number % 3 === 0 ? 'partly-agrees' : 'objects' });
    of.proposed(3, partlyForThirdParty(of.document('检')));
  } else if (number % 13 === 6) {
    of.askedAgency(2, 'hongze-sifaju', { after: 4 + (number % 5), result: 'agrees' }).proposed(4, body);
  } else if (number % 17 === 8) {
    of.extended(15, 10 + (number % 6)).proposed(9, body);
  } else {
    of.proposed(pace, body);
  }
  if (number % 15 === 10) of.returned(1, ['articles']).proposed(1, body);
  of.approved(1 + (number % 2)).replied(number % 2, modeOf(of), 2 + (number % 3));
}

/** People who wrote on paper are answered on paper. */
function modeOf(of: CaseStory): 'electronic' | 'direct' | 'post' {
  const channel = of.lines[0]!.body['channel'];
  if (channel === 'internet' || channel === 'email') return 'electronic';
  return channel === 'in-person' ? 'direct' : 'post';
}

/** Table 4 of 2024: two reconsiderations, a suit after one of them, a direct suit; the other two suits began with 2023. */
function withRemedies(stories: readonly CaseStory[]): readonly CaseStory[] {
  stories[26]!.reconsidered(8, 43, 'upheld').sued(13, 98, 'upheld', 'after-reconsideration');
  stories[40]!.reconsidered(15, 50, 'corrected').repliedAgain(12);
  const direct = stories.findIndex((_, index) => index > 20 && OUTCOMES_2024[index] === 'unavailable_not_exist');
  stories[direct]!.sued(40, 120, 'upheld', 'direct');
  return stories;
}

const OUTCOMES_2024 = outcomes();

/** The 95 applications of 2024: 50 granted, 9 partly, 3 refused, 32 unable, 1 petition. */
export const HONGZE_CASES_2024: readonly CaseStory[] = withRemedies(
  OUTCOMES_2024.map((outcome, index) => tell(index + 1, outcome)),
);

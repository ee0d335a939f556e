import type { ReportPartId, SectionOne, StatedFigure } from '#agency';
import {
  figureAt,
  figureOfKey,
  publishedKey,
  type FeeFigures,
  type NarrativeKey,
  type SummedFigures,
} from '#statistics';
import type { GeneratedSentence } from './generated-sentence.js';
import { say, type PhrasedKey } from './phrases.js';

/**
 * The sentences of a report that state figures, in the order of the form. Equal figures give equal sentences; an id stays what it is
 * whatever the figures are. Nothing is said where nothing is on record: unknown is not zero, and a sentence with an unknown figure is
 * left out whole.
 */
export function generatedSentences(figures: SummedFigures, fees: FeeFigures | null): readonly GeneratedSentence[] {
  const ifKnown = (keys: readonly PhrasedKey[], sentences: (value: Value) => readonly GeneratedSentence[]) => {
    const values = new Map(keys.map((key) => [key, knownValue(key, figures)]));
    if ([...values.values()].includes(null)) return [];
    return sentences((key) => values.get(key) ?? 0);
  };
  return [
    ...(figures.published === undefined ? [] : publications(figures.published)),
    ...ifKnown(RECEIVED, received),
    ...ifKnown(HANDLED, handled),
    ...ifKnown(REMEDIES, remedies),
    ...(fees === null ? [] : [charged(fees)]),
  ];
}

type Value = (key: PhrasedKey) => number;

/** `null` where any of its cells is unknown. */
function knownValue(key: PhrasedKey, figures: SummedFigures): number | null {
  const figure = figureOfKey(key, figures);
  return figure === null || figure.cells.some((cell) => figureAt(figures, cell) === null) ? null : figure.value;
}

/** 全年主动公开政府信息304条，其中网站102条（最新动态102条），云上孟津180条。 Nothing where the register has no item. */
function publications({ total, channels }: SectionOne): readonly GeneratedSentence[] {
  if (channels.length === 0) return [];
  const figures: StatedFigure[] = [stated('publishedTotal', total)];
  const words = channels.map(({ channel, count, categories }) => {
    figures.push(stated(publishedKey(channel), count));
    const named = categories.flatMap(({ category, count: of }) => (category === null ? [] : [{ category, of }]));
    figures.push(...named.map(({ category, of }) => stated(publishedKey(channel, category), of)));
    const inBrackets = named.map(({ category, of }) => `${category}${String(of)}条`).join('，');
    return `${channel}${String(count)}条${inBrackets === '' ? '' : `（${inBrackets}）`}`;
  });
  const text = `全年${say('publishedTotal', total)}，其中${words.join('，')}。`;
  return [{ id: 'proactive-disclosure.published', part: 'proactive-disclosure', text, figures }];
}

const RECEIVED = ['new', 'carriedIn'] as const;

/** 本年度新收政府信息公开申请21件，上年结转申请2件。 */
function received(value: Value): readonly GeneratedSentence[] {
  const [fresh, carriedIn] = [value('new'), value('carriedIn')];
  const rest = fresh === 0 && carriedIn === 0 ? '' : `，${say('carriedIn', carriedIn)}`;
  return [sentence('applications.received', 'applications', `本年度${say('new', fresh)}${rest}。`, value, RECEIVED)];
}

const OUTCOMES = ['granted', 'partial', 'refused', 'unable', 'notProcessed', 'other'] as const;
const HANDLED = ['resolved', ...OUTCOMES, 'carriedOut'] as const;

/** 办结申请20件，其中予以公开12件，不予公开8件；结转下年度继续办理1件。 Nothing where no application was at hand. */
function handled(value: Value): readonly GeneratedSentence[] {
  const resolved = value('resolved');
  if (resolved === 0 && value('carriedOut') === 0) return [];
  const outcomes = OUTCOMES.filter((key) => value(key) > 0).map((key) => say(key, value(key)));
  const among = outcomes.length === 0 ? '' : `，其中${outcomes.join('，')}`;
  const text = `本年度${say('resolved', resolved)}${among}；${say('carriedOut', value('carriedOut'))}。`;
  return [sentence('applications.handled', 'applications', text, value, HANDLED)];
}

const REMEDIES = ['reviews', 'suits'] as const;

/** 因政府信息公开工作被申请行政复议3件，未被提起行政诉讼。 */
function remedies(value: Value): readonly GeneratedSentence[] {
  const text = `因政府信息公开工作${say('reviews', value('reviews'))}，${say('suits', value('suits'))}。`;
  return [sentence('applications.remedies', 'applications', text, value, REMEDIES)];
}

/** 依据《政府信息公开信息处理费管理办法》，本年度发出信息处理费收费通知2件，金额合计4800元，实际收取400元。 */
function charged({ notices, noticedFen, paidFen, lapsed }: FeeFigures): GeneratedSentence {
  const amount = notices === 0 ? '' : `，${say('feeNoticedFen', noticedFen)}`;
  const unpaid = lapsed === 0 ? '' : `；${say('overdueFee', lapsed)}`;
  return {
    id: 'other-matters.fees',
    part: 'other-matters',
    text:
      '依据《政府信息公开信息处理费管理办法》，' +
      `本年度${say('feeNotices', notices)}${amount}，${say('feePaidFen', paidFen)}${unpaid}。`,
    figures: [
      stated('feeNotices', notices),
      stated('feeNoticedFen', noticedFen),
      stated('feePaidFen', paidFen),
      stated('overdueFee', lapsed),
    ],
  };
}

function sentence(
  id: string,
  part: ReportPartId,
  text: string,
  value: Value,
  keys: readonly PhrasedKey[],
): GeneratedSentence {
  return { id, part, text, figures: keys.map((key) => stated(key, value(key))) };
}

function stated(figure: NarrativeKey, value: number): StatedFigure {
  return { figure, value };
}

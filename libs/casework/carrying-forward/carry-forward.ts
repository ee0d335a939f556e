import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken, type LocalDate } from '#kernel';
import type { Case } from '../case.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';

const year = z.int('应为年份').min(2008, '条例自 2008 年起施行').max(2199);

const body = z.strictObject({
  on: localDateSchema.describe('fromYear 的 12 月 31 日'),
  fromYear: year,
  intoYear: year.describe('fromYear 的下一年'),
});

/**
 * 结转下年度继续办理: the closing of a year states that the case was open at 24:00 on 31 December (DR 3.6). A statement of what
 * was known then: an ending entered later with an earlier date does not undo it but shows up as drift (Q12). Years need not come
 * in order: the restatement of an earlier year states late what was not known when it was closed.
 */
export const carryForward = defineStep({
  name: 'carry-forward',
  label: '结转下年度继续办理',
  article: '第五十条；国办公开办函〔2021〕30号',
  roles: ['operator', 'head'],
  commutes: true,
  body,
  event: defineEvent({
    type: 'case.carried-forward',
    version: 1,
    label: '结转下年度继续办理',
    source: '第五十条；国办公开办函〔2021〕30号',
    schema: body,
  }),
  decide(state, input) {
    assertOpenAt(state, input.on);
    return asBody(state, input);
  },
  check({ carriedInto }, data) {
    if (data.intoYear !== data.fromYear + 1) throw wrong('body.intoYear', `应为 ${data.fromYear + 1}`);
    if (data.on !== `${data.fromYear}-12-31`) throw wrong('body.on', `应为 ${data.fromYear}-12-31`);
    if (carriedInto.includes(data.intoYear))
      throw new Refused('already-carried-forward', `本件已结转至 ${data.intoYear} 年`);
  },
  evolve(state, data) {
    return { ...state, carriedInto: [...state.carriedInto, data.intoYear] };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '年末之日' },
      fromYear: { label: '结转自年度' },
      intoYear: { label: '结转至年度' },
    });
  },
});

/** Judged once, when the closing decides: a rectified history keeps the statement. */
function assertOpenAt({ receivedOn, ending }: Case, lastDay: LocalDate): void {
  if (receivedOn === null || receivedOn > lastDay)
    throw new Refused('not-open-at-year-end', `${lastDay} 时尚未收到本申请`);
  if (ending && ending.on <= lastDay) throw new Refused('not-open-at-year-end', `本件已于 ${ending.on} 办结，不需结转`);
}

function wrong(path: string, message: string): RuleBroken {
  return new RuleBroken('carry-forward-years', path, message);
}

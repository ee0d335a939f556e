import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { givesInformation } from '../deciding/grounds.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';

const body = z.strictObject({ on: localDateSchema.describe('向社会公开之日') });

/** 转为主动公开: what was given to one applicant, or a part of it, was made public for all (Art. 44). */
export const recordPublication = defineStep({
  name: 'record-publication',
  label: '转为主动公开',
  article: '第四十四条',
  roles: ['handler', 'head'],
  commutes: true,
  body,
  event: defineEvent({
    type: 'case.information-made-public',
    version: 1,
    label: '转为主动公开',
    source: '第四十四条',
    schema: body,
  }),
  isPossible: ({ reply, ending }) => reply?.madePublicOn === null && givesInformation(ending?.outcome ?? ''),
  decide: asBody,
  check({ reply, ending }, data) {
    if (reply === null || !givesInformation(ending?.outcome ?? '')) {
      throw new Refused('nothing-given', '只有予以公开或部分公开的信息可以转为主动公开');
    }
    if (reply.madePublicOn !== null) throw new Refused('already-public', `已于 ${reply.madePublicOn} 转为主动公开`);
    notBefore(data.on, reply.dispatchedOn, '发出答复之日');
  },
  evolve(state, data) {
    return { ...state, reply: state.reply && { ...state.reply, madePublicOn: data.on } };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '转为主动公开之日' },
    });
  },
});

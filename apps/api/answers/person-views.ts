import { personalDataSchema, type Erased } from '#privacy';
import { z } from 'zod';
import type { PersonView } from '../people/people.js';
import { answer, date } from './answer.js';

const erased = answer<Erased>()({
  erased: z.literal(true),
  on: date.describe('销毁之日'),
});

/** A person, or the placeholder of one who was erased. */
export const personAnswer = answer<PersonView>()({
  ref: z.string(),
  agency: z.string(),
  person: z.union([erased, z.looseObject(personalDataSchema.shape)]),
});

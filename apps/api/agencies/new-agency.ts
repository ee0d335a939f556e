import { agencyIdSchema } from '#casework';
import { agencyCommands } from '#agency';
import { validate, type Json } from '#kernel';
import { z } from 'zod';

/** The command that founds an agency: the one that has its route at the collection. */
export const foundAgency = (() => {
  const found = agencyCommands.find(({ name }) => name === 'found-agency');
  if (!found) throw new TypeError('agencyCommands lacks found-agency');
  return found;
})();

/** The body of `POST /agencies`: that of the command, and the id of the new agency. */
export const newAgencyBody = z.intersection(
  foundAgency.body,
  z.object({ agency: agencyIdSchema.describe('机关编号') }),
);

/** Takes `agency` out of the body. Raises `InvalidInput` at `body.agency`, or at `body` when it is no object. */
export function foundingOf(body: Json): { readonly agency: string; readonly body: Json } {
  const { agency, ...rest } = validate(z.looseObject({ agency: agencyIdSchema }), body);
  return { agency, body: rest as Json };
}

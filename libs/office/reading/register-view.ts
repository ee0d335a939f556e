import { InvalidInput } from '#kernel';
import { factsOfRegisterEntry, registerContribution, sectionOneOf, type Register } from '#agency';
import type { RegisterPage, RegisterView } from '../agencies.js';
import { eventRegistry } from '../registry.js';

/**
 * A page of a register with its counts per channel; without a limit everything behind the cursor. `revision` is that of its stream, -1 while it
 * is empty. Raises `invalid-input` for a cursor that no page can have given.
 */
export function registerView(
  { register, revision }: { readonly register: Register; readonly revision: number },
  { cursor, limit = Infinity }: RegisterPage,
): RegisterView {
  const after = cursor === undefined ? -1 : revisionOf(cursor, revision);
  const rest = register.entries.filter((entry) => entry.revision > after);
  const shown = rest.slice(0, limit);
  return {
    agency: register.agency,
    year: register.year,
    revision,
    entries: shown.map((entry) => ({
      ...entry,
      label: eventRegistry.get(entry.type).label,
      facts: factsOfRegisterEntry(entry),
    })),
    published: sectionOneOf(registerContribution(register)),
    next: rest.length > shown.length ? String(shown.at(-1)?.revision) : null,
  };
}

/** The last entry of the page before. It may have been struck since. */
function revisionOf(cursor: string, last: number): number {
  if (/^\d{1,15}$/.test(cursor) && Number(cursor) <= last) return Number(cursor);
  throw new InvalidInput([{ path: 'query.cursor', message: '游标无效，请从第一页重新读取' }]);
}

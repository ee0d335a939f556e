import { GongkaiError, RuleBroken } from '#kernel';
import { agencyIdSchema } from '#casework';
import { openOffice } from '#office';

/** Most agencies that a refusal names. */
const NAMED = 20;

/**
 * A token for an agency that is not there opens nothing, and nobody would be told: mostly its id is mistyped. Before the first
 * agency is founded there is nothing to compare with. Reads the log alone, also while the service runs. Raises `agency-unknown` with
 * the agencies there are; ids that are none are for the store of tokens to refuse.
 */
export async function assertFounded(dataDir: string, ids: readonly string[]): Promise<void> {
  const known = await foundedIn(dataDir);
  const unknown = ids.filter((id) => agencyIdSchema.safeParse(id).success && !known.has(id));
  if (known.size === 0 || unknown.length === 0) return;
  const named = [...known].slice(0, NAMED).map(([id, name]) => `${id}（${name}）`);
  const more = known.size > NAMED ? `等 ${known.size} 个（见 gongkai agency list）` : '';
  throw new RuleBroken(
    'agency-unknown',
    'token.agencies',
    `没有机关 ${unknown.join('、')}；现有机关：${named.join('、')}${more}；机关尚未设立的，加 --before-founding`,
    { agencies: unknown, known: [...known.keys()] },
  );
}

/** The agencies ever founded, with their names; none where there is no log yet. */
async function foundedIn(dataDir: string): Promise<ReadonlyMap<string, string>> {
  try {
    const office = await openOffice({ dataDir, mode: 'reader' });
    try {
      const agencies = await office.agencies.all();
      return new Map([...agencies].map(([id, { names }]) => [id, names.at(-1)?.value ?? id]));
    } finally {
      await office.close();
    }
  } catch (error) {
    if (error instanceof GongkaiError && error.code === 'store-missing') return new Map();
    throw error;
  }
}

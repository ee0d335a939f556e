import { GongkaiError } from '#kernel';
import type { EventStore } from '#event-store';
import { assertOfThisLog } from '../place/of-this-log.js';
import { faultOf, viewCorrupt, viewError } from '../projection-errors.js';
import type { Projection } from '../projection.js';
import type { ProjectionState, ProjectionStatus } from '../status.js';
import type { View } from './view.js';

/**
 * How the rows stand that another process keeps, or kept, as far as can be seen from outside: `live` when everything in the log is
 * in them, `catching-up` when not, `starting` when there are none, `failed` when they are damaged or of another log. Every page of
 * the file is checked. Raises what reading the log raises.
 */
export async function keptViewStatus(
  view: View,
  { name, version }: Projection,
  store: EventStore,
): Promise<ProjectionStatus> {
  const head = await store.head();
  const standing = (state: ProjectionState, known: Partial<ProjectionStatus>): ProjectionStatus => ({
    name,
    version,
    state,
    checkpoint: '',
    events: 0,
    head,
    behind: state !== 'live',
    behindForMs: 0,
    lastError: undefined,
    ...known,
  });
  try {
    assertWhole(view);
    const checkpoint = view.checkpoint();
    await assertOfThisLog(checkpoint, store);
    const { position, events } = checkpoint;
    return standing(position < head ? 'catching-up' : 'live', { checkpoint: position, events });
  } catch (caught) {
    const error = viewError(caught);
    if (!(error instanceof GongkaiError) || !error.code.startsWith('view-')) throw caught;
    const missing = error.kind === 'unavailable';
    return standing(missing ? 'starting' : 'failed', missing ? {} : { lastError: faultOf(error) });
  }
}

function assertWhole({ db }: View): void {
  const found = db.prepare('PRAGMA quick_check(1)').get();
  if (found?.['quick_check'] !== 'ok') throw viewCorrupt('视图文件已损坏');
}

import type { EventStore } from '#event-store';
import type { Checkpoint } from '../generation/checkpoint.js';
import { viewCorrupt } from '../projection-errors.js';

/** Raises `view-corrupt` when rows with this checkpoint are ahead of the log or hold an event that the log does not have there. */
export async function assertOfThisLog({ position, witness }: Checkpoint, store: EventStore): Promise<void> {
  if (position > (await store.head())) throw viewCorrupt('视图的检查点超出日志末尾，日志可能是由备份恢复的');
  if (witness === undefined) return;
  const [event] = await store.read(witness.stream, { from: witness.revision, max: 1 });
  const same = event?.hash === witness.hash && event.position === witness.position;
  if (!same) throw viewCorrupt('视图属于另一份日志');
}

import type { LogFilter } from './port.js';

/** Whether an event passes a filter: the meaning of {@link LogFilter} in one place, for adapters that filter in the process. */
export function passes(
  filter: LogFilter | undefined,
  event: { readonly type: string; readonly stream: string },
): boolean {
  if (filter === undefined) return true;
  return (
    (filter.types === undefined || filter.types.includes(event.type)) &&
    !filter.exceptTypes?.includes(event.type) &&
    (filter.streamPrefix === undefined || event.stream.startsWith(filter.streamPrefix))
  );
}

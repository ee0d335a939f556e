import { v5 as uuidv5 } from 'uuid';

/** Namespace of all ids derived by Gongkai; generated once, never to change. */
const NAMESPACE = '5b1f6c1e-3f0e-5d64-9c55-6f0a3d3c7a10';

/** The id of the `index`-th event of a command: the same command always yields the same ids (idempotent append). */
export function eventId(commandId: string, index: number): string {
  return uuidv5(`${commandId}/${index}`, NAMESPACE);
}

/** A deterministic id for something that a command brings into being (a case, a consultation), told apart by `name`. */
export function derivedId(commandId: string, name: string): string {
  return uuidv5(`${commandId}#${name}`, NAMESPACE);
}

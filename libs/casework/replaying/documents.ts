import { ENTRY_RECTIFIED } from '../rectifying/settled-history.js';
import type { RawEntry } from '../step.js';
import { labelOfEvent } from '../telling/facts-of-entry.js';
import { dateOf } from './history-at.js';
import type { DocumentReading } from './case-reading.js';

/** The documents that entries name, in order. A rectification names its own; what it says about others stands with them. */
export function documentsOf(entries: readonly RawEntry[]): DocumentReading[] {
  return entries.flatMap((entry) => {
    const { type, data, by } = entry;
    const common = { revision: by.revision, type, label: labelOfEvent(type), on: dateOf(entry) };
    const named = type === ENTRY_RECTIFIED ? { document: (data as { readonly document?: unknown }).document } : data;
    return mentionsIn(named, '').map((mention) => ({ ...common, ...mention }));
  });
}

type Mention = Pick<DocumentReading, 'path' | 'number' | 'sha256'>;

/** Every `document` and every `documentNumber`, however deep. */
function mentionsIn(value: unknown, path: string): Mention[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => mentionsIn(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = path === '' ? name : `${path}.${name}`;
    if (name === 'documentNumber') return [{ path: at, number: String(inner), sha256: null }];
    return name === 'document' ? documentAt(inner, at) : mentionsIn(inner, at);
  });
}

function documentAt(value: unknown, path: string): Mention[] {
  const { number = null, sha256 = null } = (value ?? {}) as { readonly number?: string; readonly sha256?: string };
  return number === null && sha256 === null ? [] : [{ path, number, sha256 }];
}

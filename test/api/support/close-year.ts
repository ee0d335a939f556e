import type { ApiClient } from './api-client.js';

/** States every figure of table 2 of 2023: without them the year cannot be closed. */
export async function fillTable2(handler: ApiClient): Promise<void> {
  const on = '2023-12-31';
  const entries: readonly (readonly [string, object])[] = [
    ['record-documents', { on, kind: 'regulations', movement: 'opening', count: 0 }],
    ['record-documents', { on, kind: 'normativeDocuments', movement: 'opening', count: 2 }],
    ...['licensing', 'penalty', 'coercion'].map((kind) => ['record-decisions', { on, kind, count: 1 }] as const),
    ['record-fees', { on, amountFen: 0 }],
  ];
  for (const [name, body] of entries) {
    const { status, text } = await handler.post(`/agencies/songzhuang/register/${name}`, body);
    if (status !== 200) throw new Error(`${name}: ${text}`);
  }
}

/** Closes 2023, table 2 stated, or says why not. */
export async function close2023(handler: ApiClient, head: ApiClient): Promise<void> {
  await fillTable2(handler);
  const { status, text } = await head.post('/agencies/songzhuang/years/2023/close', {});
  if (status !== 200) throw new Error(`closing: ${text}`);
}

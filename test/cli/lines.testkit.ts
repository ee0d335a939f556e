/** Lines of scenario files for tests. */
type Line = Readonly<Record<string, unknown>>;

const HANDLER = { actor: 'zhang-san', role: 'handler', agency: 'town' } as const;

/** Founds the agency `town`. */
export const found: Line = {
  command: 'found-agency',
  now: '2024-01-02T01:00:00.000Z',
  actor: 'zheng-shi',
  role: 'operator',
  agency: 'town',
  body: { on: '2010-01-01', name: '示例镇人民政府', level: 'town', parentId: null },
};

/** Both openings of documents, without which a year cannot be closed. */
export const openings: readonly Line[] = ['regulations', 'normativeDocuments'].map((kind) => ({
  command: 'record-documents',
  now: '2024-01-02T02:00:00.000Z',
  ...HANDLER,
  body: { on: '2024-01-01', kind, movement: 'opening', count: 0 },
}));

/** An application received in person on 2024-03-01. */
export function received(caseId: string, more: Line = {}): Line {
  return {
    command: 'receive-application',
    case: caseId,
    now: '2024-03-01T02:00:00.000Z',
    ...HANDLER,
    body: { on: '2024-03-01', channel: 'in-person', applicantRef: 'p-1', applicantKind: 'natural-person' },
    ...more,
  };
}

/** Proposal, review and reply: the information is given. Three lines. */
export function granted(caseId: string): readonly Line[] {
  const document = { number: '示公开答〔2024〕1号' };
  return [
    {
      command: 'propose-decision',
      case: caseId,
      now: '2024-03-11T02:00:00.000Z',
      ...HANDLER,
      body: { on: '2024-03-11', outcome: 'granted_provided' },
    },
    {
      command: 'review-decision',
      case: caseId,
      now: '2024-03-12T02:00:00.000Z',
      actor: 'li-si',
      role: 'reviewer',
      agency: 'town',
      body: { on: '2024-03-12', result: 'approved' },
    },
    {
      command: 'dispatch-reply',
      case: caseId,
      now: '2024-03-13T02:00:00.000Z',
      ...HANDLER,
      body: { on: '2024-03-13', mode: 'direct', document },
    },
  ];
}

/** A file of `cases` granted cases: one line for the agency and four for each case. */
export function manyCases(cases: number): readonly Line[] {
  const ids = Array.from({ length: cases }, (_, index) => `T-${String(index).padStart(6, '0')}`);
  return [found, ...ids.flatMap((id) => [received(id), ...granted(id)])];
}

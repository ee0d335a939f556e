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

/** Founds any body, in 2010 unless told otherwise. */
export function foundBody(
  agency: string,
  level: string,
  parentId: string | null,
  name: string,
  on = '2010-01-01',
): Line {
  return { ...found, now: '2024-12-02T01:00:00.000Z', agency, body: { on, name, level, parentId } };
}

/** Both openings of documents of a body, without which a year cannot be closed. */
export function openingsOf(agency: string, on = '2024-01-01'): readonly Line[] {
  return ['regulations', 'normativeDocuments'].map((kind) => ({
    command: 'record-documents',
    now: '2024-12-02T02:00:00.000Z',
    ...HANDLER,
    agency,
    body: { on, kind, movement: 'opening', count: 0 },
  }));
}

/** Those of the agency `town`. */
export const openings: readonly Line[] = openingsOf('town').map((line) => ({
  ...line,
  now: '2024-01-02T02:00:00.000Z',
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

/** Closes 2024 on 2025-01-06. */
export const closing: Line = {
  command: 'close-year',
  year: 2024,
  now: '2025-01-06T01:00:00.000Z',
  actor: 'zheng-shi',
  role: 'operator',
  agency: 'town',
};

/** The wrong applicant kind of a case is put right, after the closing. */
export function rectifiedKind(caseId: string): Line {
  return {
    command: 'rectify-entry',
    case: caseId,
    now: '2025-02-10T02:00:00.000Z',
    ...HANDLER,
    body: {
      on: '2025-02-10',
      revision: 0,
      action: { kind: 'correct', fields: { applicantKind: 'commercial-enterprise' } },
      reason: 'typing-error',
      approvedBy: 'zhao-liu',
    },
  };
}

/** A local holiday by a notice that nobody issued; no agency of the tests lies there. */
export const localHoliday: Line = {
  jurisdiction: 'CN-NX',
  year: 2024,
  version: 1,
  notice: { number: null, title: '示例放假通知', date: '2024-03-01', published: '2024-03-02', url: null },
  daysOff: [{ name: '开斋节', from: '2024-04-10', to: '2024-04-11' }],
  workingWeekendDays: [],
};

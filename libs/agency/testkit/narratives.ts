import type { RawEntry } from '#casework';
import { decideNarrative, foldNarrative } from '../narrative/decide-narrative.js';
import { decideIssue } from '../narrative/issuing/issue-report.js';
import type { NarrativeContext } from '../narrative/narrative-command.js';
import type { StatingSentence } from '../narrative/stating-sentence.js';
import { specification } from './specification.js';

/** A command to the words of the report on 2023, or, without `name`, a report to issue. */
export interface NarrativeDeed {
  readonly name?: string;
  readonly body: object;
  /** What the figures say when it is decided; default {@link RECEIVED}. */
  readonly sentences?: readonly StatingSentence[];
}

/** The year of the specifications. */
export const REPORT_2023 = { agency: 'town-1', year: 2023 };

/** A generated sentence. */
export const RECEIVED: StatingSentence = {
  id: 'applications.received',
  text: '本年度新收政府信息公开申请2件。',
  figures: [{ figure: 'new', value: 2 }],
};

const AUTHOR = { actor: 'handler-1', role: 'handler', now: '2024-02-20T00:00:00.000Z' } as const;

/** A command as it comes from outside, on February 1. */
export const wording = (name: string, body: object, sentences?: readonly StatingSentence[]): NarrativeDeed => ({
  name,
  body: { on: '2024-02-01', ...body },
  ...(sentences !== undefined && { sentences }),
});

/** A report put together from its words, to be issued. */
export const issuing = (digest = 'd', more: object = {}): NarrativeDeed => ({
  body: {
    on: '2024-02-01',
    edition: 1,
    editionDigest: 'e'.repeat(64),
    scope: 'own',
    text: { title: '报告', agencyName: '某镇', signedOn: '2024-02-01', preamble: [], sections: [], feeDecimals: 4 },
    digest: digest.repeat(64),
    ...more,
  },
});

/** Last year's words: one part written, one left empty. */
const LAST_YEAR = foldNarrative({ agency: 'town-1', year: 2022 }, [
  lastYear(0, { part: 'platform', text: '平台由专人维护。' }),
  lastYear(1, { part: 'supervision', text: '' }),
]);

function lastYear(revision: number, body: object): RawEntry {
  const data = { agency: 'town-1', year: 2022, on: '2023-01-10', ...body };
  const by = { revision, actor: 'handler-0', role: 'handler', recordedAt: '2023-01-10T00:00:00.000Z' } as const;
  return { type: 'report.part-written', data, by };
}

/** Specifications of the words of the report on 2023; the situation is the history of their stream. */
export const narratives = specification<readonly RawEntry[], NarrativeDeed>([], (at, { name, body, sentences }) => {
  const state = foldNarrative(REPORT_2023, at);
  const context: NarrativeContext = { ...AUTHOR, sentences: sentences ?? [RECEIVED], lastYear: LAST_YEAR };
  const event =
    name === undefined
      ? decideIssue(state, body as Parameters<typeof decideIssue>[1], context)
      : decideNarrative({ name, target: REPORT_2023, body }, state, context);
  const by = { revision: at.length, actor: AUTHOR.actor, role: AUTHOR.role, recordedAt: AUTHOR.now };
  return { event, situation: [...at, { ...event, by }] };
});

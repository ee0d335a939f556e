import type { EventDefinition, EventOf } from '#kernel';
import type { CommandFacts } from '../command.js';
import { confirmReportDraft } from './confirming-draft/confirm-report-draft.js';
import { issueReport } from './issuing/issue-report.js';
import { overrideReportSentence } from './overriding-sentence/override-report-sentence.js';
import { withdrawReportOverride } from './overriding-sentence/withdraw-report-override.js';
import { setReportSignature } from './setting-head/set-report-signature.js';
import { setReportTitle } from './setting-head/set-report-title.js';
import { writeReportPart } from './writing-part/write-report-part.js';

/** The commands that their body decides. */
export const textCommands = [
  writeReportPart,
  confirmReportDraft,
  overrideReportSentence,
  withdrawReportOverride,
  setReportTitle,
  setReportSignature,
] as const;

/** All commands to the words of a report. */
export const narrativeCommands: readonly CommandFacts[] = [...textCommands, issueReport];

/** Every event that can stand in the stream of a narrative. */
export type NarrativeEvent = EventOf<(typeof textCommands)[number]['event'] | typeof issueReport.event>;

/** All event types of narratives, for the registry. */
export const narrativeFamilyEvents: readonly EventDefinition[] = narrativeCommands.map((command) => command.event);

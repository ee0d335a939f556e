import type { z } from 'zod';
import type { EventDefinition, Role } from '#kernel';
import type { Recording } from '#casework';
import type { AgencyYear, CommandContext, CommandFacts } from '../command.js';
import type { Narrative, PartVersion } from './narrative.js';
import type { ReportPartId } from './report-part.js';
import type { StatingSentence } from './stating-sentence.js';

/** What deciding about the words of a report may look at: what its figures say now, and what last year's report said. */
export interface NarrativeContext extends CommandContext {
  readonly sentences: readonly StatingSentence[];
  readonly lastYear: Narrative;
}

/** Who writes the report. */
export const WRITERS: readonly Role[] = ['handler', 'head'];

/** A command on the narrative of a year: builds one event, or refuses; then tells what the narrative is with it. */
export interface NarrativeCommand<
  Name extends string = string,
  Body extends z.ZodType = z.ZodType,
  Definition extends EventDefinition = EventDefinition,
> extends CommandFacts<Name, Body, Definition> {
  /** Raises `RuleBroken`, `Refused`, `NotFound`. */
  decide(
    state: Narrative,
    body: z.output<Body>,
    context: NarrativeContext,
  ): Omit<z.output<Definition['schema']>, keyof AgencyYear>;
  /** The narrative with the entry. Total: never raises. */
  evolve(state: Narrative, data: z.output<Definition['schema']>, by: Recording): Narrative;
}

/** A narrative with one more version of a part. */
export function withPart(state: Narrative, part: ReportPartId, version: PartVersion): Narrative {
  return { ...state, parts: { ...state.parts, [part]: [...(state.parts[part] ?? []), version] } };
}

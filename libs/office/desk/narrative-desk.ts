import { foldNarrative, type AgencyYear, type Narrative } from '#agency';
import { narrativeStream } from '../streams.js';
import type { StreamDesk } from './stream-desk.js';

/** Reads the words of annual reports from their streams. */
export class NarrativeDesk {
  constructor(private readonly desk: StreamDesk) {}

  /** The words of a report, with the revision of their stream (-1 while nothing is written). */
  async narrativeOf(target: AgencyYear): Promise<{ readonly narrative: Narrative; readonly revision: number }> {
    const history = await this.desk.history(narrativeStream(target.agency, target.year));
    return { narrative: foldNarrative(target, history), revision: history.length - 1 };
  }

  /** The words of the report of the year before. */
  async lastYearOf({ agency, year }: AgencyYear): Promise<Narrative> {
    return (await this.narrativeOf({ agency, year: year - 1 })).narrative;
  }
}

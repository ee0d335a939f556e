import { CloseYearOfAll, type YearEnd } from '#office';
import type { ReportFormat } from '#report-files';
import { operatorRequest } from '../office/people.js';
import { recordingIn } from '../office/with-office.js';
import { untilInterrupted } from '../play/interruption.js';
import { progress } from '../shell/progress.js';
import { writeAgencyFolder } from './agency-folder.js';
import { runLog } from './run-log.js';
import { scopeRunDocument, writeScopeFolders, type ScopeRun } from './scope-folders.js';
import { runDocument, type AgencyRun } from './year-end-text.js';

/** What a run is asked to do. */
export interface YearEndTask {
  readonly dataDir: string;
  readonly year: number;
  readonly out: string;
  readonly formats: readonly ReportFormat[];
  readonly actor: string | undefined;
  readonly logJson: boolean;
}

/** What a run did: every agency it came to, then the reports of levels and regions. */
export interface YearEndDone {
  readonly run: YearEnd;
  readonly runs: readonly AgencyRun[];
  readonly scopes: readonly ScopeRun[];
}

/**
 * Closes the year of every agency and writes its folder before the next one is begun, then the reports of levels and regions. Ends between
 * two at SIGINT or SIGTERM. Raises what concerns the whole run: `store-locked`, `file-unwritable`, a full disk.
 */
export async function runYearEnd({ dataDir, year, out, formats, actor, logJson }: YearEndTask): Promise<YearEndDone> {
  const log = runLog(logJson);
  const runs: AgencyRun[] = [];
  log.info({ year, out }, 'year-end-started');
  const done = await untilInterrupted((signal) =>
    recordingIn(dataDir, async ({ commands, queries }) => {
      const folders = { queries, out, year, formats };
      const bar = progress('年终', 1);
      const onResult: CloseYearOfAll['watch']['onResult'] = async (result, reached, agencies) => {
        const folder = result.outcome === 'closed' ? await writeAgencyFolder(folders, result.agency) : null;
        runs.push({ result, folder });
        log.info(runDocument({ result, folder }), 'agency-done');
        bar.update(reached, agencies);
      };
      const onDone = (one: ScopeRun): void => log.info(scopeRunDocument(one), `scope-${one.outcome}`);
      try {
        const closed = await commands.execute(new CloseYearOfAll(year, operatorRequest(actor), { signal, onResult }));
        const written = await writeScopeFolders(folders, { signal, onDone });
        const run = { ...closed, interrupted: closed.interrupted || written.interrupted };
        return { run, runs, scopes: written.runs };
      } finally {
        bar.stop();
      }
    }),
  );
  const { agencies, interrupted } = done.run;
  log.info({ year, agencies, done: runs.length, scopes: done.scopes.length, interrupted }, 'year-end-ended');
  return done;
}

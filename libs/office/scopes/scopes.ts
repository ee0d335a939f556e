import type { StreamDesk } from '../desk/stream-desk.js';
import type { ScopeContents } from '../reports/scope-contents.js';
import { ReportImporter } from './report-importer.js';
import { ScopeAuditor } from './scope-auditor.js';
import { ScopeCells } from './scope-cells.js';
import { ScopeDrifts } from './scope-drift.js';
import { presentOf, type ScopeParts } from './scope-parts.js';
import { ScopeRules } from './scope-rules.js';
import { ScopeYears } from './scope-years.js';

/** Tables of scopes other than a body alone: what they are, whether they hold, what is behind them, and what is imported for them. */
export class Scopes {
  readonly years: ScopeYears;
  readonly rules: ScopeRules;
  readonly cells: ScopeCells;
  readonly auditor: ScopeAuditor;
  readonly drifts: ScopeDrifts;
  readonly importer: ReportImporter;

  constructor(parts: ScopeParts & { readonly desk: StreamDesk }, contents: ScopeContents) {
    this.drifts = new ScopeDrifts(parts);
    this.years = new ScopeYears(parts, this.drifts);
    this.rules = new ScopeRules(parts, contents);
    this.cells = new ScopeCells(parts);
    this.auditor = new ScopeAuditor(parts);
    this.importer = new ReportImporter(parts.store, parts.views, parts.desk, parts.agencies, presentOf(parts));
  }
}

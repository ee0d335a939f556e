import { Query } from '@nestjs/cqrs';
import type { Jurisdiction } from '#calendar';
import type { KnownCalendar } from './calendars/known-versions.js';
import type { DriftOverview } from './years/drift-overview.js';

/** Every calendar version that dates are computed by, shipped and recorded, the one made public first at the head. */
export class ListCalendars extends Query<readonly KnownCalendar[]> {
  constructor(readonly filter: { readonly jurisdiction?: Jurisdiction; readonly year?: number } = {}) {
    super();
  }
}

/** Which closed years drifted, over all agencies. For whoever watches the service: the first figures and causes of each, no case by its id. */
export class GetDriftOverview extends Query<DriftOverview> {}

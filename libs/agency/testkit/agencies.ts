import type { AgencyState } from '../agencies/agency.js';
import { decideAgency, evolveAgency } from '../agencies/decide-agency.js';
import { specification } from './specification.js';

/** A command to one of the agencies of a specification, by the operator, at a late moment. */
export interface AgencyDeed {
  readonly name: string;
  readonly agency: string;
  readonly body: object;
}

const OPERATOR = { actor: 'operator-1', role: 'operator', now: '2030-06-01T00:00:00.000Z' } as const;

/** A command as it comes from outside. The body may be wrong on purpose. */
export const agencyDeed = (name: string, agency: string, body: object): AgencyDeed => ({ name, agency, body });

/** The founding of a county department under nobody, changed as the specification needs. */
export const founding = (agency: string, body: object = {}): AgencyDeed =>
  agencyDeed('found-agency', agency, {
    on: '2015-01-01',
    name: `${agency}局`,
    level: 'county-dept',
    parentId: null,
    ...body,
  });

/** Specifications over a set of agencies; the situation is the agencies by id. */
export const agencies = specification<ReadonlyMap<string, AgencyState>, AgencyDeed>(
  new Map(),
  (at, { name, agency, body }) => {
    const state = at.get(agency) ?? null;
    const event = decideAgency({ name, target: { agency }, body }, state, { ...OPERATOR, agencies: at });
    const by = { revision: 0, actor: OPERATOR.actor, role: OPERATOR.role, recordedAt: OPERATOR.now };
    return { event, situation: new Map(at).set(agency, evolveAgency(state, { ...event, by })) };
  },
);

import type { RawEntry } from '#casework';
import { agencyDeed, agencies, founding } from './agencies.js';
import { decideRegister } from '../register/decide-register.js';
import { registerContribution, type RegisterCounters } from '../register/register-counters.js';
import { foldRegister, type Register } from '../register/register.js';
import { specification } from './specification.js';

/** A command to the register of one year. */
export interface RegisterDeed {
  readonly name: string;
  readonly year: number;
  readonly body: object;
}

/** The raw histories of the registers of one agency, by year. */
type Registers = ReadonlyMap<number, readonly RawEntry[]>;

const HANDLER = { actor: 'handler-1', role: 'handler', now: '2028-06-15T15:59:59.999Z' } as const;

/** The agency whose registers are specified: from 2015 until it is dissolved on 2028-06-01. */
const AGENCY = agencies
  .after(founding('bureau-1'), agencyDeed('dissolve-agency', 'bureau-1', { on: '2028-06-01' }))
  .get('bureau-1')!;

/** What the commands of these specifications are judged with. */
export const REGISTER_CONTEXT = { ...HANDLER, revision: 0, agency: AGENCY } as const;

/** A command as it comes from outside. The body may be wrong on purpose. */
export const registerDeed = (name: string, year: number, body: object): RegisterDeed => ({ name, year, body });

/** An entry for the register of the year of its date. */
export const entry = (name: string, body: { readonly on: string; readonly [field: string]: unknown }): RegisterDeed =>
  registerDeed(name, Number(body.on.slice(0, 4)), body);

/** A rectification of the entry with this revision in the register of 2023, approved by the head. */
export const rectification = (revision: number, action: object, body: object = {}): RegisterDeed =>
  registerDeed('rectify-register-entry', 2023, {
    on: '2024-01-10',
    revision,
    action,
    reason: 'typing-error',
    approvedBy: 'head-1',
    ...body,
  });

/** Specifications over the registers of one agency. */
export const registers = specification<Registers, RegisterDeed>(new Map(), (at, { name, year, body }) => {
  const history = at.get(year) ?? [];
  const target = { agency: AGENCY.agencyId, year };
  const event = decideRegister({ name, target, body }, history, { ...HANDLER, agency: AGENCY });
  const by = { revision: history.length, actor: HANDLER.actor, role: HANDLER.role, recordedAt: HANDLER.now };
  return { event, situation: new Map(at).set(year, [...history, { ...event, by }]) };
});

/** The register of a year after some deeds. */
export function registerAfter(year: number, ...deeds: readonly RegisterDeed[]): Register {
  return foldRegister({ agency: AGENCY.agencyId, year }, registers.after(...deeds).get(year) ?? []);
}

/** The counters of all registers after some deeds. */
export function countersAfter(...deeds: readonly RegisterDeed[]): readonly RegisterCounters[] {
  return [...registers.after(...deeds)].map(([year, history]) =>
    registerContribution(foldRegister({ agency: AGENCY.agencyId, year }, history)),
  );
}

/**
 * Levels of reporting bodies; ids as in published data. `…-dept` is a department of a government, `…-office` the office of a
 * government that reports for it; a subdistrict office (街道办事处) counts as `town`.
 */
export const AGENCY_LEVELS = [
  'town',
  'county-dept',
  'county',
  'district-dept',
  'district',
  'city-dept',
  'city-office',
  'city',
  'province-office',
  'province',
  'ministry',
] as const;
export type AgencyLevel = (typeof AGENCY_LEVELS)[number];

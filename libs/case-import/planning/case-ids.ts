import { hash } from 'node:crypto';
import { caseIdSchema } from '#casework';

/** The id of a case of a register: agency and number where that makes an id, else one derived from both. The same on every run. */
export function caseIdOf(agency: string, caseNumber: string): string {
  const readable = `${agency}.${caseNumber}`;
  return caseIdSchema.safeParse(readable).success ? readable : derived('case', readable);
}

/** Registers name applicants; the log does not. One reference per case: whether two cases are of one person stays unknown. */
export function applicantRefOf(caseId: string): string {
  return derived('applicant', caseId);
}

/** The command id of a step of a row: the same row of the same agency always gives the same ids, wherever it stands. */
export function commandIdOf(caseId: string, rowSha256: string, step: string): string {
  return `import.${caseId}.${rowSha256}.${step}`;
}

/** 128 bits of a hash: as good as a UUID, and an id by its characters. */
function derived(what: string, of: string): string {
  return hash('sha256', `gongkai/case-register/1\n${what}\n${of}`, 'hex').slice(0, 32);
}

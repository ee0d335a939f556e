import { derivedId } from '#kernel';
import { caseIdSchema } from '#casework';

/** The id of a case of a register: agency and number where that makes an id, else one derived from both. The same on every run. */
export function caseIdOf(agency: string, caseNumber: string): string {
  const readable = `${agency}.${caseNumber}`;
  return caseIdSchema.safeParse(readable).success ? readable : derivedId(`${agency}/${caseNumber}`, 'register-case');
}

/** Registers name applicants; the log does not. One reference per case: whether two cases are of one person stays unknown. */
export function applicantRefOf(caseId: string): string {
  return derivedId(caseId, 'register-applicant');
}

/** The command id of a step of a row: the same row of the same agency always gives the same ids, wherever it stands. */
export function commandIdOf(caseId: string, rowSha256: string, step: string): string {
  return `import.${derivedId(`${caseId}/${rowSha256}`, step)}`;
}

/** An application handed in at the desk on 3 June 2024, a Monday. */
export const APPLICATION = {
  on: '2024-06-03',
  channel: 'in-person',
  applicantRef: 'applicant-1',
  applicantKind: 'natural-person',
} as const;

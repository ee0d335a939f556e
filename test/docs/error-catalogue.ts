import { errorCodes } from './error-codes.js';

/** What a caller can do about a problem, by status. */
const ADVICE: Readonly<Record<number, string>> = {
  400: 'The request cannot be read. Mend it; `errors` names the header, parameter or field.',
  401: 'No valid token. The answer is the same whatever is wrong with it; make a new one with `gongkai token create`.',
  403: 'The token is valid, but its role (`allowedRoles`) or its agencies do not cover this.',
  404: 'Nothing is there, or nothing that the caller may know of.',
  405: 'The address exists; `Allow` lists its methods.',
  408: 'The request did not arrive in time.',
  409: 'Legal in itself, but not now: `caseStatus`, `caseStatusLabel` and `allowedSteps` say where the case stands. `revision-conflict` is 412 when the request carried `If-Match`: read again, decide again.',
  412: 'The revision in `If-Match` is not the present one (`currentRevision`).',
  413: 'The body is larger than the limit (64 KiB unless configured).',
  414: 'A parameter in the path is longer than any id.',
  415: 'Send JSON in UTF-8, uncompressed, as `application/json`.',
  422: 'Readable, but a field breaks its schema or a rule of law that does not depend on the state. `errors` names every field at fault.',
  429: 'Too many requests in a minute; `Retry-After` says how many seconds to wait.',
  431: 'The headers are larger than 16 KiB.',
  500: 'A fault on our side, or stored data that is not what was written. Logged under the id in `instance`; call the operator.',
  503: 'Nothing is known to be lost. Send the same request again with the same `Idempotency-Key` after `Retry-After` seconds.',
};

const HEAD = `# Errors

Generated from the sources by \`npm run docs\`; do not edit.

Every error is answered as Problem Details (RFC 9457, \`application/problem+json\`): \`type\` (\`urn:gongkai:error:<code>\`), \`title\`,
\`status\`, \`detail\` (what happened and what to do, plain Chinese), \`instance\` (\`urn:gongkai:request:<request id>\`), \`code\`, and where
they help \`errors\` (\`[{ path, message }]\`) and further facts. A code never changes its meaning. The command line uses the same codes.
`;

/** docs/errors.md: every code, by HTTP status, with what is said to people (\`…\` stands for a value). */
export function errorCatalogue(): string {
  const codes = errorCodes();
  const sections = [...new Set(codes.map(({ status }) => status))].map((status) => {
    const rows = codes
      .filter((each) => each.status === status)
      .map(
        ({ code, messages }) => `| \`${code}\` | ${messages.map((text) => text.replaceAll('|', '\\|')).join('<br>')} |`,
      );
    return `## ${status}\n\n${ADVICE[status] ?? ''}\n\n| code | message |\n| --- | --- |\n${rows.join('\n')}\n`;
  });
  return [HEAD, ...sections].join('\n');
}

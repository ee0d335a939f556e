import { allowedSteps, CASE_STATUSES, caseSteps, isAllowed, lifecycleDiagram, STATUS_LABELS } from '#casework';

/** docs/life-cycle.md: the diagram and the table of the life cycle, made from lifecycle.ts. */
export function lifeCycle(): string {
  const statuses = CASE_STATUSES.map((status) => STATUS_LABELS[status]);
  const table = caseSteps.map(({ name, label, article, roles }) => {
    const cells = CASE_STATUSES.map((status) => (isAllowed(name, status) ? '✓' : ''));
    return `| \`${name}\` ${label} | ${article} | ${roles.join(', ')} | ${cells.join(' | ')} |`;
  });
  return [
    '# Life cycle of a case',
    'Generated from `libs/casework/lifecycle.ts` by `npm run docs`; do not edit.',
    '```mermaid\n' + lifecycleDiagram().trim() + '\n```',
    '## Which step is allowed when',
    [
      `| step | article | who | ${statuses.join(' | ')} |`,
      `| --- | --- | --- |${' --- |'.repeat(statuses.length)}`,
      ...table,
    ].join('\n'),
    '## Steps by status',
    CASE_STATUSES.map(
      (status) =>
        `- **${STATUS_LABELS[status]}** (\`${status}\`): ${allowedSteps(status)
          .map((s) => `\`${s}\``)
          .join(', ')}`,
    ).join('\n'),
    '',
  ].join('\n\n');
}

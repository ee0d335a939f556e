/** Which library may know which. Arrows point inward only; each rule says why. Seen failing: test/architecture/arrows.int.spec.ts. */
const PURE = '^libs/(casework|calendar|statistics|annual-report|agency)/';
const TEST = '(\\.spec\\.ts$|/testkit/|\\.testkit\\.ts$|^test/)';

const onlyTo = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^libs/${from}/`, pathNot: TEST },
  to: { path: '^(libs|apps)/', pathNot: `^libs/(${[from, ...allowed].join('|')})/` },
});

module.exports = {
  forbidden: [
    onlyTo(
      'kernel-knows-nobody',
      'kernel',
      [],
      'The kernel is what everybody stands on; an arrow out of it is a cycle in waiting.',
    ),
    onlyTo(
      'files-know-kernel',
      'files',
      ['kernel'],
      'Bytes of unknown origin are unpacked in one place, for reports and registers alike, and it knows of neither.',
    ),
    onlyTo('calendar-knows-kernel', 'calendar', ['kernel'], 'Working days are a fact of the state, not of our cases.'),
    onlyTo(
      'casework-inward',
      'casework',
      ['kernel', 'calendar'],
      'The life of a case must be readable, and testable, without anything around it.',
    ),
    onlyTo(
      'agency-inward',
      'agency',
      ['kernel', 'calendar', 'casework'],
      'Agencies stand beside casework and share its vocabulary, not its views.',
    ),
    onlyTo(
      'statistics-inward',
      'statistics',
      ['kernel', 'calendar', 'casework', 'agency'],
      'Figures are a function of histories; whoever stores them is no concern of theirs.',
    ),
    onlyTo(
      'annual-report-inward',
      'annual-report',
      ['kernel', 'calendar', 'casework', 'agency', 'statistics'],
      'A form prints figures; it must not be able to fetch them.',
    ),
    onlyTo(
      'report-files-knows-forms',
      'report-files',
      ['kernel', 'calendar', 'casework', 'agency', 'statistics', 'annual-report', 'files'],
      'Writing and reading files needs the report, not the place where its figures are kept.',
    ),
    onlyTo(
      'case-import-knows-casework',
      'case-import',
      ['kernel', 'calendar', 'casework', 'agency', 'files'],
      'A register becomes commands like any other; who records them is the business of the office.',
    ),
    onlyTo(
      'event-store-knows-no-domain',
      'event-store',
      ['kernel'],
      'The log stores any event; a rule of law inside it would have to be migrated with it.',
    ),
    onlyTo(
      'integrity-knows-no-domain',
      'integrity',
      ['kernel', 'event-store'],
      'What proves that a log is whole must not have to change with the rules of what is logged.',
    ),
    onlyTo(
      'projections-know-no-domain',
      'projections',
      ['kernel', 'event-store'],
      'The runner guarantees order and checkpoints for any fold.',
    ),
    onlyTo(
      'access-knows-kernel',
      'access',
      ['kernel'],
      'Who somebody is does not depend on what they work on; single sign-on will replace it.',
    ),
    onlyTo(
      'privacy-knows-kernel',
      'privacy',
      ['kernel'],
      'Keys of persons stand apart from the log and from the cases.',
    ),
    {
      name: 'libraries-know-no-application',
      comment: 'Applications wire libraries; the other way round no second application could be built.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'pure-core-does-no-input-output',
      comment:
        'Same events, same figures: on every machine, in every time zone, in any year. So no Node module and no framework.',
      severity: 'error',
      from: { path: PURE, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-core-knows-no-framework',
      comment: 'The rules of law outlive every framework.',
      severity: 'error',
      from: { path: PURE, pathNot: TEST },
      to: { path: 'node_modules/(@nestjs|rxjs|kafkajs|@eventstore|pino|fastify)' },
    },
    {
      name: 'one-door-per-library',
      comment: 'A library is entered by its index only, so that its inside may be moved.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: TEST },
      to: { path: '^libs/([^/]+)/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or lack a third.',
      severity: 'error',
      from: { pathNot: TEST },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-stay-out',
      comment: 'What ships must not lean on what tests.',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|node_modules/\\.cache)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};

import tseslint from 'typescript-eslint';
import jsdoc from 'eslint-plugin-jsdoc';

/** Libraries whose results must be a function of their input: see docs/adr/0003-pure-core.md. */
const PURE = ['casework', 'calendar', 'statistics', 'annual-report', 'agency'].map((lib) => `libs/${lib}/**/*.ts`);
const TESTS = ['**/*.spec.ts', '**/testkit/**', '**/*.testkit.ts', 'test/**'];

const impure = (selector, what) => ({
  selector,
  message: `${what} makes the result depend on more than the events (docs/adr/0003-pure-core.md)`,
});

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', '**/*.js', '**/*.cjs', '**/*.mjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { jsdoc },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: TESTS,
    rules: {
      // Every exported function, type and constant says what it means, in which unit, and what it raises.
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { ClassDeclaration: true, FunctionDeclaration: true, MethodDefinition: false },
          contexts: ['TSInterfaceDeclaration', 'ExportNamedDeclaration > VariableDeclaration'],
        },
      ],
    },
  },
  {
    files: PURE,
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': [
        'error',
        impure("MemberExpression[object.name='Date'][property.name='now']", 'A clock'),
        impure("NewExpression[callee.name='Date'][arguments.length=0]", 'A clock'),
        impure("MemberExpression[object.name='Math'][property.name='random']", 'Randomness'),
        impure("MemberExpression[object.name='process']", 'The environment'),
        impure('MemberExpression[property.name=/^toLocale/]', 'A locale'),
        impure("MemberExpression[property.name='localeCompare']", 'A locale'),
        impure("Identifier[name='Intl']", 'A locale'),
        impure("CallExpression[callee.name='parseFloat']", 'A float'),
        impure('Literal[raw=/^[0-9]+[.][0-9]+$/]', 'A float'),
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'fs', 'crypto', 'path'],
              message: 'Pure code does no I/O (docs/adr/0003-pure-core.md).',
            },
            { group: ['@nestjs/*', 'rxjs'], message: 'Pure code knows no framework (docs/adr/0003-pure-core.md).' },
          ],
        },
      ],
    },
  },
  {
    files: TESTS,
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off' },
  },
);

/**
 * Three tiers, told apart by the file name: unit (pure), int (real SQLite files, real servers), e2e (the whole application).
 * Jest runs the TypeScript sources as native ES modules, hence the mapping of `#library` imports back to `libs/`.
 */
const tier = (name) => ({
  displayName: name,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^#([a-z-]+)$': '<rootDir>/libs/$1/index.ts',
    '^#([a-z-]+)/(.*)\\.js$': '<rootDir>/libs/$1/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testMatch: [`<rootDir>/{apps,libs,test}/**/*.${name}.spec.ts`],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
});

export default {
  projects: ['unit', 'int', 'e2e'].map(tier),
  reporters: ['default', '<rootDir>/test/support/summary-reporter.js'],
  maxWorkers: 2,
  testTimeout: 60_000,
};

import { defineConfig } from 'vitest/config'

// Two projects, so that the PostgreSQL server is started only when a test that needs it is run.
export default defineConfig({
  test: {
    maxWorkers: 2, // one less than there are cores is the default, which on two cores is one after the other
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 20_000, // two cores, and property tests
          include: ['lib/**/*.test.ts', 'db/**/*.test.ts', 'app/**/*.test.ts'],
          exclude: ['**/*.postgres.test.ts', 'db/postgres/**', '**/node_modules/**', ...(process.env['LEFT_OUT']?.split(',') ?? [])],
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['{db,lib}/**/*.postgres.test.ts', 'db/postgres/**/*.test.ts'],
          globalSetup: ['db/testing/vitest-postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = {
  root: fileURLToPath(new URL('..', import.meta.url)),
  // One copy of graphql: under Vite, packages would otherwise load its second, differently built one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
};

/** The bench's peers have packages of their own, some of which bring their tests. */
const PACKAGES = '**/node_modules/**';

/** Loading them anew for each file took a fifth of all the time. */
const modules = { isolate: false };

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'plain',
          ...modules,
          sequence: { groupOrder: 0 },
          maxWorkers: '100%',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.db.test.ts', 'test/faces/**', PACKAGES],
          // Reading the whole seed takes a second or two, on a busy machine several.
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'neo4j',
          ...modules,
          sequence: { groupOrder: 1 },
          include: ['test/**/*.db.test.ts'],
          // Hits depend on what a database has held before, and to plan every text takes minutes: npm run counts, npm run plans.
          exclude: process.env.COUNTS ? [PACKAGES] : [PACKAGES, 'test/counts/**', 'test/plans/**'],
          globalSetup: ['test/start-neo4j.ts'],
          // All files share one database.
          fileParallelism: false,
          setupFiles: ['test/close-graphs.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

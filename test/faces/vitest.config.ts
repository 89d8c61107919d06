import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What a person sees, in a real browser: slower than all else, and so no part of `npm test`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'faces',
    include: ['test/faces/**/*.faces.test.ts'],
    globalSetup: ['test/faces/start-product.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Neo4j is stopped in order.
    teardownTimeout: 60_000,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    // Three files at a time, also on two cores: much of the time is spent waiting for something to arrive.
    maxWorkers: 3,
    maxConcurrency: 8,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'tmp/test-results.json' }]],
  },
});

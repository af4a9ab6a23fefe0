import { defineConfig } from 'vitest/config';

/** The long storm, `npm run test:crash`; a short one is part of the other tests. */
export default defineConfig({
  test: {
    include: ['test/crash/long.crash.ts'],
    // A storm is mostly waiting: for a start, for the second that Slack wants between two messages.
    maxConcurrency: 4,
    hookTimeout: 60_000,
    reporters: ['verbose'],
  },
});

import { defineConfig } from 'vitest/config';

/**
 * Makes the pictures of the documents from the real page, in docs/images: `npm run picture`, or some of them:
 * `npm run picture -- case watch`.
 */
export default defineConfig({
  test: {
    include: ['test/pictures/*.picture.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    reporters: ['verbose'],
  },
});

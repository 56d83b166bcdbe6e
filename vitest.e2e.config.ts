import { defineConfig } from 'vitest/config'

/** Browser tests: one file after the other, since each drives a whole installation. ENSEMBLE_CHROMIUM names the browser. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    passWithNoTests: true,
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    // A test that starts real processes waits for them; nothing here measures time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

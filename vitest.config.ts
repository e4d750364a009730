import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    // No test leaves anything in its process that another would find; a process for each file took longer than its tests.
    isolate: false,
    maxWorkers: '100%',
    // A test that starts real processes waits for them; nothing here measures time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

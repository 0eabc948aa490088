import { defineConfig } from 'vitest/config'
import { compileCache } from './test/support/compile-cache.ts'

export default defineConfig({
  test: {
    include: ['test/{unit,store,contract,security,packaging,shell,torture}/**/*.test.{ts,tsx}'],
    // better-sqlite3 is a native addon: in threads of one process a crash of one test would take all others with it.
    pool: 'forks',
    env: compileCache,
    // Left to itself it keeps one processor free: of two it would use one.
    maxWorkers: '100%',
    // A test that reads a large file or starts a process takes seconds on a small machine; one that hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})

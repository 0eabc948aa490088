import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { caches } from './test/support/caches.ts'

const tests = 'test/{unit,store,contract,security,packaging,shell,torture}/**/*.test.{ts,tsx}'

/** Those that put something else in a module's place: nobody else may find it there. */
const replacing = globSync(tests, { cwd: import.meta.dirname })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\bvi\.(mock|doMock)\(/.test(readFileSync(new URL(file, import.meta.url), 'utf8')))

export default defineConfig({
  test: {
    // better-sqlite3 is a native addon: in threads of one process a crash of one test would take all others with it.
    pool: 'forks',
    setupFiles: ['test/support/note-codes.ts'],
    env: caches,
    // Left to itself it keeps one processor free: of two it would use one.
    maxWorkers: '100%',
    // A test that reads a large file or starts a process takes seconds on a small machine; one that hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        // The modules of the application are loaded once for each process, not once for each of the files: that took longer
        // than all tests of most files.
        test: { name: 'together', isolate: false, include: [tests], exclude: replacing },
      },
      { extends: true, test: { name: 'alone', include: replacing } },
    ],
  },
})

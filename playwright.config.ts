import { defineConfig } from '@playwright/test'
import { caches } from './test/support/caches.ts'

// Workers, and the processes that they start, get it from here.
Object.assign(process.env, caches)

// The tests start the application's own Chromium shell (electron/chromium), which finds a browser by itself, so there is
// no browser to configure or to download here.
export default defineConfig({
  testDir: 'test',
  // What a shell owes (`test/shell`) is asked of both shells where they are there.
  testMatch: ['e2e/**/*.spec.ts', 'shell/**/*.spec.ts'],
  outputDir: 'test-results',
  globalSetup: './test/support/build-once.ts',
  // The window, the register process and the browser share the processors; more at a time is not faster.
  workers: 2,
  fullyParallel: true,
  // A test that passes only at the second try has found something: it is printed as flaky, and only a few may be
  // (test/support/counts.ts).
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A forgotten `.only` must not make all others vanish from the sum.
  forbidOnly: true,
})

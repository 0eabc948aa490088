/** Long work over the contract: progress while it runs, cancelled where the caller goes away, its result as the last item. */
import type { Progress } from '#shared/contract/base.ts'

export interface Work {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

/**
 * Runs `work` and yields what it reports. The work must give up its turn now and then (a macrotask, not only a promise):
 * without that neither progress leaves nor a cancel arrives.
 */
export async function* progressOf<Result>(
  stage: string,
  signal: AbortSignal | undefined,
  work: (options: Work) => Promise<Result>,
): AsyncGenerator<Progress<Result>, void, void> {
  const abort = new AbortController()
  const stop = () => {
    abort.abort()
  }
  signal?.addEventListener('abort', stop)
  let latest: Progress<Result> | null = null
  let wake = () => {}
  const running = work({
    signal: abort.signal,
    progress: (done, total) => {
      latest = { kind: 'progress', stage, done, total }
      wake()
    },
  })
  const state: { ended: boolean } = { ended: false }
  const finished = running.then(
    () => {
      state.ended = true
      wake()
    },
    () => {
      state.ended = true
      wake()
    },
  )
  try {
    for (;;) {
      const report = takeLatest()
      if (report !== null) yield report
      if (state.ended) break
      if (latest === null) await new Promise<void>((resolve) => (wake = resolve))
    }
    yield { kind: 'result', result: await running }
  } finally {
    // The caller broke off, or the work failed: it is told to stop and waited for, so that nothing runs on unseen.
    abort.abort()
    signal?.removeEventListener('abort', stop)
    await finished
  }

  function takeLatest(): Progress<Result> | null {
    const report = latest
    latest = null
    return report
  }
}

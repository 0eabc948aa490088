/** Long work over the contract: progress while it runs, cancelled where the caller goes away, its result as the last item. */
import type { Progress } from '#shared/contract/base.ts'
import { refusal } from './implementer.ts'

export interface Work {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

/** Work that names its stages itself. */
export interface StagedWork {
  readonly signal: AbortSignal
  readonly progress: (report: { readonly stage: string; readonly done: number; readonly total: number }) => void
}

/**
 * Runs `work` and yields what it reports. The work must give up its turn now and then (a macrotask, not only a promise):
 * without that neither progress leaves nor a cancel arrives.
 */
export function progressOf<Result>(
  stage: string,
  signal: AbortSignal | undefined,
  work: (options: Work) => Promise<Result>,
): AsyncGenerator<Progress<Result>, void, void> {
  return stagedProgressOf(stage, signal, (staged) =>
    work({
      signal: staged.signal,
      progress: (done, total) => {
        staged.progress({ stage, done, total })
      },
    }),
  )
}

/** The same for work that names its stages; `first` is the one before it has reported. */
export async function* stagedProgressOf<Result>(
  first: string,
  signal: AbortSignal | undefined,
  work: (options: StagedWork) => Promise<Result>,
): AsyncGenerator<Progress<Result>, void, void> {
  const abort = new AbortController()
  const stop = () => {
    abort.abort()
  }
  signal?.addEventListener('abort', stop)
  // Whoever has gone before it began hears nothing of it.
  if (signal?.aborted === true) stop()
  const state: { ended: boolean; latest: Progress<Result> | null; wake: () => void } = {
    ended: false,
    latest: { kind: 'progress', stage: first, done: 0, total: 0 },
    wake: () => undefined,
  }
  // In a function of its own: what is refused before the work begins is a refusal like any other.
  const running = (async () =>
    work({
      signal: abort.signal,
      progress: (report) => {
        state.latest = { kind: 'progress', ...report }
        state.wake()
      },
    }))()
  const end = () => {
    state.ended = true
    state.wake()
  }
  const finished = running.then(end, end)
  try {
    for (;;) {
      const report = state.latest
      state.latest = null
      if (report !== null) yield report
      else if (state.ended) break
      else await new Promise<void>((resolve) => (state.wake = resolve))
    }
    yield { kind: 'result', result: await running }
  } catch (error) {
    // What fails between two items does not pass the contract's own translation of errors.
    throw refusal(error)
  } finally {
    // The caller broke off, or the work failed: it is told to stop and waited for, so that nothing runs on unseen.
    abort.abort()
    signal?.removeEventListener('abort', stop)
    await finished
  }
}

/** Long work of the register process: one at a time, shown in the foot of the window with Cancel. */
import { useSyncExternalStore } from 'react'
import type { Progress } from '#shared/contract/base.ts'
import { Problem } from '#shared/domain/problem.ts'

export interface RunningWork {
  /** Key of the catalogue under `app.work`. */
  readonly name: WorkName
  readonly stage: string
  readonly done: number
  readonly total: number
  /** Missing once there is no way back. */
  readonly cancel: (() => void) | undefined
}
export type WorkName =
  | 'opening'
  | 'verify'
  | 'inspect'
  | 'import'
  | 'lock'
  | 'write'
  | 'export'
  | 'paste'
  | 'fromExport'
  | 'merge'
  | 'restore'
  | 'recover'
  | 'redactionPreview'
  | 'redact'

let running: RunningWork | null = null
const listeners = new Set<() => void>()

function set(next: RunningWork | null): void {
  running = next
  for (const listener of listeners) listener()
}

export function useRunningWork(): RunningWork | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => running,
  )
}

export function isWorkRunning(): boolean {
  return running !== null
}

/** Cancels what is running, and resolves when it has ended. */
export function cancelRunningWork(): Promise<void> {
  if (running === null) return Promise.resolve()
  running.cancel?.()
  return new Promise((resolve) => {
    const look = () => {
      if (running !== null) return
      listeners.delete(look)
      resolve()
    }
    listeners.add(look)
  })
}

const nothingLasting: ReadonlySet<string> = new Set()

/**
 * Runs long work to its result. CANCELLED where a person cancels it: the port itself then reports an aborted queue, which
 * says nothing to anybody, so the signal decides what happened.
 *
 * @param lasting stages that are carried out to their end once they have begun, and cannot be cancelled
 */
export async function runLongWork<Result>(
  name: WorkName,
  start: (signal: AbortSignal) => Promise<AsyncIterable<Progress<Result>>>,
  lasting: ReadonlySet<string> = nothingLasting,
): Promise<Result> {
  const abort = new AbortController()
  const cancel = () => {
    abort.abort()
  }
  set({ name, stage: name, done: 0, total: 0, cancel })
  try {
    for await (const report of await start(abort.signal)) {
      if (report.kind === 'result') return report.result
      const { stage, done, total } = report
      set({ name, stage, done, total, cancel: lasting.has(stage) ? undefined : cancel })
    }
    throw new Problem(abort.signal.aborted ? 'CANCELLED' : 'INTERNAL')
  } catch (error) {
    throw abort.signal.aborted ? new Problem('CANCELLED') : error
  } finally {
    set(null)
  }
}

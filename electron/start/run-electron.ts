/** Electron as a child of `npm start`: watched until it shows its window, then waited for. */
import { spawn } from 'node:child_process'
import { sandboxed } from '../chromium/launch-options.ts'
import { untilSignal } from './until-signal.ts'

/**
 * Resolves when Electron has ended. `shown` is false where it ended before there was a window: a library is missing, or the
 * display is dead.
 */
export async function runElectron(
  binary: string,
  options: readonly string[],
): Promise<{ shown: boolean; exitCode: number }> {
  // Chromium refuses its sandbox to root.
  const flags = sandboxed() ? [] : ['--no-sandbox']
  const child = spawn(binary, [...flags, ...options], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  const seen = { shown: false, asked: false }
  child.on('message', (message) => {
    if (message === 'shown') seen.shown = true
  })
  const signal = untilSignal()
  void signal.received.then(() => {
    seen.asked = true
    child.kill('SIGTERM')
  })
  const exitCode = await new Promise<number>((resolve) => {
    child.once('error', () => {
      resolve(1)
    })
    child.once('exit', (code) => {
      resolve(code ?? (seen.asked ? 0 : 1))
    })
  })
  signal.ignore()
  // Somebody who ends it before its window was there wants no other one. What fails to start does not end with 0.
  return { shown: seen.shown || seen.asked || exitCode === 0, exitCode }
}

/**
 * `Daicho --cli COMMAND …`: the command line inside the packaged application, whose Electron cannot be started as Node. No
 * window, no lock of a single instance, the exit codes and outputs of `npm run -s daicho`. Only `pack` needs Electron to be
 * ready, for its printing: everything else runs without a display.
 */
import { run } from '#electron/cli/run.ts'
import { AppProtocol } from './app-protocol.ts'
import { prepareElectron } from './desktop.ts'
import type { ElectronParts, Surroundings } from './parts.ts'
import { printerOf } from './print-window.ts'
import { guardContents, guardSession } from './security.ts'

export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly workingFolder: string
  readonly input?: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly errors: NodeJS.WriteStream
  /** Aborted by the first Ctrl+C. */
  readonly signal: AbortSignal
}

export async function runCommandLine(
  parts: ElectronParts,
  around: Pick<Surroundings, 'built' | 'profile'>,
  words: readonly string[],
  terminal: Terminal,
): Promise<void> {
  const { app } = parts
  prepareElectron(parts, around.profile)
  // The hidden window of a print is the last one each time.
  app.on('window-all-closed', () => undefined)
  const assets = new AppProtocol(around.built.renderer)
  const printer = printerOf(parts.makeWindow, assets)
  let ready: Promise<void> | undefined
  const makeReady = async () => {
    await app.whenReady()
    guardSession(parts.session())
    guardContents(app, () => undefined)
    parts.protocol.handle('app', ({ url }) => assets.answer(url))
  }
  const exitCode = await run(words, {
    ...terminal,
    print: async (job) => {
      ready ??= makeReady()
      await ready
      return printer(job)
    },
  })
  // A pipe may still hold what was written last.
  await Promise.all([written(terminal.output), written(terminal.errors)])
  app.exit(exitCode)
}

function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    // Also where the reader is gone: there is nothing left to wait for.
    stream.write('', () => {
      resolve()
    })
  })
}

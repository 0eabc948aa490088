/**
 * The Electron binary for `npm start`. From version 42 on its package has no install script: the binary comes at the first
 * run, here announced, limited in time and possible to switch off.
 */
import { fork, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Without progress for this long the download is given up. */
export const patienceMilliseconds = 20_000

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** The binary where it is there, of the version that is locked; else null. */
export function electronBinary(root: string = folder): string | null {
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    if (readFileSync(join(root, 'dist', 'version'), 'utf8').replace(/^v/, '') !== version) return null
    const binary = join(root, 'dist', readFileSync(join(root, 'path.txt'), 'utf8'))
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

export interface DownloadParts {
  /** Starts the download; tells each sign of progress and, once, how it ended. `stop` ends it. */
  readonly start: (told: { progress: () => void; ended: (done: boolean) => void }) => { stop: () => void }
  readonly patience: number
}

/** True when the download ended well; false when it failed or stood still for too long. */
export function downloaded({ start, patience }: DownloadParts): Promise<boolean> {
  return new Promise((resolve) => {
    const giveUp = () => {
      over = true
      download.stop()
      resolve(false)
    }
    let timer = setTimeout(giveUp, patience)
    let over = false
    const download = start({
      progress() {
        if (over) return
        clearTimeout(timer)
        timer = setTimeout(giveUp, patience)
      },
      ended(done) {
        over = true
        clearTimeout(timer)
        resolve(done)
      },
    })
  })
}

/** Fetches and unpacks the binary; null where it cannot be had. */
export async function fetchElectron(): Promise<string | null> {
  const done = await downloaded({
    patience: patienceMilliseconds,
    start({ progress, ended }) {
      const entry = fileURLToPath(new URL('./fetch-electron.ts', import.meta.url))
      const child = fork(entry, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
      child.on('message', progress)
      child.on('error', () => {
        ended(false)
      })
      child.on('exit', (code) => {
        ended(code === 0)
      })
      return {
        stop() {
          child.kill()
        },
      }
    },
  })
  if (!done) return null
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' })
  return electronBinary()
}

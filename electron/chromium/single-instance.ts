/**
 * One application per profile under the Chromium shell, as Electron's own lock gives it: the first start waits at a local
 * socket in the profile's folder, which is the person's alone (a named pipe on Windows); a second one hands its files over
 * there and ends. A socket tells whether its owner lives, which a lock file does not, and it is no port: nothing of the
 * network can reach it. Where a folder's name is too long for a socket, each start opens its own window; the register's lease
 * then still keeps two of them from editing one file.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const handedSchema = z.object({ files: z.array(z.string().min(1).max(32_767)).max(100) })
/** What a second start may send; a list of files is far shorter. */
const longest = 1_000_000
const patience = 5000

export interface OnlyInstance {
  /** From now on second starts are heard. Those that came before wait. */
  hear(onFiles: (files: readonly string[]) => void): void
  release(): Promise<void>
}

/** Null in a second start, which has handed its files over. */
export async function onlyInstance(profile: string, files: readonly string[]): Promise<OnlyInstance | null> {
  const address = addressIn(profile)
  if (address === null || !isThere(profile)) return alone
  for (let attempt = 1; ; attempt += 1) {
    const first = await listenAt(address)
    if (first !== null) return first
    if (await handOver(address, files)) return null
    // Nobody answers: whoever made the socket has died. On Windows a pipe goes with its process.
    if (process.platform !== 'win32') rmSync(address, { force: true })
    if (attempt === 3) return alone
  }
}

/** Where starts cannot hear of each other. */
const alone: OnlyInstance = { hear: () => undefined, release: () => Promise.resolve() }

function isThere(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return true
  } catch {
    // The window says that nothing can be kept there.
    return false
  }
}

function addressIn(profile: string): string | null {
  const name = createHash('sha256').update(resolve(profile)).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\daicho-${name}`
  const path = join(profile, 'instance.sock')
  // The system's own limit, 104 bytes on macOS with the closing zero.
  return Buffer.byteLength(path) < 104 ? path : null
}

/** Null where somebody else listens there. */
function listenAt(address: string): Promise<OnlyInstance | null> {
  return new Promise((settle) => {
    const waiting: (readonly string[])[] = []
    let hear = (files: readonly string[]) => {
      waiting.push(files)
    }
    const server: Server = createServer((socket) => {
      receive(socket, (files) => {
        hear(files)
      })
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') settle(null)
      // A folder that holds no socket, or that cannot be written to: no reason not to start.
      else settle(alone)
    })
    server.listen(address, () => {
      settle({
        hear(onFiles) {
          hear = onFiles
          for (const files of waiting.splice(0)) onFiles(files)
        },
        release: () =>
          new Promise((done) => {
            server.close(() => {
              done()
            })
          }),
      })
    })
  })
}

function receive(socket: Socket, onFiles: (files: readonly string[]) => void): void {
  let text = ''
  socket.setEncoding('utf8')
  socket.setTimeout(patience, () => socket.destroy())
  socket.on('error', () => undefined)
  socket.on('data', (piece: string) => {
    text += piece
    if (text.length > longest) socket.destroy()
    const end = text.indexOf('\n')
    if (end < 0) return
    const handed = handedSchema.safeParse(parsed(text.slice(0, end))).data
    if (handed === undefined) {
      socket.destroy()
      return
    }
    onFiles(handed.files)
    socket.end('heard\n')
  })
}

/** False where nobody listens. */
function handOver(address: string, files: readonly string[]): Promise<boolean> {
  return new Promise((settle) => {
    let answer = ''
    const socket = connect(address, () => {
      socket.write(`${JSON.stringify({ files })}\n`)
    })
    socket.setEncoding('utf8')
    socket.setTimeout(patience, () => socket.destroy())
    socket.on('data', (piece: string) => (answer += piece))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      settle(answer === 'heard\n')
    })
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

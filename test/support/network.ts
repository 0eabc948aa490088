/** What a process and its children listen on, and what a browser tried to reach, as the system and the browser themselves say. */
import { chmodSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '#electron/chromium/find-browser.ts'

/** A process and all that came of it. */
export function processTree(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = parentOf(Number(name))
      return parent === undefined ? [] : [[Number(name), parent] as const]
    })
  const tree = [root]
  for (const process of tree) tree.push(...parents.filter(([, parent]) => parent === process).map(([child]) => child))
  return tree
}

function parentOf(process: number): number | undefined {
  try {
    // The name in the second field may hold spaces and brackets.
    const facts = readFileSync(`/proc/${String(process)}/stat`, 'utf8')
    return Number(facts.slice(facts.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

/** Addresses on which any of the processes listens, TCP over IPv4 and IPv6, and every bound UDP socket; as the kernel writes them. */
export function listening(processes: readonly number[]): string[] {
  const sockets = new Set(processes.flatMap(socketsOf))
  return (['tcp', 'tcp6', 'udp', 'udp6'] as const).flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      // 0A: LISTEN; a UDP socket that is bound waits for datagrams (07).
      .filter(([, , , state, , , , , , inode]) => (state === '0A' || state === '07') && sockets.has(inode ?? ''))
      .map(([, address]) => `${table} ${address ?? ''}`),
  )
}

function socketsOf(process: number): string[] {
  try {
    const folder = `/proc/${String(process)}/fd`
    return readdirSync(folder).flatMap((name) => {
      try {
        const match = /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))
        return match?.[1] === undefined ? [] : [match[1]]
      } catch {
        return []
      }
    })
  } catch {
    // It has ended meanwhile: it listens on nothing.
    return []
  }
}

/** The same browser, writing down whatever its network part does: in `log`, once it has ended. */
export function watched(browser: Browser, folder: string): { browser: Browser; log: string } {
  const log = join(folder, 'net.json')
  const executable = join(folder, 'watched-browser')
  writeFileSync(
    executable,
    `#!/bin/sh\nexec '${browser.executable}' ${netLogTo(log)
      .map((each) => `'${each}'`)
      .join(' ')} "$@"\n`,
  )
  chmodSync(executable, 0o755)
  return { browser: { ...browser, executable }, log }
}

export function netLogTo(file: string): string[] {
  return [`--log-net-log=${file}`, '--net-log-capture-mode=Everything']
}

/** What a run may not have done: hosts that were looked up, and whatever was sent. Throws where the log holds nothing at all. */
export function leftTheComputer(log: string): readonly string[] {
  const { lookedUp, sent, events } = attemptsIn(log)
  if (events === 0) throw new Error('the browser has written down nothing')
  return [...lookedUp, ...sent]
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[]
}

export interface Attempts {
  /** Addresses that requests were begun for. */
  readonly requested: readonly string[]
  /** Host names that were given to the system or to a server to be looked up. */
  readonly lookedUp: readonly string[]
  /** Connections that were begun and datagrams that were sent. */
  readonly sent: readonly string[]
  readonly events: number
}

/** What stands in a file written by `--log-net-log`. A browser that was ended leaves the last bracket out. */
export function attemptsIn(file: string): Attempts {
  const { constants, events } = parseNetLog(readFileSync(file, 'utf8'))
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]))
  const found = { requested: new Set<string>(), lookedUp: new Set<string>(), sent: new Set<string>() }
  for (const { type, params } of events) {
    const name = names.get(type) ?? ''
    if (name === 'TCP_CONNECT_ATTEMPT' || name === 'UDP_BYTES_SENT' || name === 'SOCKET_BYTES_SENT')
      found.sent.add(`${name} ${JSON.stringify(params?.address ?? '')}`)
    if (params === undefined) continue
    if (name === 'URL_REQUEST_START_JOB' && typeof params.url === 'string') found.requested.add(params.url)
    // The manager's own requests are mapped by the rules first; a job is what goes on to the system or to a server.
    if (name === 'HOST_RESOLVER_MANAGER_JOB' && typeof params.host === 'string') found.lookedUp.add(params.host)
  }
  return {
    requested: [...found.requested].sort(),
    lookedUp: [...found.lookedUp].sort(),
    sent: [...found.sent].sort(),
    events: events.length,
  }
}

function parseNetLog(text: string): NetLog {
  try {
    return JSON.parse(text) as NetLog
  } catch {
    return JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`) as NetLog
  }
}

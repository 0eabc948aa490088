/**
 * One editor: a row that says who holds the register, taken at opening and checked inside every write. A lease left by a
 * crash is taken over: on this machine once its process is gone, from another machine once its heartbeat is old.
 */
import type { Instant } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { ReadHandle, WriteHandle } from './query.ts'

export interface LeaseHolder {
  readonly holder: string
  readonly account: string
  readonly machine: string
  readonly processId: number
  readonly since: Instant
  readonly heartbeat: Instant
}

/** A heartbeat older than this is a crash's (a sleeping laptop wakes within it or loses the lease, and is told). */
export const leaseTimeoutMilliseconds = 180_000
/** On the same machine, where the process is still there: after a crash its number may be another program's by now. */
export const sameMachineTimeoutMilliseconds = 900_000
export const heartbeatMilliseconds = 30_000

export function readLease(read: ReadHandle): LeaseHolder | null {
  const row = read
    .prepare('SELECT holder, account, machine, process_id AS processId, since, heartbeat FROM lease WHERE id = 1')
    .get() as LeaseHolder | undefined
  return row ?? null
}

/** True where a lease binds others at `now`. */
export function isAlive(
  lease: LeaseHolder,
  now: Instant,
  here: { machine: string; isRunning: (id: number) => boolean },
): boolean {
  const silent = Date.parse(now) - Date.parse(lease.heartbeat)
  if (lease.machine === here.machine) return silent < sameMachineTimeoutMilliseconds && here.isRunning(lease.processId)
  return silent < leaseTimeoutMilliseconds
}

export function takeLease(write: WriteHandle, lease: LeaseHolder): void {
  write
    .statement(
      'INSERT OR REPLACE INTO lease (id, holder, account, machine, process_id, since, heartbeat) VALUES (1, ?, ?, ?, ?, ?, ?)',
    )
    .run(lease.holder, lease.account, lease.machine, lease.processId, lease.since, lease.heartbeat)
}

export function beat(write: WriteHandle, holder: string, at: Instant): void {
  write.statement('UPDATE lease SET heartbeat = ? WHERE id = 1 AND holder = ?').run(at, holder)
}

export function giveUpLease(write: WriteHandle, holder: string): void {
  write.statement('DELETE FROM lease WHERE id = 1 AND holder = ?').run(holder)
}

/** Inside a write transaction: LEASE_LOST where another has taken the register over meanwhile. */
export function assertLease(read: ReadHandle, holder: string): void {
  const lease = readLease(read)
  if (lease?.holder !== holder)
    throw new Problem('LEASE_LOST', {
      account: lease?.account ?? null,
      machine: lease?.machine ?? null,
      since: lease?.since ?? null,
    })
}

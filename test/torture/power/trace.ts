/** What a process did to the disk, in the order in which the system heard it: read from the lines that strace writes. */

export type DiskStep =
  | {
      readonly kind: 'open'
      readonly path: string
      readonly descriptor: number
      readonly create: boolean
      readonly empty: boolean
    }
  | { readonly kind: 'close'; readonly descriptor: number }
  /** `at` null: behind what was written to the descriptor before. */
  | { readonly kind: 'write'; readonly descriptor: number; readonly data: Buffer; readonly at: number | null }
  | { readonly kind: 'copy'; readonly from: number; readonly to: number; readonly length: number }
  | { readonly kind: 'truncate'; readonly descriptor: number; readonly size: number }
  | { readonly kind: 'sync'; readonly descriptor: number }
  | { readonly kind: 'unlink' | 'rmdir' | 'mkdir'; readonly path: string }
  | { readonly kind: 'rename' | 'link'; readonly path: string; readonly to: string }

/** Calls that change the disk, or say what will outlive a cut. */
export const tracedCalls = [
  'openat',
  'close',
  'write',
  'pwrite64',
  'writev',
  'pwritev',
  'copy_file_range',
  'sendfile',
  'ftruncate',
  'fsync',
  'fdatasync',
  'unlink',
  'unlinkat',
  'rmdir',
  'mkdir',
  'mkdirat',
  'rename',
  'renameat',
  'renameat2',
  'link',
  'linkat',
] as const

/** The steps that succeeded. A line that is none of the calls above is passed over; one that cannot be read is an error. */
export function* stepsOf(trace: string): Generator<DiskStep> {
  const unfinished = new Map<string, string>()
  for (const line of trace.split('\n')) {
    const parts = /^(\d+) +(.*)$/.exec(line)
    if (parts === null) continue
    const [, thread = '', said = ''] = parts
    const begun = /^(.*) <unfinished \.\.\.>$/.exec(said)
    if (begun !== null) {
      unfinished.set(thread, begun[1] ?? '')
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(said)
    const whole = resumed === null ? said : `${unfinished.get(thread) ?? ''}${resumed[1] ?? ''}`
    const step = stepOf(whole)
    if (step !== null) yield step
  }
}

function stepOf(call: string): DiskStep | null {
  const parts = /^(\w+)\((.*)\) += (-?\d+)/s.exec(call)
  if (parts === null) return null
  const [, name, given = '', result] = parts
  const returned = Number(result)
  if (returned < 0) return null
  const texts = [...given.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g)].map(([, hex = '', cut]) => {
    if (cut !== undefined) throw new Error(`strace cut a text short: ${String(name)}`)
    return Buffer.from(hex.replaceAll('\\x', ''), 'hex')
  })
  const path = () => texts[0]?.toString() ?? ''
  const numbers = given
    .replace(/"[^"]*"/g, '')
    .split(',')
    .map((each) => Number.parseInt(each.trim(), 10))
  const descriptor = numbers[0] ?? -1
  switch (name) {
    case 'openat':
      return {
        kind: 'open',
        path: path(),
        descriptor: returned,
        create: given.includes('O_CREAT'),
        empty: given.includes('O_TRUNC'),
      }
    case 'close':
      return { kind: 'close', descriptor }
    case 'write':
    case 'writev':
      return { kind: 'write', descriptor, data: Buffer.concat(texts).subarray(0, returned), at: null }
    case 'pwrite64':
    case 'pwritev':
      return { kind: 'write', descriptor, data: Buffer.concat(texts).subarray(0, returned), at: numbers.at(-1) ?? 0 }
    case 'copy_file_range':
      return { kind: 'copy', from: descriptor, to: numbers[2] ?? -1, length: returned }
    case 'sendfile':
      return { kind: 'copy', from: numbers[1] ?? -1, to: descriptor, length: returned }
    case 'ftruncate':
      return { kind: 'truncate', descriptor, size: numbers[1] ?? 0 }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', descriptor }
    case 'unlink':
      return { kind: 'unlink', path: path() }
    case 'unlinkat':
      return { kind: given.includes('AT_REMOVEDIR') ? 'rmdir' : 'unlink', path: path() }
    case 'rmdir':
      return { kind: 'rmdir', path: path() }
    case 'mkdir':
    case 'mkdirat':
      return { kind: 'mkdir', path: path() }
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { kind: 'rename', path: path(), to: texts[1]?.toString() ?? '' }
    case 'link':
    case 'linkat':
      return { kind: 'link', path: path(), to: texts[1]?.toString() ?? '' }
    default:
      return null
  }
}

/** Export of 100,000 systems, against writing the strings of the same tables as they are: not guarded, not quoted, not hashed. */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { registerFiles } from '#electron/register/export/register-files.ts'
import { currentState } from '#electron/register/store/replay.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { milliseconds, onceOf, printRows } from './measure.ts'
import { benchFolder, registerOf } from './registers.ts'

async function bareWrite(register: Register): Promise<void> {
  for (const file of registerFiles(currentState(register.read))) {
    const out = createWriteStream(join(benchFolder, `bare-${file.name}`))
    for (const row of file.rows()) if (!out.write(`${row.join(',')}\r\n`)) await once(out, 'drain')
    out.end()
    await once(out, 'finish')
  }
}

export async function benchExport(): Promise<void> {
  const register = registerOf(100_000)
  const bare = await onceOf(() => bareWrite(register))
  const exported = await onceOf(() => exportRegister(register, join(benchFolder, 'export')))
  register.close()
  printRows('Export of 100,000 systems and 90,000 assignments', [
    { what: 'export', figure: milliseconds(exported.ms) },
    { what: 'the same strings unguarded', figure: milliseconds(bare.ms) },
    { what: 'ratio', figure: `${(exported.ms / bare.ms).toFixed(2)} ×`, aim: '≤ 3 ×' },
  ])
}

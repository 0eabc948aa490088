/** Another company's register that comes in, and copies of one's own that were edited elsewhere. */
import { copyFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { newRegister } from '#electron/register/new-register.ts'
import { mergeRegisters, sidesOf } from '#electron/register/merge/merge-registers.ts'
import { openOther } from '#electron/register/merge/open-other.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { answered } from '#test/support/merge-answers.ts'
import { noWork } from '#test/support/no-work.ts'
import { here, type Load, registerName } from '../load.ts'
import { registerFaults } from '../whole.ts'

const copies = 2
/** Systems that each of the others brings. */
const brought = 12

export const merges: Load = {
  name: 'merges',
  brings(folder) {
    const other = join(folder, 'other.daicho')
    newRegister(other, here(), { language: 'ja', name: { ja: '子会社', en: 'Subsidiary' }, from: '2026-04-01' })
    addTo(other, '子会社のシステム')
    for (let count = 0; count < copies; count += 1) {
      const copy = join(folder, `copy-${String(count)}.daicho`)
      copyFileSync(join(folder, registerName), copy)
      addTo(copy, `写し ${String(count)} のシステム`)
    }
    return Promise.resolve()
  },
  async run({ share, folder, file, surroundings, acknowledge, acknowledgeFile }) {
    const others = ['other.daicho', ...Array.from({ length: copies }, (_each, count) => `copy-${String(count)}.daicho`)]
    const register = openRegister(file, { surroundings, mode: 'write' })
    for (const name of others.slice(0, Math.ceil(others.length * share))) {
      createSystem(register, { name: { ja: `${name} の前に`, en: null } })
      acknowledge(register)
      const other = await openOther(register, join(folder, name), noWork)
      const sides = sidesOf(register, other)
      const { answers } = answered(register, sides, 'theirs')
      const headHash = other.register.head().hash
      const input = { answers, entityUnitId: null, headHash }
      const { copy } = await mergeRegisters(register, sides, input, () => undefined)
      acknowledge(register)
      acknowledgeFile(basename(copy))
      other.close()
    }
    register.close()
  },
  files: { place: 'register.backups', faults: registerFaults },
  check({ file }) {
    // All that a register brings comes in, or none of it.
    const register = openRegister(file, { surroundings: here(), mode: 'read' })
    const names = [...recordTables.system.all(register.read)].map(({ name }) => name.ja ?? '')
    register.close()
    const sources = [
      '子会社のシステム',
      ...Array.from({ length: copies }, (_each, count) => `写し ${String(count)} のシステム`),
    ]
    return sources.flatMap((source) => {
      const came = names.filter((name) => name.startsWith(source)).length
      return came === 0 || came === brought ? [] : [`of ${source} ${String(came)} came in`]
    })
  },
  async again({ folder, file }) {
    const surroundings = here()
    const register = openRegister(file, { surroundings, mode: 'write' })
    const copy = join(folder, 'copy-0.daicho')
    addTo(copy, '後からのシステム')
    const other = await openOther(register, copy, noWork)
    const sides = sidesOf(register, other)
    const { answers } = answered(register, sides, 'theirs')
    const input = { answers, entityUnitId: null, headHash: other.register.head().hash }
    await mergeRegisters(register, sides, input, () => undefined)
    other.close()
    register.close()
  },
}

function addTo(file: string, name: string): void {
  const register = openRegister(file, { surroundings: here(), mode: 'write' })
  for (let count = 0; count < brought; count += 1)
    createSystem(register, { name: { ja: `${name} ${String(count)}`, en: null }, notes: '説明。'.repeat(50) })
  const first = [...recordTables.system.all(register.read)][0]
  if (first !== undefined) updateSystem(register, { id: first.id, version: first.version, patch: { vendor: name } })
  register.close()
}

/** The register that most loads begin with: one of every noun, and systems for changes of many at once. */
import { fillRegister } from '#electron/register/new-register.ts'
import { createRegister } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { here } from './load.ts'

/** Systems in it, withdrawn ones none. */
export const usualSystems = 40
const madeByOneOfEach = 2

export function makeUsualRegister(file: string): void {
  createRegister(file, {
    surroundings: here(),
    durable: false,
    fill: (register) => {
      fillRegister(register, { language: 'ja', name: { ja: '試験商事', en: 'Test Trading' }, from: '2026-04-01' })
      fillOneOfEach(register)
      for (let count = madeByOneOfEach; count < usualSystems; count += 1)
        createSystem(register, { name: { ja: `システム ${String(count)}`, en: null }, notes: '説明。'.repeat(50) })
    },
  })
}

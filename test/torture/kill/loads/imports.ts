/** Files of other lists, read and written in one transaction each. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import type { Load } from '../load.ts'

const rows = 60

export const imports: Load = {
  name: 'imports',
  async run({ share, folder, file, surroundings, acknowledge }) {
    const register = openRegister(file, { surroundings, mode: 'write' })
    const sources = join(folder, 'sources')
    mkdirSync(sources, { recursive: true })
    for (let count = 0; count < 4 * share; count += 1) {
      const source = join(sources, `list-${String(count)}.csv`)
      const lines = Array.from({ length: rows }, (_each, row) => {
        const key = `K-${String(count % 2)}-${String(row)}`
        return `${key},取り込み ${key},目的 ${String(count)},営業部,開発中`
      })
      writeFileSync(source, `管理番号,システム名,目的,部署,状態\n${lines.join('\n')}\n`)
      await importSystems(register, source, {})
      acknowledge(register)
    }
    register.close()
  },
}

/** What belongs to the person at this computer: choices and what is typed and not taken. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { preferencesIn } from '#electron/preferences.ts'
import { filesTold, type Load } from '../load.ts'

const text = '打ちかけの文。'.repeat(2000)

export const settings: Load = {
  name: 'preferences and drafts',
  async run({ share, folder, acknowledgeFile }) {
    const preferences = preferencesIn(join(folder, 'profile'))
    for (let count = 1; count <= 200 * share; count += 1) {
      await preferences.write('drafts', { count, text })
      acknowledgeFile(String(count))
    }
  },
  check({ folder, told }) {
    const profile = join(folder, 'profile')
    const acknowledged = Math.max(0, ...filesTold(told).map(Number))
    const file = join(profile, 'preferences.json')
    const kept = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as { drafts: { count: number; text: string } }).drafts
      : { count: 0, text }
    return kept.count < acknowledged || kept.text !== text
      ? [`of ${String(acknowledged)} drafts ${String(kept.count)} is kept`]
      : []
  },
  async again({ folder }) {
    await preferencesIn(join(folder, 'profile')).write('afterwards', true)
  },
}

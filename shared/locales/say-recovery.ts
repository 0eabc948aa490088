/** What a recovery has read and lost, as window and command line say it. */
import type { Recovery } from '../contract/backup.ts'
import type { Translate } from './translate.ts'

/** In all: what was made, what of the log, what of the records, what of kept files. */
export function recoveryWords(words: Translate, file: string, { events, nouns, files }: Recovery): string[] {
  const sum = (of: 'known' | 'taken') => nouns.reduce((all, noun) => all + noun[of], 0)
  return [
    words('recovery.made', { file }),
    words('recovery.events', { ...events }),
    words('recovery.records', { taken: sum('taken'), known: sum('known') }),
    words('recovery.files', { ...files }),
  ]
}

/** From a list to the import of a file of its records. */
import { IconFileImport } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useMayChange } from '#renderer/api/status.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { recordNouns } from '#shared/domain/import-record/record-targets.ts'
import { nounPath } from './noun-path.ts'
import { useWords } from './words.ts'

const imported: readonly Noun[] = ['system', ...recordNouns]

export function ImportLink({ noun }: { readonly noun: Noun }) {
  const { t } = useWords()
  if (!useMayChange() || !imported.includes(noun)) return null
  return (
    <Link href={importPath(noun)} className="button">
      <IconFileImport size={16} stroke={1.5} aria-hidden />
      {t('action.importSystems')}
    </Link>
  )
}

export function importPath(noun: Noun): string {
  if (noun === 'system') return '/import'
  return noun === 'direction' ? '/mirror/import' : `/import${nounPath(noun)}`
}

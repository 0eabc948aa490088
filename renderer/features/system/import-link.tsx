import { IconFileImport } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useMayChange } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'

/** From the list to the import of a file. */
export function ImportLink() {
  const { t } = useWords()
  if (!useMayChange()) return null
  return (
    <Link href="/import" className="button">
      <IconFileImport size={16} stroke={1.5} aria-hidden />
      {t('action.importSystems')}
    </Link>
  )
}

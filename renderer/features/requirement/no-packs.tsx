/** What stands where no pack is held: why one should be, and the way there. */
import { Link } from 'wouter'
import { useWords } from '#renderer/records/words.ts'

export function NoPacks() {
  const { t } = useWords()
  return (
    <section className="sheet form-section">
      <p>{t('requirement.none')}</p>
      <Link href="/requirement" className="button">
        {t('requirement.choosePacks')}
      </Link>
    </section>
  )
}

/** Records that were made from entries, by their codes. */
import { Link } from 'wouter'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useWords } from '#renderer/records/words.ts'
import type { LibraryTaken, TakenRecord } from '#shared/contract/library.ts'

/** What was made, each to be opened: their levels and owners are still to be said. */
export function Made({ made }: { readonly made: LibraryTaken }) {
  const { t } = useWords()
  return (
    <p role="status" className="library-made">
      {t('library.made', { risks: made.risks.length, controls: made.controls.length })}{' '}
      <Codes noun="risk" records={made.risks} /> <Codes noun="control" records={made.controls} />
    </p>
  )
}

export function Codes({
  noun,
  records,
}: {
  readonly noun: 'risk' | 'control'
  readonly records: readonly TakenRecord[]
}) {
  return records.map(({ id, code }) => (
    <Link key={id} href={recordPath(noun, id)} className="link code library-code">
      {code}
    </Link>
  ))
}

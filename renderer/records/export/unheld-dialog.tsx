/** What code page 932 cannot hold of a table, place by place: cancel, or write it with a visible substitute. */
import { useWords } from '#renderer/records/words.ts'
import { useTell } from '#renderer/records/tell.ts'
import { sayError } from '#renderer/api/problem.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { codePointOf, type UnheldCharacters } from '#shared/contract/encoding.ts'

export interface Undecided {
  readonly unheld: UnheldCharacters
  /** Writes with the substitute for what was shown, by its digest. */
  readonly write: (seen: string) => Promise<void>
}

/** More than these nobody reads in a dialog; the command line lists all. */
const mostShown = 200

export function UnheldDialog({ asked, onClose }: { readonly asked: Undecided; readonly onClose: () => void }) {
  const { t, language } = useWords()
  const tell = useTell()
  const { total, rows, digest } = asked.unheld
  return (
    <DialogForm
      name="unheld"
      title={t('encoding.title')}
      fields={[]}
      initial={{}}
      submitLabel={t('encoding.substitute')}
      onCancel={onClose}
      onSubmit={async () => {
        onClose()
        await asked.write(digest).catch((error: unknown) => tell.refused(sayError(language, error)))
      }}
    >
      <p>{t('encoding.refused', { count: total })}</p>
      <p className="hint">{t('encoding.hint')}</p>
      <div
        className="table-scroll"
        style={{ maxHeight: 320 }}
        role="region"
        aria-label={t('encoding.title')}
        tabIndex={0}
      >
        <table className="plain-table">
          <caption className="visually-hidden">{t('encoding.title')}</caption>
          <thead>
            <tr>
              {(['character', 'codePoint', 'count', 'file', 'record', 'field'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`encoding.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostShown).map(({ file, record, field, character, count }, index) => (
              <tr key={index}>
                <th scope="row">{character}</th>
                <td className="code">{codePointOf(character)}</td>
                <td className="figures">{count}</td>
                <td>{file}</td>
                <td className="code">{record}</td>
                <td>{field}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostShown && <p>{t('encoding.more', { count: rows.length - mostShown })}</p>}
    </DialogForm>
  )
}

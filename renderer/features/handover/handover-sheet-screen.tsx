/** The sheet of a hand-over that was carried out: the same page as on paper, and what the person still holds. */
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { HandoverPages } from '#renderer/pack/handover-pages.tsx'
import { usePrintSource } from '#renderer/records/print/print-source.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import { LanguageChoice } from '#renderer/ui/language-choice.tsx'
import type { Language } from '#shared/domain/text.ts'
import './handover.css'

export function HandoverSheetScreen({ transaction }: { readonly transaction: number }) {
  const words = useWords()
  const { t } = words
  const { client, utils } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const [language, setLanguage] = useState<Language>(words.language)
  const [printing, setPrinting] = useState(false)
  const { data: sheet, error } = useQuery(utils.handover.sheet.queryOptions({ input: { transaction } }))
  const print = async () => {
    const folder = await choose('output-folder')
    if (folder === null) return
    setPrinting(true)
    try {
      const { name } = await client.handover.print({ transaction, language, folder: folder.token })
      tell.done(t('handover.printed', { name }))
    } catch (problem) {
      tell.refused(sayError(words.language, problem))
    } finally {
      setPrinting(false)
    }
  }
  usePrintSource({ kind: 'own', print: () => void print() })
  const kept = sheet?.lines.filter(({ line, to }) => to === 'keep' && line.kind !== 'acceptance') ?? []
  return (
    <>
      <div className="page-head">
        <h1>{t('handoverSheet.title')}</h1>
        {sheet !== undefined && (
          <span className="page-note">
            {words.name(sheet.predecessor.name)} {sheet.effective}
          </span>
        )}
        <span className="page-actions">
          <LanguageChoice label={t('app.packLanguage')} language={language} onChange={setLanguage} />
          <button
            type="button"
            className="button"
            disabled={printing || sheet === undefined}
            onClick={() => void print()}
          >
            <IconPrinter size={16} stroke={1.5} aria-hidden />
            {t('handover.print')}
          </button>
          <Link href="/handover" className="button primary">
            {t('action.close')}
          </Link>
        </span>
      </div>
      {error !== null && (
        <p className="empty" role="alert">
          {sayError(words.language, error)}
        </p>
      )}
      {sheet !== undefined && (
        <div className="handover-desk" tabIndex={0} role="region" aria-label={t('handoverSheet.title')}>
          <p className={kept.length === 0 ? 'handover-rest' : 'notice handover-rest'} role="status">
            {kept.length === 0
              ? t('handover.holdsNothingNow', { name: words.name(sheet.predecessor.name) })
              : t('handover.stillHolds', { name: words.name(sheet.predecessor.name), count: kept.length })}
          </p>
          <HandoverPages sheet={sheet} language={language} />
        </div>
      )}
    </>
  )
}

/** One contract for whoever negotiates it, as it is printed. */
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { ContractPages } from '#renderer/pack/contract-pages.tsx'
import { recordPath } from '#renderer/records/noun-path.ts'
import { usePrintToFolder } from '#renderer/records/print/print-to-folder.ts'
import { usePrintSource } from '#renderer/records/print/print-source.ts'
import { useWords } from '#renderer/records/words.ts'
import { LanguageChoice } from '#renderer/ui/language-choice.tsx'
import type { Language } from '#shared/domain/text.ts'
import './contract-sheet.css'

export function ContractSheetScreen({ id }: { readonly id: string }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const printed = usePrintToFolder()
  const [language, setLanguage] = useState<Language>(words.language)
  const { data: sheet, error } = useQuery(utils.thirdParty.sheet.queryOptions({ input: { id } }))
  const print = () => printed.print((client, folder) => client.thirdParty.printSheet({ id, language, folder }))
  usePrintSource({ kind: 'own', print: () => void print() })
  return (
    <>
      <div className="page-head">
        <h1>{t('contractSheet.title')}</h1>
        {sheet !== undefined && (
          <span className="page-note">
            {sheet.contract.code} {words.name(sheet.contract.name)}
          </span>
        )}
        <span className="page-actions">
          <LanguageChoice label={t('app.packLanguage')} language={language} onChange={setLanguage} />
          <button
            type="button"
            className="button"
            disabled={printed.printing || sheet === undefined}
            onClick={() => void print()}
          >
            <IconPrinter size={16} stroke={1.5} aria-hidden />
            {t('contractSheet.print')}
          </button>
          <Link href={recordPath('contract', id)} className="button primary">
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
        <div className="contract-desk" tabIndex={0} role="region" aria-label={t('contractSheet.title')}>
          <ContractPages sheet={sheet} language={language} />
        </div>
      )}
    </>
  )
}

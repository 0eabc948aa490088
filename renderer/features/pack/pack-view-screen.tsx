/** The pages of a pack as they are printed, on the desk, with their titles at the left. */
import { useElementSize } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork, useRunningWork } from '#renderer/api/long-work.ts'
import { useAskPassphrase } from '#renderer/api/passphrase.ts'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { PackPages } from '#renderer/pack/pack-pages.tsx'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { usePrintSource } from '#renderer/records/print/print-source.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { LanguageChoice } from '#renderer/ui/language-choice.tsx'
import type { FinishingState } from '#shared/contract/finishing.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { sayBudget } from '#shared/locales/say-budget.ts'
import type { PackEntity } from '#shared/pack-model/pages.ts'
import { FigureDialog } from './figure-dialog.tsx'
import { CommentaryPanel } from './commentary-panel.tsx'
import { PackChecks } from './pack-checks.tsx'
import './pack-screens.css'

/** Pages as wide as the desk, or as large as on paper. */
const sizes = ['fitWidth', 'fullSize'] as const
type Size = (typeof sizes)[number]
/** A4 across, in CSS pixels, with the line around it; and how large a page may become on a wide screen. */
const widestPage = 1125
const largest = 1.5

/** `draft` shows what a pack of today would say. */
export function PackViewScreen({ id }: { readonly id: string }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const [language, setLanguage] = useState<Language>(words.language)
  /** Of one legal entity alone: a choice of what is shown and printed, none of the pack. */
  const [entityId, setEntityId] = useState<string | null>(null)
  const [writing, setWriting] = useState(false)
  const [saving, setSaving] = useState(false)
  const [size, setSize] = useState<Size>('fitWidth')
  /** As a printer without colours makes them: states must still be told apart. */
  const [grey, setGrey] = useState(false)
  const running = useRunningWork()
  const desk = useRef<HTMLDivElement>(null)
  const { ref: measured, width } = useElementSize<HTMLDivElement>()
  // Before the desk is measured the pages are as large as on paper.
  const zoom = size === 'fullSize' || width === 0 ? 1 : Math.min(width / widestPage, largest)
  useEffect(() => {
    // It scrolls, so it must be reached by the keyboard.
    if (desk.current !== null) desk.current.tabIndex = 0
  })
  usePrintSource({ kind: 'own', print: () => setWriting(true) })
  const packId = id === 'draft' ? null : id
  const { data: model, error } = useQuery({
    ...utils.pack.model.queryOptions({ input: { packId, language, entityId } }),
    placeholderData: keepPreviousData,
  })
  const { data: packs } = useQuery(utils.pack.list.queryOptions())
  const title = packId === null ? t('app.draft') : (packs?.find((pack) => pack.id === packId)?.code ?? '')
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <span className="page-note">{model !== undefined && t('app.asOfDay', { day: model.asOf })}</span>
        <span className="page-actions">
          <ChoiceGroup
            label={t('app.packSize')}
            values={sizes}
            chosen={size}
            say={(each) => t(`app.${each}`)}
            onChoose={setSize}
          />
          {model !== undefined && model.entities.length > 0 && (
            <EntityChoice entities={model.entities} chosen={entityId} onChoose={setEntityId} />
          )}
          <LanguageChoice label={t('app.packLanguage')} language={language} onChange={setLanguage} />
          <Link href={`/director/${id}`} className="button">
            {t('director.title')}
          </Link>
          <Link href={`/pack/compare/${id}`} className="button">
            {t('action.comparePacks')}
          </Link>
          <button
            type="button"
            className="button"
            disabled={running !== null || model === undefined}
            onClick={() => setSaving(true)}
          >
            {t('action.saveFigure')}
          </button>
          <button type="button" className="button" disabled={running !== null} onClick={() => setWriting(true)}>
            {t('action.writeBundle')}
          </button>
          <Link href="/pack" className="button primary">
            {t('action.close')}
          </Link>
        </span>
      </div>
      <PackChecks packId={packId} />
      <div className="pack-view">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {model !== undefined && (
          <>
            <nav className="pack-thumbnails" aria-label={t('app.pages')}>
              <ol>
                {model.pages.map((page, index) => (
                  <li key={page.key}>
                    <button
                      type="button"
                      onClick={() =>
                        desk.current?.querySelectorAll('.pack-sheet')[index]?.scrollIntoView({ block: 'start' })
                      }
                    >
                      <span className="figures">{index + 1}</span> {t(`pack.page.${page.key}`)}
                    </button>
                  </li>
                ))}
              </ol>
              <label className="pack-grey">
                <input type="checkbox" checked={grey} onChange={(event) => setGrey(event.currentTarget.checked)} />
                {t('app.greyscale')}
              </label>
            </nav>
            <div className="pack-desk" ref={desk} role="region" aria-label={title}>
              <div ref={measured}>
                <div style={{ zoom, filter: grey ? 'grayscale(1)' : 'none' }}>
                  <PackPages model={model} language={language} />
                </div>
              </div>
            </div>
            {model.entity === null && <CommentaryPanel packId={packId} model={model} />}
          </>
        )}
      </div>
      {saving && model !== undefined && (
        <FigureDialog packId={packId} model={model} language={language} onClose={() => setSaving(false)} />
      )}
      {writing && (
        <WriteDialog
          packId={packId}
          entity={model?.entities.find((each) => each.id === entityId) ?? null}
          onClose={() => setWriting(false)}
        />
      )}
    </>
  )
}

/** As the pack is set up; a PDF in each language where nobody has set it up. */
function languageOf(state: FinishingState | undefined): Language | 'both' | 'ja+en' {
  if (state === undefined || state.setupVersion === null) return 'both'
  return state.choices.language === 'both' ? 'ja+en' : state.choices.language
}

/** The whole, or one of its legal entities. */
function EntityChoice(props: {
  readonly entities: readonly PackEntity[]
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}) {
  const { t, language } = useWords()
  const { entities, chosen, onChoose } = props
  return (
    <select
      className="input pack-scope"
      aria-label={t('app.packScope')}
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      <option value="">{t('entity.whole')}</option>
      {entities.map(({ id, name }) => (
        <option key={id} value={id}>
          {inLanguage(name, language)}
        </option>
      ))}
    </select>
  )
}

function WriteDialog(props: {
  readonly packId: string | null
  readonly entity: PackEntity | null
  readonly onClose: () => void
}) {
  const { packId, entity, onClose } = props
  const { t, language } = useWords()
  const { client, utils } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const { data: state } = useQuery(utils.finishing.state.queryOptions({ input: { packId } }))
  const [chosen, setBoth] = useState<Language | 'both' | 'ja+en' | null>(null)
  const both = chosen ?? languageOf(state)
  const [figures, setFigures] = useState(false)
  const [isProtected, setProtected] = useState(false)
  const { forNew } = useAskPassphrase()
  const write = async () => {
    const passphrase = isProtected ? await forNew() : null
    if (isProtected && passphrase === null) return
    const folder = await choose('output-folder')
    if (folder === null) return
    onClose()
    try {
      const written = await runLongWork('write', (signal) =>
        client.pack.write(
          { packId, entityId: entity?.id ?? null, language: both, figures, folder: folder.token, passphrase },
          { signal },
        ),
      )
      const done = isProtected
        ? t('app.exportedProtected', { name: written.name })
        : t('app.written', { name: written.name, count: written.files })
      const { overBudget } = written
      tell.done(
        overBudget === null ? done : t('packBudget.written', { written: done, budget: sayBudget(t, overBudget) }),
      )
    } catch (error) {
      tell.refused(problemOf(error).code === 'CANCELLED' ? t('app.cancelled') : sayError(language, error))
    }
  }
  return (
    <DialogForm
      name="write"
      title={t('action.writeBundle')}
      fields={[]}
      initial={{}}
      submitLabel={t('action.chooseFolder')}
      onCancel={onClose}
      onSubmit={write}
    >
      <p>{t('app.writeExplained')}</p>
      {entity !== null && <p>{t('app.writeOfEntity', { entity: inLanguage(entity.name, language) })}</p>}
      <fieldset className="check-column">
        <legend className="field-label">{t('app.packLanguage')}</legend>
        {(['both', 'ja', 'en', 'ja+en'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="pack-language" checked={each === both} onChange={() => setBoth(each)} />
            {each === 'both'
              ? t('app.bothLanguages')
              : t(each === 'ja+en' ? 'value.packLanguage.both' : `value.language.${each}`)}
          </label>
        ))}
      </fieldset>
      <div className="check-column">
        <label>
          <input type="checkbox" checked={figures} onChange={(event) => setFigures(event.target.checked)} />
          {t('app.withFigures')}
        </label>
        <label>
          <input type="checkbox" checked={isProtected} onChange={(event) => setProtected(event.target.checked)} />
          {t('app.withPassphrase')}
        </label>
      </div>
    </DialogForm>
  )
}

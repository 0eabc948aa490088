/** Saves one figure of the pack that is shown, as SVG and as PNG, for slides. */
import { useState } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork } from '#renderer/api/long-work.ts'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Language } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { figuresOf } from '#shared/pack-model/figures-of.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'

interface Props {
  readonly packId: string | null
  readonly model: PackModel
  /** Of the pages: the figure is saved as it is shown. */
  readonly language: Language
  readonly onClose: () => void
}

export function FigureDialog({ packId, model, language, onClose }: Props) {
  const words = useWords()
  const { t } = words
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const figures = figuresOf(model)
  const [figure, setFigure] = useState(figures[0]?.key ?? '')
  const write = async () => {
    const folder = await choose('output-folder')
    if (folder === null) return
    onClose()
    try {
      const { names, token } = await runLongWork('write', (signal) =>
        client.pack.writeFigure(
          { packId, language, figure, entityId: model.entity?.id ?? null, folder: folder.token },
          { signal },
        ),
      )
      tell.done(t('app.figureWritten', { names }), {
        label: t('action.showFolder'),
        run: () => {
          client.file.reveal({ token }).catch((error: unknown) => tell.refused(sayError(words.language, error)))
        },
      })
    } catch (error) {
      tell.refused(problemOf(error).code === 'CANCELLED' ? t('app.cancelled') : sayError(words.language, error))
    }
  }
  return (
    <DialogForm
      name="figure"
      title={t('action.saveFigure')}
      fields={[]}
      initial={{}}
      submitLabel={t('action.chooseFolder')}
      onCancel={onClose}
      onSubmit={write}
    >
      <p>{t('app.saveFigureExplained')}</p>
      <label className="field-label" htmlFor="figure-to-save">
        {t('app.figureToSave')}
      </label>
      <select id="figure-to-save" className="input" value={figure} onChange={(event) => setFigure(event.target.value)}>
        {figures.map(({ key, number, title }) => (
          <option key={key} value={key}>
            {t('app.figureNumbered', { number, title: say(words.language, title) })}
          </option>
        ))}
      </select>
    </DialogForm>
  )
}

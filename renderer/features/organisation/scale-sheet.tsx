/** The scale of judgements: words of the grades, ranges of likelihood, and the table that makes a level a band. */
import { useState } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Settings } from '#shared/contract/organisation.ts'
import { Approval } from './approval.tsx'
import { BandTable } from './band-table.tsx'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { inForce } from './in-force.ts'
import { MatrixForm } from './matrix-form.tsx'
import { ScaleForm } from './scale-form.tsx'

const places = [0, 1, 2, 3, 4] as const

export function ScaleSheet({ settings }: { readonly settings: Settings }) {
  const words = useWords()
  const { today } = useRegister()
  const mayChange = useMayChange()
  const choose = useChooseFile()
  /** The values with which the form of a new version opens; null while it is closed. */
  const [changing, setChanging] = useState<RecordOf<'scale'> | null>(null)
  const [matrixFile, setMatrixFile] = useState<string | null>(null)
  const scale = inForce(settings.scales, today) ?? settings.scales.at(-1)
  if (scale === undefined) return null
  return (
    <section className="sheet form-section">
      <h2>
        {words.one('scale')} <span className="hint">{words.t('app.inForceSince', { day: scale.from })}</span>
        <Approval row={scale} labels={settings.labels} />
        {mayChange && (
          <>
            <button type="button" className="text-button" onClick={() => setChanging(scale)}>
              {words.t('action.change')}
            </button>
            <button
              type="button"
              className="text-button"
              onClick={() => {
                void choose('requirement-pack').then((chosen) => setMatrixFile(chosen?.token ?? null))
              }}
            >
              {words.t('app.scaleFromMatrix')}
            </button>
          </>
        )}
      </h2>
      <div className="scale-body">
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">{words.t('app.grade')}</th>
              <th scope="col">{words.field('assessment', 'likelihood')}</th>
              <th scope="col">{words.field('scale', 'likelihoodRanges')}</th>
              <th scope="col">{words.field('assessment', 'impact')}</th>
            </tr>
          </thead>
          <tbody>
            {places.toReversed().map((place) => (
              <tr key={place}>
                <td className="figures">{place + 1}</td>
                <td>{words.name(scale.likelihoodLabels[place])}</td>
                <td>{scale.likelihoodRanges[place]}</td>
                <td>{words.name(scale.impactLabels[place])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <BandTable table={scale.bandTable} />
      </div>
      {matrixFile !== null && (
        <MatrixForm
          token={matrixFile}
          onClose={() => setMatrixFile(null)}
          onScale={(made) => {
            setMatrixFile(null)
            setChanging({ ...scale, ...made })
          }}
        />
      )}
      {changing !== null && <ScaleForm before={changing} labels={settings.labels} onClose={() => setChanging(null)} />}
    </section>
  )
}

/** The scale of judgements: words of the grades, ranges of likelihood, and the table that makes a level a band. */
import { useState } from 'react'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Settings } from '#shared/contract/organisation.ts'
import { Approval } from './approval.tsx'
import { BandTable } from './band-table.tsx'
import { inForce } from './in-force.ts'
import { ScaleForm } from './scale-form.tsx'

const places = [0, 1, 2, 3, 4] as const

export function ScaleSheet({ settings }: { readonly settings: Settings }) {
  const words = useWords()
  const { today } = useRegister()
  const mayChange = useMayChange()
  const [changing, setChanging] = useState(false)
  const scale = inForce(settings.scales, today) ?? settings.scales.at(-1)
  if (scale === undefined) return null
  return (
    <section className="sheet form-section">
      <h2>
        {words.one('scale')} <span className="hint">{words.t('app.inForceSince', { day: scale.from })}</span>
        <Approval row={scale} labels={settings.labels} />
        {mayChange && (
          <button type="button" className="text-button" onClick={() => setChanging(true)}>
            {words.t('action.change')}
          </button>
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
      {changing && <ScaleForm before={scale} labels={settings.labels} onClose={() => setChanging(false)} />}
    </section>
  )
}

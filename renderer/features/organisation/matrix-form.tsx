/**
 * A scale from the risk matrix of a library: which band each of its levels is, a person says. Then the scale's own form opens
 * with it, where the day and the approver are given.
 */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useWords } from '#renderer/records/words.ts'
import { type RiskMatrix, scaleOf, type ScaleOfMatrix } from '#shared/domain/requirements/ciso-library.ts'
import { type Band, bands } from '#shared/domain/scoring.ts'
import { BandTable } from './band-table.tsx'

interface Props {
  readonly token: string
  readonly onClose: () => void
  readonly onScale: (scale: ScaleOfMatrix) => void
}

export function MatrixForm({ token, onClose, onScale }: Props) {
  const words = useWords()
  const { t, language } = words
  const { utils } = useApi()
  const { data, error } = useQuery({
    ...utils.requirement.lookInto.queryOptions({ input: { token } }),
    retry: false,
    staleTime: Infinity,
  })
  const [chosen, setChosen] = useState(0)
  const [bandOf, setBandOf] = useState<Readonly<Record<number, Band>>>({})
  const matrix = data?.matrices[chosen]
  const made = matrix === undefined ? null : scaleChosen(matrix, bandOf)
  const refusal = error ?? (made instanceof Error ? made : null)
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t('app.scaleFromMatrix')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {refusal !== null && (
        <p className="refusal" role="alert">
          {sayError(language, refusal)}
        </p>
      )}
      {data !== undefined && matrix === undefined && <p>{t('app.noMatrix', { file: data.fileName })}</p>}
      {data !== undefined && matrix !== undefined && (
        <>
          {data.matrices.length > 1 && (
            <label className="matrix-choice">
              {t('app.matrix')}{' '}
              <select
                className="input"
                value={chosen}
                onChange={(event) => {
                  setChosen(Number(event.currentTarget.value))
                  setBandOf({})
                }}
              >
                {data.matrices.map(({ urn, name }, index) => (
                  <option key={urn} value={index}>
                    {words.name(name) || urn}
                  </option>
                ))}
              </select>
            </label>
          )}
          <p className="hint">{t('app.matrixHint')}</p>
          <table className="settings-table">
            <thead>
              <tr>
                <th scope="col">{t('app.levelOfMatrix')}</th>
                <th scope="col">{t('app.band')}</th>
              </tr>
            </thead>
            <tbody>
              {matrix.levels.map(({ name }, index) => (
                <tr key={index}>
                  <td>{words.name(name)}</td>
                  <td>
                    <select
                      className="input"
                      aria-label={t('app.bandOfLevel', { level: words.name(name) })}
                      value={bandOf[index] ?? ''}
                      onChange={(event) => {
                        const band = bands.find((each) => each === event.currentTarget.value)
                        if (band !== undefined) setBandOf({ ...bandOf, [index]: band })
                      }}
                    >
                      <option value="" disabled>
                        {t('app.chooseBand')}
                      </option>
                      {bands.map((band) => (
                        <option key={band} value={band}>
                          {words.value('band', band)}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {made !== null && !(made instanceof Error) && <BandTable table={made.bandTable} />}
        </>
      )}
      <div className="button-row form-buttons">
        <button type="button" className="button" onClick={onClose}>
          {t('action.cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={made === null || made instanceof Error}
          onClick={() => {
            if (made !== null && !(made instanceof Error)) onScale(made)
          }}
        >
          {t('app.toScale')}
        </button>
      </div>
    </Modal>
  )
}

/** Null while a level has no band yet. A matrix that is not five by five is refused before anybody chooses. */
function scaleChosen(matrix: RiskMatrix, bandOf: Readonly<Record<number, Band>>): ScaleOfMatrix | Error | null {
  const isFive = matrix.likelihood.length === 5 && matrix.impact.length === 5
  const chosen = matrix.levels.map((_level, index) => bandOf[index])
  const complete = chosen.filter((band) => band !== undefined)
  if (isFive && complete.length < chosen.length) return null
  try {
    return scaleOf(matrix, complete)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

/** The controls that answer the chosen direction, each with its evidence and whoever owns it: the way from a red cell to proof. */
import { Link } from 'wouter'
import { Holder } from '#renderer/records/marks.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { MirrorControl, MirrorRow } from '#shared/contract/direction.ts'

export function MirrorControls({ row, labels }: { readonly row: MirrorRow; readonly labels: Labels }) {
  const words = useWords()
  const { t } = words
  return (
    <section className="sheet form-section" aria-labelledby="mirror-controls">
      <h2 id="mirror-controls">{t('mirror.controls')}</h2>
      {row.controls.length === 0 ? (
        <p>{t('mirror.noControls')}</p>
      ) : (
        <div className="table-scroll">
          <table className="mirror-sides">
            <thead>
              <tr>
                <th scope="col">{words.one('control')}</th>
                <th scope="col">{t('listField.control.controlStatus')}</th>
                <th scope="col">{words.one('evidence')}</th>
                <th scope="col">{words.value('assignmentRole', 'control_owner')}</th>
              </tr>
            </thead>
            <tbody>
              {row.controls.map((control) => (
                <tr key={control.id}>
                  <th scope="row">
                    <Link href={`/control/${control.id}`} className="link">
                      <span className="code">{control.code}</span> {words.name(control.name)}
                    </Link>
                    {control.through !== null && (
                      <div className="muted">{t('mirror.through', { item: control.through })}</div>
                    )}
                  </th>
                  <td>{words.value('controlStatus', control.status)}</td>
                  <td>
                    <Evidence evidence={control.evidence} />
                  </td>
                  <td>
                    <Holder holding={control.owner} labels={labels} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Evidence({ evidence }: Pick<MirrorControl, 'evidence'>) {
  const words = useWords()
  const { t } = words
  if (evidence.length === 0) return <StatusMark status="no_data" word={t('mirror.noEvidence')} />
  return (
    <ul className="mirror-evidence">
      {evidence.map((each) => (
        <li key={each.id}>
          <Link href={`/evidence/${each.id}`} className="link">
            <span className="code">{each.code}</span> {words.name(each.name)}
          </Link>{' '}
          {each.current ? (
            <span className="muted">
              {each.validUntil === null ? t('mirror.noEnd') : t('app.byDay', { day: each.validUntil })}
            </span>
          ) : (
            <StatusMark status="breach" word={t('mirror.evidenceEnded', { day: each.validUntil })} />
          )}
        </li>
      ))}
    </ul>
  )
}

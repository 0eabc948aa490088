/** The uses of personal data of a system, a row each. */
import { Link } from 'wouter'
import { BasisForce } from '#renderer/records/basis-force.tsx'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useWords } from '#renderer/records/words.ts'
import { type Status, StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { dataKinds } from '#shared/domain/privacy/data-use.ts'
import type { UsePicture } from '#shared/domain/privacy/system-privacy.ts'
import type { ConsentCover } from '#shared/domain/privacy/use-answers.ts'

const coverMarks = {
  covers: 'within',
  not_covering: 'breach',
  unknown: 'warning',
  not_relied_on: 'na',
} as const satisfies Record<ConsentCover, Status>

export function UseTable({ uses }: { readonly uses: readonly UsePicture[] }) {
  const { t } = useWords()
  return (
    <table className="settings-table use-table">
      <thead>
        <tr>
          <th scope="col">{t('privacy.column.use')}</th>
          <th scope="col">{t('privacy.column.data')}</th>
          <th scope="col">{t('privacy.column.basis')}</th>
          <th scope="col">{t('privacy.column.where')}</th>
          <th scope="col">{t('privacy.column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {uses.map((picture) => (
          <UseRow key={picture.use.id} picture={picture} />
        ))}
      </tbody>
    </table>
  )
}

function UseRow({ picture: { use, unanswered, cover, abroad, checks } }: { readonly picture: UsePicture }) {
  const words = useWords()
  const { t } = words
  const listed = (names: readonly string[]) => names.join(t('app.listSeparator'))
  const kinds = dataKinds.filter((kind) => use[kind] === 'yes')
  return (
    <tr>
      <th scope="row">
        <Link href={recordPath('dataUse', use.id)} className="link">
          <span className="code">{use.code}</span> {words.name(use.name)}
        </Link>
      </th>
      <td>
        <div>{listed(kinds.map((kind) => words.field('dataUse', kind)))}</div>
        {unanswered.length > 0 && (
          <div className="hint">
            {t('privacy.unansweredOf', { what: listed(unanswered.map((each) => t(`privacy.question.${each}`))) })}
          </div>
        )}
      </td>
      <td>
        {use.basis === null ? (
          <StatusMark status="breach" word={t('privacy.noBasisShort')} />
        ) : (
          <div>
            {words.value('legalBasis', use.basis)} <BasisForce basis={use.basis} />
          </div>
        )}
        {use.plannedBasis !== null && (
          <div>
            {t('privacy.planned', { basis: words.value('legalBasis', use.plannedBasis) })}{' '}
            <BasisForce basis={use.plannedBasis} />
          </div>
        )}
      </td>
      <td>
        {abroad === 'unknown' ? (
          <Unknown word={t('app.notRegistered')} />
        ) : unanswered.includes('crossBorderRoute') ? (
          <>
            {listed(use.countries)} <Unknown word={t('app.notRegistered')} />
          </>
        ) : (
          t('privacy.where', {
            countries: listed(use.countries),
            route: words.value('crossBorderRoute', use.crossBorderRoute ?? 'domestic'),
          })
        )}
      </td>
      <td>
        <div>
          <StatusMark
            status={checks.open === 0 ? 'within' : 'warning'}
            word={t('privacy.checksOpen', { open: checks.open, of: checks.asked, evidence: checks.withEvidence })}
          />
        </div>
        <div>
          <StatusMark status={coverMarks[cover]} word={t(`privacy.cover.${cover}`)} />
        </div>
      </td>
    </tr>
  )
}

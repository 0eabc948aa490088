/**
 * The jurisdictions of a system side by side: Japan and the EU always, others where a profile says so. Each column stands on its own
 * rules; the two mistakes that are made here are named above them.
 */
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { RecordDetail } from '#shared/contract/records.ts'
import {
  europeanUnion,
  euTierIds,
  japan,
  type JurisdictionProfile,
} from '#shared/domain/jurisdiction/jurisdiction-profile.ts'
import {
  euDates,
  euInstrument,
  japaneseInstruments,
  jurisdictionsShown,
} from '#shared/domain/jurisdiction/side-by-side.ts'
import type { HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import { dateText } from '#shared/domain/horizon/horizon-date.ts'
import { statusOn } from '#shared/domain/horizon/status-on.ts'
import type { Preset } from './create-screen.tsx'
import { DueDay } from './day-value.tsx'
import { GuidanceList } from './guidance-list.tsx'
import { jurisdictionName } from './jurisdiction-name.ts'
import { nounPath, recordPath } from './noun-path.ts'
import { RecordLink } from './record-link.tsx'
import { StatusForce } from './rule-force.tsx'
import { useWords } from './words.ts'
import { Unknown } from '#renderer/ui/unknown.tsx'
import './jurisdictions.css'

interface Props {
  readonly detail: RecordDetail<'system'>
}

export function JurisdictionsSheet({ detail }: Props) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { data } = useQuery(utils.horizon.picture.queryOptions())
  const profiles = (detail.related.jurisdictionProfile ?? []).filter(({ withdrawn }) => withdrawn === null)
  return (
    <section className="sheet form-section">
      <h2>{t('jurisdiction.title')}</h2>
      <JurisdictionWarning />
      <div className="jurisdiction-columns">
        {jurisdictionsShown(profiles).map((jurisdiction) => (
          <Column
            key={jurisdiction}
            jurisdiction={jurisdiction}
            profile={profiles.find((each) => each.jurisdiction === jurisdiction) ?? null}
            detail={detail}
            content={data?.content ?? null}
          />
        ))}
      </div>
      {data !== undefined && (
        <div className="jurisdiction-guidance">
          <RuleChanges assessed={rulesOf(detail, data.content, 'own')} labels={detail.labels} />
        </div>
      )}
      <AddOther detail={detail} />
    </section>
  )
}

/** The two usual mistakes, wherever jurisdictions stand beside each other. */
export function JurisdictionWarning() {
  const { t } = useWords()
  return (
    <div className="jurisdiction-warning" role="note">
      <b>{t('jurisdiction.warning.title')}</b>
      <ul>
        <li>{t('jurisdiction.warning.euClass')}</li>
        <li>{t('jurisdiction.warning.noPenalty')}</li>
      </ul>
    </div>
  )
}

interface ColumnProps extends Props {
  readonly jurisdiction: string
  readonly profile: JurisdictionProfile | null
  readonly content: HorizonPack | null
}

function Column({ jurisdiction, profile, detail, content }: ColumnProps) {
  const words = useWords()
  return (
    <section className="jurisdiction-column" aria-label={jurisdictionName(words, jurisdiction)}>
      <h3>
        {jurisdictionName(words, jurisdiction)}
        {profile === null ? (
          <AddProfile detail={detail} jurisdiction={jurisdiction} />
        ) : (
          <Link href={recordPath('jurisdictionProfile', profile.id)} className="link code">
            {profile.code}
          </Link>
        )}
      </h3>
      <dl className="key-values">
        <div>
          <dt>{words.field('jurisdictionProfile', 'inScope')}</dt>
          <dd>
            <Scope profile={profile} />
          </dd>
        </div>
        {jurisdiction === japan && <JapanRoles detail={detail} />}
        {jurisdiction === europeanUnion && profile?.inScope === 'yes' && <EuAnswers profile={profile} />}
        {profile !== null && <Judged profile={profile} detail={detail} />}
      </dl>
      {jurisdiction === japan && content !== null && <JapanRules detail={detail} content={content} />}
      {jurisdiction === europeanUnion && <EuRules profile={profile} content={content} detail={detail} />}
    </section>
  )
}

function Scope({ profile }: { readonly profile: JurisdictionProfile | null }) {
  const words = useWords()
  const { t } = words
  if (profile === null || profile.inScope === 'unknown')
    return <Unknown word={profile === null ? t('jurisdiction.notJudged') : words.value('scopeAnswer', 'unknown')} />
  const reason = words.name(profile.scopeReason)
  return (
    <>
      {words.value('scopeAnswer', profile.inScope)}
      {reason !== '' && <p className="jurisdiction-reason">{reason}</p>}
    </>
  )
}

/** The roles of the system by the AI Guidelines for Business: kept on the system, shown here. */
function JapanRoles({ detail: { record } }: Props) {
  const words = useWords()
  const { t } = words
  return (
    <div>
      <dt>{t('jurisdiction.roles')}</dt>
      <dd>
        {record.roles.length === 0 ? (
          <Unknown word={t('app.notRegistered')} />
        ) : (
          record.roles.map((role) => words.value('systemRole', role)).join(t('app.listSeparator'))
        )}
      </dd>
    </div>
  )
}

/** Asked only of a system that is in scope; what nobody has said is said to be missing. */
function EuAnswers({ profile }: { readonly profile: JurisdictionProfile }) {
  const words = useWords()
  const { t } = words
  const said = (list: readonly string[]) =>
    list.length === 0 ? <Unknown word={t('app.notRegistered')} /> : list.join(t('app.listSeparator'))
  return (
    <>
      <div>
        <dt>{words.field('jurisdictionProfile', 'euGrounds')}</dt>
        <dd>{said(profile.euGrounds.map((each) => words.value('euGround', each)))}</dd>
      </div>
      <div>
        <dt>{words.field('jurisdictionProfile', 'euRoles')}</dt>
        <dd>{said(profile.euRoles.map((each) => words.value('euRole', each)))}</dd>
      </div>
      <div>
        <dt>{words.field('jurisdictionProfile', 'euTiers')}</dt>
        <dd>
          {said(profile.euTiers.map((each) => `${euTierIds[each]} ${words.value('euTier', each)}`))}
          {profile.euAnnex !== null && ` (${words.value('euAnnex', profile.euAnnex)})`}
        </dd>
      </div>
    </>
  )
}

function Judged({ profile, detail }: { readonly profile: JurisdictionProfile } & Props) {
  const words = useWords()
  const { today } = useRegister()
  const meaning = words.name(profile.meaning)
  return (
    <>
      {meaning !== '' && (
        <div>
          <dt>{words.field('jurisdictionProfile', 'meaning')}</dt>
          <dd>{meaning}</dd>
        </div>
      )}
      <div>
        <dt>{words.field('jurisdictionProfile', 'ownerId')}</dt>
        <dd>
          {profile.ownerId === null ? (
            <Unknown word={words.t('app.notRegistered')} />
          ) : (
            <RecordLink id={profile.ownerId} labels={detail.labels} />
          )}
        </dd>
      </div>
      <div>
        <dt>{words.field('jurisdictionProfile', 'judgedOn')}</dt>
        <dd className="figures">{profile.judgedOn ?? <Unknown word={words.t('app.notRegistered')} />}</dd>
      </div>
      {profile.nextReviewOn !== null && (
        <div>
          <dt>{words.field('jurisdictionProfile', 'nextReviewOn')}</dt>
          <dd>
            {profile.nextReviewOn < today ? (
              <DueDay day={profile.nextReviewOn} />
            ) : (
              <span className="figures">{profile.nextReviewOn}</span>
            )}
          </dd>
        </div>
      )}
    </>
  )
}

/** Acts and guidance that the horizon ties to the system, what was assessed of their changes, and the guidance of its sector. */
function JapanRules({ detail, content }: Props & { readonly content: HorizonPack }) {
  const words = useWords()
  const { t } = words
  const { today } = useRegister()
  const { record, related, labels } = detail
  const rules = japaneseInstruments(content, record, today)
  const profile = (related.jurisdictionProfile ?? []).find(
    (each) => each.withdrawn === null && each.jurisdiction === japan,
  )
  return (
    <>
      <h4>{t('jurisdiction.rules')}</h4>
      <ul className="jurisdiction-rules">
        {rules.map(({ instrument, standing, by }) => (
          <li key={instrument.id}>
            <span>
              <Link href={`/horizon/${encodeURIComponent(instrument.id)}`} className="link">
                {words.name(instrument.label)}
              </Link>{' '}
              <span className="muted">
                {words.name(by.reason)}
                {by.unknown.length > 0 && ` ${t('jurisdiction.unknownCounts')}`}
              </span>
            </span>
            <StatusForce instrument={instrument} standing={standing} words={words} />
          </li>
        ))}
      </ul>
      <p>
        <Link href={`/requirement/system/${record.id}`} className="link">
          {t('requirement.openForSystem')}
        </Link>
      </p>
      <RuleChanges assessed={rulesOf(detail, content, 'japan')} labels={labels} />
      <GuidanceList of={{ noun: 'system', id: record.id }} read={profile?.guidance ?? []} />
    </>
  )
}

type Assessed = NonNullable<RecordDetail<'system'>['related']['ruleAssessment']>

/**
 * The changes of rules that touch the system, each with the jurisdiction whose rule changed: one of the EU never stands among
 * Japan's. What the company found by itself is of neither.
 */
function rulesOf(detail: RecordDetail<'system'>, content: HorizonPack, of: 'japan' | 'eu' | 'own'): Assessed {
  const events = new Map(content.events.map((event) => [event.id, event]))
  return (detail.related.ruleAssessment ?? []).filter(({ withdrawn, eventId }) => {
    const event = eventId === null ? undefined : events.get(eventId)
    const place = event === undefined ? 'own' : event.lane === 'foreign' ? 'eu' : 'japan'
    return withdrawn === null && place === of
  })
}

function RuleChanges({ assessed, labels }: { readonly assessed: Assessed; readonly labels: Labels }) {
  const words = useWords()
  if (assessed.length === 0) return null
  return (
    <>
      <h4>{words.many('ruleAssessment')}</h4>
      <ul className="jurisdiction-rules">
        {assessed.map((each) => (
          <li key={each.id}>
            <RecordLink id={each.id} labels={labels} />
            <span>
              {each.outcome === null ? words.t('jurisdiction.notAssessed') : words.value('ruleOutcome', each.outcome)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Days of the EU's rules by tier. Of a system that is not said to be in scope nothing is asked and nothing is shown. */
function EuRules({ profile, content, detail }: Omit<ColumnProps, 'jurisdiction'>) {
  const words = useWords()
  const { t } = words
  const { today } = useRegister()
  const instrument = content?.instruments.find(({ id }) => id === euInstrument)
  if (content === null || instrument === undefined) return null
  if (profile?.inScope !== 'yes')
    return (
      <>
        <p className="muted">{t(profile?.inScope === 'no' ? 'jurisdiction.euOut' : 'jurisdiction.euUnknown')}</p>
        <RuleChanges assessed={rulesOf(detail, content, 'eu')} labels={detail.labels} />
      </>
    )
  return (
    <>
      <h4>
        {words.name(instrument.label)}{' '}
        <StatusForce instrument={instrument} standing={statusOn(instrument, today, content)} words={words} />
      </h4>
      <ul className="jurisdiction-rules">
        {euDates(content, profile, today).map(({ step, begun }) => (
          <li key={step.id}>
            <span>
              <span className="figures">{step.date === null ? '' : dateText(step.date)}</span> {words.name(step.starts)}
            </span>
            <span>{t(begun ? 'jurisdiction.begun' : 'jurisdiction.ahead')}</span>
          </li>
        ))}
      </ul>
      <p className="muted">{t('jurisdiction.euOurs')}</p>
      <RuleChanges assessed={rulesOf(detail, content, 'eu')} labels={detail.labels} />
    </>
  )
}

function presetOf(detail: RecordDetail<'system'>, jurisdiction: string | null): Preset {
  const own = detail.labels[detail.record.id]
  return {
    values: { systemId: detail.record.id, ...(jurisdiction === null ? {} : { jurisdiction }) },
    labels: own === undefined ? {} : { [detail.record.id]: own },
  }
}

function AddProfile({ detail, jurisdiction }: Props & { readonly jurisdiction: string }) {
  const { t } = useWords()
  const mayChange = useMayChange()
  if (!mayChange || detail.record.withdrawn !== null) return null
  return (
    <Link href={`${nounPath('jurisdictionProfile')}/new`} state={presetOf(detail, jurisdiction)} className="link">
      {t('jurisdiction.judge')}
    </Link>
  )
}

function AddOther({ detail }: Props) {
  const { t } = useWords()
  const mayChange = useMayChange()
  if (!mayChange || detail.record.withdrawn !== null) return null
  return (
    <p>
      <Link href={`${nounPath('jurisdictionProfile')}/new`} state={presetOf(detail, null)} className="link">
        <IconPlus size={12} stroke={1.5} aria-hidden /> {t('jurisdiction.addOther')}
      </Link>
    </p>
  )
}

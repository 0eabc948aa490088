/** Who answers on a chosen day: the posts from the board down, vacancies, systems that nobody answers for. */
import { IconCalendar, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DayButton } from '#renderer/records/day-button.tsx'
import { usePrintScreen } from '#renderer/records/print/print-screen.ts'
import { TierValue } from '#renderer/records/marks.tsx'
import { useOpenList } from '#renderer/records/open-list.ts'
import { useWords } from '#renderer/records/words.ts'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { AccountabilityPicture } from '#shared/contract/accountability.ts'
import { HolderOnDay } from './holder-on-day.tsx'
import { PostChart } from './post-chart.tsx'
import './accountability.css'

export function AccountabilityScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { lastPack, today } = useRegister()
  const print = usePrintScreen()
  const mayChange = useMayChange()
  const [day, setDay] = useState<string | null>(null)
  const [system, setSystem] = useState<string | null>(null)
  /** Null: the day of the chart. */
  const [holderDay, setHolderDay] = useState<string | null>(null)
  const { data: picture, error } = useQuery({
    ...utils.accountability.picture.queryOptions({ input: { day } }),
    placeholderData: (before) => before,
  })
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  if (picture === undefined) return null
  const vacant = picture.path.filter((node) => node.holding.state === 'vacant').length
  const { counted, held } = picture.systems
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.accountability')}</h1>
        <span className="page-note">
          {t('app.postsVacant', { count: picture.path.length, vacant })} {t('app.systemsHeld', { held, counted })}
        </span>
        <span className="page-actions">
          <DayButton icon={IconCalendar} label={t('app.dayShown')} day={picture.day} onChange={setDay} />
          {lastPack !== null && (
            <button type="button" className="button" onClick={() => setDay(lastPack.asOf)}>
              {t('app.dayOfLastPack')}
            </button>
          )}
          <button type="button" className="button" onClick={print}>
            <IconPrinter size={16} stroke={1.5} aria-hidden />
            {t('action.print')}
          </button>
          {mayChange && (
            <Link href="/post/new" className="button primary">
              <IconPlus size={16} stroke={1.5} aria-hidden />
              {t('action.addNoun', { noun: words.inSentence('post') })}
            </Link>
          )}
        </span>
      </div>
      {tabs}
      <div className="accountability">
        <PostChart picture={picture} />
        <div className="accountability-low">
          <WithoutExecutive picture={picture} onPick={setSystem} />
          <HolderOnDay
            day={holderDay ?? picture.day}
            onDay={(chosen) => setHolderDay(chosen ?? today)}
            systemId={system}
            onPick={setSystem}
          />
        </div>
      </div>
    </>
  )
}

/** Why nobody answers, with the mark that it has everywhere. */
function Reason({ state }: { readonly state: AccountabilityPicture['withoutExecutive'][number]['state'] }) {
  const { t } = useWords()
  const word = t(`executiveState.${state}`)
  return state === 'vacant' ? <Vacancy word={word} /> : <Unknown word={word} />
}

function WithoutExecutive({
  picture,
  onPick,
}: {
  readonly picture: AccountabilityPicture
  readonly onPick: (systemId: string) => void
}) {
  const words = useWords()
  const { t } = words
  const openList = useOpenList()
  const rows = picture.withoutExecutive
  const title = t('app.systemsWithoutExecutive')
  return (
    <section className="sheet block">
      <h2>
        {title} <span className="block-note">{picture.systems.counted - picture.systems.held}</span>
        {rows.length > 0 && (
          <button
            type="button"
            className="link block-link"
            onClick={() =>
              openList(
                'system',
                rows.map((row) => row.code),
                title,
              )
            }
          >
            {t('action.openAsList')}
          </button>
        )}
      </h2>
      {rows.length === 0 ? (
        <p className="block-none">{t(picture.systems.counted === 0 ? 'app.noSystemsInScope' : 'app.allSystemsHeld')}</p>
      ) : (
        <div className="without-rows">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.one('system')}</th>
                <th scope="col">{words.field('system', 'tier')}</th>
                <th scope="col">{t('app.reason')}</th>
                <th scope="col">{t('app.sinceWhen')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('app.holderOnDay')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link href={`/system/${row.id}`} className="plain-link cell-line">
                      <span className="code">{row.code}</span> {words.name(row.name)}
                    </Link>
                  </td>
                  <td>
                    <TierValue tier={row.tier} />
                  </td>
                  <td>
                    <Reason state={row.state} />
                  </td>
                  <td className="figures">{row.since ?? t('app.notKnown')}</td>
                  <td>
                    <button type="button" className="text-button" onClick={() => onPick(row.id)}>
                      {t('app.whoAnswered')}
                    </button>
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

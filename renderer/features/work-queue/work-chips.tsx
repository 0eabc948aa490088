/** The conditions of the queue: what stands how, which kind, whose, where, when. */
import { Popover } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useRegister } from '#renderer/api/status.ts'
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { WorkList } from '#shared/contract/work-queue.ts'
import { workKinds, type WorkKind, workStandings } from '#shared/domain/work-item.ts'
import { blankWork, type Chosen, conditionCount, setWork, useWork, type WorkState } from './work-state.ts'

type Counts = Pick<WorkList, 'standings' | 'kinds'>

export interface WorkChipsProps {
  readonly counts: Counts | undefined
  /** A calendar shows all that has a day. */
  readonly anyStanding?: boolean
}

export function WorkChips({ counts, anyStanding = false }: WorkChipsProps) {
  const { t } = useWords()
  const work = useWork()
  const set = (change: Partial<WorkState>) => setWork({ ...change, scrolled: 0 })
  return (
    <div className="chips" role="group" aria-label={t('app.conditions')}>
      <input
        className="input list-search"
        type="search"
        aria-label={t('app.searchIn', { noun: t('nav.workQueue') })}
        placeholder={t('app.searchList')}
        value={work.search}
        onChange={(event) => set({ search: event.currentTarget.value })}
      />
      <Mine work={work} />
      {(anyStanding ? [] : workStandings).map((standing) => {
        const on = work.standings.includes(standing)
        return (
          <span className={on ? 'chip active' : 'chip'} key={standing}>
            <button
              type="button"
              className="chip-open"
              aria-pressed={on}
              onClick={() =>
                set({
                  standings: workStandings.filter((each) => (each === standing ? !on : work.standings.includes(each))),
                })
              }
            >
              {t(`workQueue.standing.${standing}`)} <span className="muted">{counts?.standings[standing]}</span>
            </button>
          </span>
        )
      })}
      <Kinds chosen={work.kinds} counts={counts} onChange={(kinds) => set({ kinds })} />
      <Reference name="person" chosen={work.person} onChange={(person) => set({ person })} />
      <Reference name="unit" chosen={work.unit} onChange={(unit) => set({ unit })} />
      {work.period !== null && (
        <span className="chip active">
          {work.period === 'none' ? t('workQueue.noDay') : work.period}
          <button
            type="button"
            aria-label={t('action.remove', { name: work.period === 'none' ? t('workQueue.noDay') : work.period })}
            onClick={() => set({ period: null })}
          >
            <IconX size={12} stroke={1.5} aria-hidden />
          </button>
        </span>
      )}
      {conditionCount(work) > 0 && (
        <button type="button" className="text-button" onClick={() => set({ ...blankWork, day: work.day })}>
          {t('action.clearConditions')}
        </button>
      )}
    </div>
  )
}

/** What the person owes that this window acts as. */
function Mine({ work }: { readonly work: WorkState }) {
  const { t } = useWords()
  const { person } = useRegister()
  if (person === null) return null
  const on = work.person?.id === person.id
  return (
    <span className={on ? 'chip active' : 'chip'}>
      <button
        type="button"
        className="chip-open"
        aria-pressed={on}
        onClick={() =>
          setWork({
            person: on ? null : { id: person.id, label: { noun: 'person', code: null, name: person.name } },
            scrolled: 0,
          })
        }
      >
        {t('workQueue.mine')}
      </button>
    </span>
  )
}

interface KindsProps {
  readonly chosen: readonly WorkKind[]
  readonly counts: Counts | undefined
  readonly onChange: (kinds: readonly WorkKind[]) => void
}

function Kinds({ chosen, counts, onChange }: KindsProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const label = t('workQueue.kind')
  return (
    <span className={chosen.length > 0 ? 'chip active' : 'chip'}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className="chip-open" aria-expanded={open} onClick={() => setOpen(!open)}>
            {chosen.length === 0 ? (
              <>
                {label} <IconChevronDown size={12} stroke={1.5} aria-hidden />
              </>
            ) : (
              t('app.condition', {
                field: label,
                values: chosen.map((kind) => t(`workQueue.kinds.${kind}`)).join(t('app.listSeparator')),
              })
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <div className="check-column work-kinds">
            {workKinds
              .filter((kind) => chosen.includes(kind) || (counts?.kinds[kind] ?? 0) > 0)
              .map((kind) => (
                <label key={kind}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(kind)}
                    onChange={(event) =>
                      onChange(event.currentTarget.checked ? [...chosen, kind] : chosen.filter((each) => each !== kind))
                    }
                  />
                  {t(`workQueue.kinds.${kind}`)} <span className="muted">{counts?.kinds[kind] ?? 0}</span>
                </label>
              ))}
          </div>
        </Popover.Dropdown>
      </Popover>
      {chosen.length > 0 && (
        <button type="button" aria-label={t('action.remove', { name: label })} onClick={() => onChange([])}>
          <IconX size={12} stroke={1.5} aria-hidden />
        </button>
      )}
    </span>
  )
}

interface ReferenceProps {
  readonly name: 'person' | 'unit'
  readonly chosen: Chosen | null
  readonly onChange: (chosen: Chosen | null) => void
}

function Reference({ name, chosen, onChange }: ReferenceProps) {
  const words = useWords()
  const { t } = words
  const [open, setOpen] = useState(false)
  const label = t(`workQueue.${name}`)
  const none = t(`workQueue.no_${name}`)
  const shown = chosen === null ? '' : chosen.label === null ? none : words.name(chosen.label.name)
  const take = (next: Chosen | null) => {
    setOpen(false)
    onChange(next)
  }
  return (
    <span className={chosen === null ? 'chip' : 'chip active'}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className="chip-open" aria-expanded={open} onClick={() => setOpen(!open)}>
            {chosen === null ? (
              <>
                {label} <IconChevronDown size={12} stroke={1.5} aria-hidden />
              </>
            ) : (
              t('app.condition', { field: label, values: shown })
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <div className="chip-picker">
            <label className="field-label" htmlFor={`work-${name}`}>
              {label}
            </label>
            <ReferencePicker
              id={`work-${name}`}
              nouns={[name]}
              value={null}
              label={null}
              adding
              onChange={(id, picked) => {
                if (id !== null) take({ id, label: picked })
              }}
            />
            <button type="button" className="text-button" onClick={() => take({ id: 'none', label: null })}>
              {none}
            </button>
          </div>
        </Popover.Dropdown>
      </Popover>
      {chosen !== null && (
        <button type="button" aria-label={t('action.remove', { name: label })} onClick={() => onChange(null)}>
          <IconX size={12} stroke={1.5} aria-hidden />
        </button>
      )}
    </span>
  )
}

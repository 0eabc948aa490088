/** What charts say beside the counts of the day: how each cell has moved, which days were moved, what ends next. */
import { describe, expect, it } from 'vitest'
import { timelineMarks } from '#shared/domain/horizon/timeline-marks.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { PackModel, PackPage } from '#shared/pack-model/pages.ts'
import { crowdedPack } from '#test/support/crowded-register.ts'
import { shipped } from '#test/support/horizon.ts'

type PageOf<Key extends PackPage['key']> = Extract<PackPage, { key: Key }>
function pageOf<Key extends PackPage['key']>(model: PackModel, key: Key): PageOf<Key> {
  const found = model.pages.find((page): page is PageOf<Key> => page.key === key)
  if (found === undefined) throw new Error(`no page ${key}`)
  return found
}

const pack = crowdedPack(7, 'en')
const model = buildPackModel(pack)

describe('the inventory', () => {
  it('holds each cell of the pack before beside that of now', () => {
    const { data } = pageOf(model, 'accountability').inventory
    const totals = (of: typeof data.previous) => of?.rows.map(({ tier, total }) => [tier, total])
    expect([data.total, data.previous?.total]).toEqual([7, 6])
    expect(totals(data.previous)).toEqual([
      ['high', 1],
      ['medium', 1],
      ['low', 3],
      [null, 1],
    ])
    expect(totals({ ...data })).toEqual([
      ['high', 2],
      ['medium', 2],
      ['low', 2],
      [null, 1],
    ])
  })

  it('compares a first pack with nothing', () => {
    const first = buildPackModel({ ...pack, previous: null, history: [], packsBefore: 0 })
    expect(pageOf(first, 'accountability').inventory.data.previous).toBeNull()
  })
})

describe('the timeline of rules', () => {
  const { data } = pageOf(model, 'horizon').timeline
  const latest = shipped.events.find(({ date }) => date.precision === 'latest')?.id ?? ''
  const assessed = shipped.events[2]?.id ?? ''
  const last = shipped.events.findLast(({ date }) => date.precision === 'day')?.id ?? ''

  it('says of each day that was moved where it stood, and draws which way', () => {
    // The first as its assessment says it, the others against the horizon of the pack before.
    expect(data.movedFrom).toEqual({ [assessed]: '2026-11-01', [latest]: '2027-12-01', [last]: '2029-01-01' })
    const marks = timelineMarks(data.content, data.own, data.day, 'en', () => '', data.movedFrom)
    expect(marks.flatMap(({ id, moved }) => (moved === undefined ? [] : [[id, moved]]))).toEqual([
      [latest, 'later'],
      [last, 'earlier'],
    ])
  })

  it('draws no arrow at what has happened, nor where the day is the same', () => {
    const past = shipped.events[0]
    const marks = timelineMarks(shipped, [], '2099-01-01', 'en', () => '', { [past?.id ?? '']: '2020-01-01' })
    expect(marks.filter(({ moved }) => moved !== undefined)).toEqual([])
  })

  it('holds the contracts whose day comes first, by day', () => {
    expect(data.contracts).toEqual([
      { code: 'CON-0001', matter: 'notice', day: '2026-09-30' },
      { code: 'CON-0005', matter: 'ends', day: '2026-10-31' },
      { code: 'CON-0002', matter: 'ends', day: '2026-12-31' },
    ])
  })
})

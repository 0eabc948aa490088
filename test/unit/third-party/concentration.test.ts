/** Shares of vendor groups over high-tier systems, computed by hand. */
import { describe, expect, it } from 'vitest'
import { concentrationOn, topGroups } from '#shared/domain/third-party/concentration.ts'

type Facts = Parameters<typeof concentrationOn>[2][number]
const day = '2026-09-30'
const vendor = (id: string, group: string | null = null, withdrawn: { on: string; reason: string } | null = null) => ({
  id,
  group,
  withdrawn,
})
const supply = (vendorId: string, systemId: string, from: string | null = null, to: string | null = null): Facts => ({
  vendorId,
  systemId,
  from,
  to,
  withdrawn: null,
})

describe('concentration', () => {
  it('is nothing where no vendor is known', () => {
    expect(concentrationOn(['SYS-1'], [vendor('VEN-1')], [], day)).toEqual({
      systems: 1,
      known: 0,
      unknownIds: ['SYS-1'],
      groups: [],
      index: null,
    })
  })

  it('splits a system over the groups that supply it; one vendor for all is 1', () => {
    const vendors = [vendor('VEN-1'), vendor('VEN-2')]
    const one = concentrationOn(['SYS-1', 'SYS-2'], vendors, [supply('VEN-1', 'SYS-1'), supply('VEN-1', 'SYS-2')], day)
    expect(one.index).toBe(1)
    // VEN-1: 1 + ½ of two systems = ¾; VEN-2: ½ of two = ¼; 9/16 + 1/16 = 10/16.
    const two = concentrationOn(
      ['SYS-1', 'SYS-2'],
      vendors,
      [supply('VEN-1', 'SYS-1'), supply('VEN-1', 'SYS-2'), supply('VEN-2', 'SYS-2')],
      day,
    )
    expect(two.groups.map(({ key, share, systemIds }) => [key, share, systemIds])).toEqual([
      ['VEN-1', 0.75, ['SYS-1', 'SYS-2']],
      ['VEN-2', 0.25, ['SYS-2']],
    ])
    expect(two.index).toBe(0.625)
  })

  it('takes vendors of one group as one, however the group is written, and supplies of one vendor as one', () => {
    const vendors = [vendor('VEN-1', 'ＡＢＣ グループ'), vendor('VEN-2', 'abc　グループ'), vendor('VEN-3')]
    const supplies = [
      supply('VEN-1', 'SYS-1'),
      supply('VEN-2', 'SYS-1'),
      supply('VEN-2', 'SYS-2'),
      supply('VEN-3', 'SYS-3'),
      supply('VEN-3', 'SYS-3'),
    ]
    const found = concentrationOn(['SYS-1', 'SYS-2', 'SYS-3', 'SYS-4'], vendors, supplies, day)
    expect(found.groups).toEqual([
      {
        key: 'abc ぐるーぷ',
        group: 'ＡＢＣ グループ',
        vendorIds: ['VEN-1', 'VEN-2'],
        systemIds: ['SYS-1', 'SYS-2'],
        share: 2 / 3,
      },
      { key: 'VEN-3', group: null, vendorIds: ['VEN-3'], systemIds: ['SYS-3'], share: 1 / 3 },
    ])
    expect({ index: found.index, known: found.known, unknown: found.unknownIds }).toEqual({
      index: (2 / 3) ** 2 + (1 / 3) ** 2,
      known: 3,
      unknown: ['SYS-4'],
    })
  })

  it('counts a supply on its first and last day, and none of another system or a withdrawn vendor', () => {
    const vendors = [vendor('VEN-1'), vendor('VEN-2', null, { on: day, reason: 'duplicate' })]
    const known = (given: ReturnType<typeof supply>) => concentrationOn(['SYS-1'], vendors, [given], day).known
    expect([
      known(supply('VEN-1', 'SYS-1', day, day)),
      known(supply('VEN-1', 'SYS-1', '2026-10-01')),
      known(supply('VEN-1', 'SYS-1', null, '2026-09-29')),
      known(supply('VEN-1', 'SYS-9')),
      known(supply('VEN-2', 'SYS-1')),
      known({ ...supply('VEN-1', 'SYS-1'), withdrawn: { on: day, reason: 'mistake' } }),
    ]).toEqual([1, 0, 0, 0, 0, 0])
  })

  it('names all groups that supply most systems', () => {
    const found = concentrationOn(
      ['SYS-1', 'SYS-2'],
      [vendor('VEN-1'), vendor('VEN-2')],
      [supply('VEN-1', 'SYS-1'), supply('VEN-2', 'SYS-2')],
      day,
    )
    expect(topGroups(found).map(({ key }) => key)).toEqual(['VEN-1', 'VEN-2'])
    expect(found.index).toBe(0.5)
  })
})

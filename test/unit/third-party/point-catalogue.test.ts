/** Our check points are those of the fact base, section 3.3: how many, of which types, in both languages, and never METI's. */
import { describe, expect, test } from 'vitest'
import {
  currentPointCatalogue,
  currentPointsVersion,
  pointCatalogueOf,
  pointCatalogueSchema,
} from '#shared/domain/third-party/point-catalogue.ts'

const { points, sectorPoints, documents } = currentPointCatalogue

const countBy = <Row, Key extends string>(rows: readonly Row[], keyOf: (row: Row) => Key | undefined) => {
  const counts: Partial<Record<Key, number>> = {}
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

describe('the 45 points', () => {
  test('are asked of types 1, 2 and 3 as often as the fact base says', () => {
    expect(points).toHaveLength(45)
    expect({
      'CT-1': points.filter(({ types }) => types.includes('CT-1')).length,
      'CT-2': points.filter(({ types }) => types.includes('CT-2')).length,
      'CT-3': points.filter(({ types }) => types.includes('CT-3')).length,
    }).toEqual({ 'CT-1': 36, 'CT-2': 42, 'CT-3': 41 })
  })

  test('stand under the heads, with what is ours beyond them apart', () => {
    expect(countBy(points, ({ element }) => element)).toEqual({
      input: 17,
      input_result: 5,
      output: 10,
      output_result: 1,
      general: 12,
    })
    expect(countBy(points, ({ head }) => head)).toEqual({
      identification: 5,
      provision: 7,
      use: 10,
      provision_outside: 6,
      rights: 5,
      none: 12,
    })
    expect(points.filter(({ element, head }) => (element === 'general') !== (head === 'none'))).toEqual([])
    expect(points.filter(({ element }) => element === 'output_result').map(({ id }) => id)).toEqual(['CC-OUT-11'])
  })

  test('are our own words, in both languages, each once', () => {
    const all = [...points, ...sectorPoints]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(all.map(({ evidence }) => evidence))).toEqual(new Set(['O']))
    for (const { question } of all) {
      expect(question.ja).toMatch(/[\u3041-\u9fff]/)
      expect(question.en).toMatch(/^[\u0020-\u007e’]+\?$/)
    }
    expect(new Set(all.flatMap(({ question }) => [question.ja, question.en])).size).toBe(all.length * 2)
  })

  test('say why they stand for a matter', () => {
    expect(countBy(points, ({ matter }) => matter?.id)).toEqual({ due_diligence: 11, liability: 6, purpose: 8 })
    expect(points.find(({ id }) => id === 'CC-IN-08')?.matter).toEqual({
      id: 'purpose',
      why: {
        ja: '学習への利用は、目的を超える利用のうち最も元に戻しにくいものです。',
        en: 'Training is the use beyond the service that is hardest to take back.',
      },
    })
  })
})

describe('the questions of the sectors', () => {
  test('each go with one document of their own sector, which is guidance and whose Japanese title is partly from recall', () => {
    expect(countBy(sectorPoints, ({ sectors: [sector] }) => sector)).toEqual({
      finance: 7,
      medical: 6,
      public: 2,
      education: 2,
    })
    for (const { document, sectors } of sectorPoints) {
      const found = currentPointCatalogue.documentById.get(document ?? '')
      expect([found?.sector]).toEqual(sectors)
      expect(found).toMatchObject({ status: 'guidance', title: { ja: { evidence: 'FM' }, en: { evidence: 'O' } } })
    }
    expect(new Set(sectorPoints.map(({ document }) => document))).toEqual(new Set(documents.map(({ id }) => id)))
  })

  test('ask the four axes that the discussion paper names for agents, of agents only', () => {
    const axes = sectorPoints.filter(({ narrowedBy }) => narrowedBy === 'agent')
    expect(axes.map(({ document, question }) => [document, /\(([^()]+)\)\?$/.exec(question.en)?.[1]])).toEqual([
      ['SEC-FIN-1', 'performance monitoring'],
      ['SEC-FIN-1', 'life cycle and cost'],
      ['SEC-FIN-1', 'inventory'],
      ['SEC-FIN-1', 'permissions'],
    ])
  })
})

test('a version that this program does not hold is read by the newest it does', () => {
  expect(currentPointsVersion).toBe('1.0')
  expect(pointCatalogueOf('1.0').version).toBe('1.0')
  expect(pointCatalogueOf('9.9').version).toBe('1.0')
})

test('a file of points that names a head that METI has not is refused', () => {
  const { byId, documentById, ...file } = currentPointCatalogue
  expect(byId.size + documentById.size).toBe(62 + 12)
  expect(pointCatalogueSchema.safeParse(file).success).toBe(true)
  const [first] = file.points
  const wrong = { ...file, points: [{ ...first, head: 'ownership' }] }
  expect(pointCatalogueSchema.safeParse(wrong).error?.issues[0]?.path).toEqual(['points', 0, 'head'])
})

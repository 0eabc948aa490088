/** The shipped requirement packs: made of their sources as they stand, whole in number, and honest about every field. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeRequirementPacks, packsFolder } from '#electron/build/requirement-packs/files.ts'
import { readRequirementPack } from '#shared/domain/requirements/read-requirement-pack.ts'
import {
  assessableItems,
  packKey,
  type RequirementItem,
  type RequirementPack,
} from '#shared/domain/requirements/requirement-pack.ts'

const files = readdirSync(packsFolder).filter((name) => name.endsWith('.json'))
const packs = new Map(
  files.map((name) => {
    const pack = readRequirementPack(readFileSync(join(packsFolder, name), 'utf8'))
    return [packKey(pack), pack] as const
  }),
)
const packOf = (key: string): RequirementPack => {
  const pack = packs.get(key)
  if (pack === undefined) throw new Error(`no pack ${key}`)
  return pack
}
const ids = (key: string, pattern: RegExp) =>
  packOf(key)
    .items.map(({ id }) => id)
    .filter((id) => pattern.test(id))
const item = (key: string, id: string): RequirementItem => {
  const found = packOf(key).items.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no item ${id}`)
  return found
}

test('are what the sources make', () => {
  const made = makeRequirementPacks()
  expect([...made.keys()]).toEqual(files)
  for (const [name, text] of made) expect(readFileSync(join(packsFolder, name), 'utf8')).toBe(text)
})

test('are these', () => {
  expect([...packs.keys()].sort()).toEqual(
    [
      'A13@2025-12-19',
      'AIA@2025',
      'AIGB@1.1',
      'AIGB@1.2',
      'BQ@1',
      'CMG@3.0',
      'CSF@2.0',
      'ISO42@2023',
      'RMF@1.0',
      'XW@1',
    ].sort(),
  )
})

describe('hold what the instruments count', () => {
  test.each([
    ['AIGB@1.2', 'principles', /^AIGB-C-\d+$/, 10],
    ['AIGB@1.2', 'numbered sub-items', /^AIGB-C-\d+-\d+$/, 30],
    ['AIGB@1.2', 'items for developers, one of them repeated', /^AIGB-D-/, 13],
    ['AIGB@1.2', 'items for providers', /^AIGB-P-/, 11],
    ['AIGB@1.2', 'items for business users', /^AIGB-U-/, 7],
    ['AIGB@1.2', 'Hiroshima principles', /^AIGB-H-/, 12],
    ['AIGB@1.2', 'steps of the governance cycle', /^AIGB-E-/, 5],
    ['AIGB@1.2', 'action goals', /^AIGB-G-\d+-\d+$/, 14],
    ['AIGB@1.2', 'sub-goals', /^AIGB-G-\d+-\d+-\d+$/, 7],
    ['AIGB@1.2', 'annexes', /^AIGB-AX-/, 9],
    ['CMG@3.0', 'principles', /^CMG-P\d$/, 3],
    ['CMG@3.0', 'directions', /^CMG-D\d\d$/, 10],
    ['A13@2025-12-19', 'items', /^A13-/, 5],
    ['ISO42@2023', 'clauses', /^ISO42-\d/, 24],
    ['ISO42@2023', 'controls', /^ISO42-A\.\d+\.\d+/, 38],
    ['ISO42@2023', 'groups of controls', /^ISO42-A\.\d+$/, 9],
    ['RMF@1.0', 'functions', /^RMF-[A-Z]+$/, 4],
    ['RMF@1.0', 'categories', /^RMF-[A-Z]+-\d+$/, 19],
    ['RMF@1.0', 'subcategories', /^RMF-[A-Z]+-\d+\.\d+$/, 72],
    ['RMF@1.0', 'subcategories of GOVERN', /^RMF-GOVERN-\d+\.\d+$/, 19],
    ['RMF@1.0', 'subcategories of MAP', /^RMF-MAP-\d+\.\d+$/, 18],
    ['RMF@1.0', 'subcategories of MEASURE', /^RMF-MEASURE-\d+\.\d+$/, 22],
    ['RMF@1.0', 'subcategories of MANAGE', /^RMF-MANAGE-\d+\.\d+$/, 13],
    ['CSF@2.0', 'functions', /^CSF-[A-Z]{2}$/, 6],
    ['CSF@2.0', 'categories', /^CSF-[A-Z]{2}\.[A-Z]{2}$/, 22],
    ['CSF@2.0', 'subcategories of GOVERN', /^CSF-GV\.[A-Z]{2}-\d+$/, 31],
    ['XW@1', 'rows of the spine', /^XW-\d\d$/, 20],
    ['BQ@1', 'questions', /^BQ-\d\d$/, 22],
  ] as const)('%s: %s', (key, _name, pattern, count) => {
    expect(ids(key, pattern)).toHaveLength(count)
  })

  test('sub-items of the ten principles: 6+3+2+1+2+4+6+3+0+3', () => {
    const of = (principle: number) => ids('AIGB@1.2', new RegExp(`^AIGB-C-${String(principle)}-\\d+$`)).length
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(of)).toEqual([6, 3, 2, 1, 2, 4, 6, 3, 0, 3])
  })

  test('rows to be answered: 31 common ones with principle 9 itself, and each role its own', () => {
    const asked = assessableItems(packOf('AIGB@1.2'))
    const under = (pattern: RegExp) => asked.filter(({ id }) => pattern.test(id)).length
    expect([under(/^AIGB-C-/), under(/^AIGB-D-/), under(/^AIGB-P-/), under(/^AIGB-U-/)]).toEqual([31, 12, 11, 7])
    expect(item('AIGB@1.2', 'AIGB-C-9').asked).toBe('system')
    expect(item('AIGB@1.2', 'AIGB-D-4-1').repeats).toBe('AIGB-D-2-1')
  })

  test('entries by phase: 12 for developers, 12 for providers, 7 for business users', () => {
    const entries = (pattern: RegExp) =>
      assessableItems(packOf('AIGB@1.2'))
        .filter(({ id }) => pattern.test(id))
        .reduce((sum, { phases }) => sum + (phases?.ids.length ?? 0), 0)
    expect([entries(/^AIGB-D-/), entries(/^AIGB-P-/), entries(/^AIGB-U-/)]).toEqual([12, 12, 7])
  })
})

describe('say of each field how far it was found', () => {
  test.each([
    // The Japanese title was read in the table; the English one is a working label, and does not make it doubtful.
    ['AIGB@1.2', 'AIGB-C-7-3', { number: 'F', ja: 'F', en: 'FM', summary: 'M' }],
    ['AIGB@1.2', 'AIGB-C-7-6', { number: 'F', ja: 'F', en: 'FM', summary: 'F' }],
    ['AIGB@1.2', 'AIGB-U-2-1', { number: 'F', ja: 'F', en: 'FM', summary: 'M' }],
    ['AIGB@1.2', 'AIGB-G-3-1', { number: 'FM', ja: 'FM', en: 'FM', summary: 'FM' }],
    // Recall of a published text is a label of ours.
    ['AIGB@1.2', 'AIGB-H-09', { number: 'F', ja: 'O', en: 'O', summary: 'M' }],
    ['CMG@3.0', 'CMG-D01', { number: 'F', ja: 'F', en: 'F', summary: 'M' }],
    ['CMG@3.0', 'CMG-D07', { number: 'F', ja: 'FM', en: 'FM', summary: 'M' }],
    ['CMG@3.0', 'CMG-P2', { number: 'F', ja: 'O', en: 'O', summary: 'FM' }],
    ['A13@2025-12-19', 'A13-2', { number: 'F', ja: 'F', en: 'O', summary: 'F' }],
    ['ISO42@2023', 'ISO42-A.6.2.8', { number: 'F', ja: 'O', en: 'F', summary: undefined }],
    ['RMF@1.0', 'RMF-GOVERN-2.3', { number: 'F', ja: 'O', en: 'O', summary: undefined }],
    // Of version 1.1 nothing was read: what 1.2 found is partly found here.
    ['AIGB@1.1', 'AIGB-C-7-3', { number: 'FM', ja: 'FM', en: 'FM', summary: 'M' }],
  ])('%s %s', (key, id, evidence) => {
    const { number, title, summary } = item(key, id)
    expect({
      number: number?.evidence,
      ja: title.ja?.evidence,
      en: title.en?.evidence,
      summary: summary?.evidence,
    }).toEqual(evidence)
  })

  test('what is ours alone holds nothing of another', () => {
    for (const key of ['XW@1', 'BQ@1'])
      for (const { number, title } of packOf(key).items)
        expect([number?.evidence, title.ja?.evidence, title.en?.evidence]).toEqual(['O', 'O', 'O'])
  })

  test('law is law, guidance is guidance', () => {
    expect([...packs.values()].map((pack) => [packKey(pack), pack.status]).sort()).toEqual(
      [
        ['A13@2025-12-19', 'guidance'],
        ['AIA@2025', 'in_force'],
        ['AIGB@1.1', 'superseded'],
        ['AIGB@1.2', 'guidance'],
        ['BQ@1', 'ours'],
        ['CMG@3.0', 'guidance'],
        ['CSF@2.0', 'voluntary_standard'],
        ['ISO42@2023', 'voluntary_standard'],
        ['RMF@1.0', 'voluntary_standard'],
        ['XW@1', 'ours'],
      ].sort(),
    )
  })
})

describe('hold together', () => {
  test('each reference names an item of one of the packs', () => {
    const known = new Set([...packs.values()].flatMap(({ items }) => items.map(({ id }) => id)))
    const lost = [...packs.values()].flatMap(({ items }) =>
      items.flatMap(({ id, references }) =>
        references.filter((other) => !known.has(other)).map((other) => `${id} → ${other}`),
      ),
    )
    expect(lost).toEqual([])
  })

  test('each item that somebody answers has words in both languages', () => {
    const wordless = [...packs.values()].flatMap((pack) =>
      assessableItems(pack)
        .filter(
          ({ title, summary }) =>
            title.ja === null ||
            title.en === null ||
            (summary !== null && (summary.ja === null || summary.en === null)),
        )
        .map(({ id }) => id),
    )
    expect(wordless).toEqual([])
  })

  test('each direction on cybersecurity has its reading for AI, and a row of the spine', () => {
    const referred = new Set(packOf('XW@1').items.flatMap(({ references }) => references))
    const directions = packOf('CMG@3.0').items.filter(({ asked }) => asked === 'company')
    expect(directions.filter(({ aiReading }) => aiReading === null)).toEqual([])
    expect(directions.map(({ id }) => id).filter((id) => !referred.has(id))).toEqual([])
  })

  test('1.2 lists its nine changes against 1.1, of which one opens answers anew', () => {
    const { changes, supersedes } = packOf('AIGB@1.2')
    expect(supersedes).toBe('1.1')
    expect(changes.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `CH12-0${String(n)}`))
    expect(changes.filter(({ reopens }) => reopens.length > 0)).toMatchObject([
      { id: 'CH12-02', reopens: ids('AIGB@1.2', /^AIGB-H-/) },
    ])
    expect(packOf('AIGB@1.1').items.find(({ id }) => id === 'AIGB-H-04')?.number?.ja).toBe('IV)')
  })
})

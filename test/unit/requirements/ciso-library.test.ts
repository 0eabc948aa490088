/** Libraries in CISO Assistant's layout: frameworks as packs, matrices as scales, and packs written back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { packsFolder } from '#electron/build/requirement-packs/files.ts'
import { Problem } from '#shared/domain/problem.ts'
import { libraryOf, readLibrary, scaleOf } from '#shared/domain/requirements/ciso-library.ts'
import { readRequirementPack } from '#shared/domain/requirements/read-requirement-pack.ts'
import { assessableItems } from '#shared/domain/requirements/requirement-pack.ts'

const house = `
urn: urn:example:risk:library:house-rules
locale: en
ref_id: house-rules
name: House rules
description: What we ask of ourselves
copyright: Example Ltd.
version: 3
publication_date: 2026-04-01
provider: Example
objects:
  framework:
    urn: urn:example:risk:framework:house-rules
    ref_id: house-rules
    name: House rules
    requirement_nodes:
    - urn: urn:example:risk:req_node:house-rules:1
      assessable: false
      depth: 1
      ref_id: '1'
      name: Governance
    - urn: urn:example:risk:req_node:house-rules:1.1
      assessable: true
      depth: 2
      parent_urn: urn:example:risk:req_node:house-rules:1
      ref_id: '1.1'
      name: An owner is named
      description: |
        Each system has one.
      translations:
        ja: { name: 責任者を定める, description: システムごとに1人 }
        fr: { name: Un responsable est nommé }
    - urn: urn:example:risk:req_node:house-rules:1.2
      assessable: true
      depth: 2
      parent_urn: urn:example:risk:req_node:house-rules:1
      description: A node without number and name is shown by its text.
`

const matrix = (changes: Readonly<Record<string, unknown>> = {}) => {
  const level = (name: string, index: number) => ({
    id: index,
    abbreviation: name.slice(0, 2),
    name,
    description: name,
  })
  return {
    urn: 'urn:example:risk:library:matrix',
    locale: 'en',
    version: 1,
    name: 'Matrix',
    objects: {
      risk_matrix: [
        {
          urn: 'urn:example:risk:matrix:5x5',
          ref_id: '5x5',
          name: '5x5',
          probability: ['rare', 'unlikely', 'moderate', 'likely', 'almost certain'].map(level),
          impact: ['insignificant', 'minor', 'significant', 'major', 'severe'].map(level),
          risk: ['low', 'medium', 'high', 'critical'].map(level),
          // Rows are likelihood, columns impact: not the same read the other way round.
          grid: [
            [0, 0, 0, 1, 2],
            [0, 0, 1, 2, 3],
            [0, 1, 1, 2, 3],
            [0, 1, 2, 3, 3],
            [1, 1, 2, 3, 3],
          ],
          ...changes,
        },
      ],
    },
  }
}
const fourBands = ['low', 'moderate', 'high', 'severe'] as const

function refusal(work: () => unknown): { code: string; item: unknown; issue: unknown } {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, item: error.facts.item, issue: error.facts.issue }
    throw error
  }
  throw new Error('was not refused')
}

describe('a framework', () => {
  const [pack] = readLibrary(parse(house)).packs

  test('becomes a pack: tree, numbers, both languages, whose it is', () => {
    expect(pack).toMatchObject({
      id: 'urn:example:risk:framework:house-rules',
      version: '3',
      status: 'unknown',
      published: '2026-04-01',
      title: { ja: null, en: 'House rules' },
      issuer: { ja: null, en: 'Example' },
      licence: { ja: null, en: 'Example Ltd.' },
    })
    expect(
      pack?.items.map(({ number, title, text, asked, parent }) => ({
        number: number?.ja ?? null,
        ja: title.ja?.text ?? null,
        en: title.en?.text ?? null,
        text,
        asked,
        parent: parent?.split(':').at(-1) ?? null,
      })),
    ).toEqual([
      { number: '1', ja: null, en: 'Governance', text: null, asked: 'heading', parent: null },
      {
        number: '1.1',
        ja: '責任者を定める',
        en: 'An owner is named',
        text: { ja: 'システムごとに1人', en: 'Each system has one.' },
        asked: 'company',
        parent: '1',
      },
      {
        number: null,
        ja: null,
        en: 'A node without number and name is shown by its text.',
        text: { ja: null, en: 'A node without number and name is shown by its text.' },
        asked: 'company',
        parent: '1',
      },
    ])
  })

  test('of 1,200 nodes comes whole', () => {
    const nodes = Array.from({ length: 1_200 }, (_, index) => ({
      urn: `urn:example:risk:req_node:large:${String(index)}`,
      parent_urn: index % 50 === 0 ? undefined : `urn:example:risk:req_node:large:${String(index - (index % 50))}`,
      assessable: index % 50 !== 0,
      ref_id: `R-${String(index)}`,
      name: `Requirement ${String(index)}`,
    }))
    const text = stringify({
      urn: 'urn:example:risk:library:large',
      locale: 'ja-JP',
      version: '1',
      objects: {
        frameworks: [{ urn: 'urn:example:risk:framework:large', name: '大きな枠組み', requirement_nodes: nodes }],
      },
    })
    const [large] = readLibrary(parse(text)).packs
    expect([large?.items.length, large === undefined ? 0 : assessableItems(large).length, large?.title.ja]).toEqual([
      1_200,
      1_176,
      '大きな枠組み',
    ])
  })

  test('that does not fit is refused with the place', () => {
    expect(refusal(() => readLibrary({ urn: 'urn:x', locale: 'en', version: 1, objects: {} }))).toEqual({
      code: 'LIBRARY_REFUSED',
      item: 'objects',
      issue: 'LIBRARY_EMPTY',
    })
    expect(refusal(() => readLibrary(null))).toMatchObject({ code: 'LIBRARY_REFUSED', issue: 'PACK_FIELD_WRONG' })
    expect(
      refusal(() =>
        readLibrary(
          parse(
            house.replace(
              "parent_urn: urn:example:risk:req_node:house-rules:1\n      ref_id: '1.1'",
              "parent_urn: urn:lost\n      ref_id: '1.1'",
            ),
          ),
        ),
      ),
    ).toEqual({
      code: 'REQUIREMENT_PACK_REFUSED',
      item: 'urn:example:risk:req_node:house-rules:1.1',
      issue: 'PARENT_UNKNOWN',
    })
  })
})

describe('a risk matrix', () => {
  const found = (changes?: Readonly<Record<string, unknown>>) => {
    const [first] = readLibrary(matrix(changes)).matrices
    if (first === undefined) throw new Error('no matrix')
    return first
  }

  test('becomes labels and a table of bands, once somebody has said which band each level is', () => {
    const scale = scaleOf(found(), fourBands)
    expect(scale.likelihoodLabels.map(({ en }) => en)).toEqual([
      'rare',
      'unlikely',
      'moderate',
      'likely',
      'almost certain',
    ])
    // From impact 5 down: each row in likelihood 1 to 5.
    expect(scale.bandTable.match(/.{5}/g)).toEqual(['HSSSS', 'MHHSS', 'LMMHH', 'LLMMM', 'LLLLM'])
  })

  test('is not guessed at: a level without band, another size and a falling band are refused', () => {
    expect(refusal(() => scaleOf(found(), ['low', 'moderate']))).toMatchObject({ issue: 'LEVEL_WITHOUT_BAND' })
    expect(refusal(() => scaleOf(found(), ['severe', 'high', 'moderate', 'low']))).toMatchObject({
      issue: 'BAND_TABLE_NOT_MONOTONE',
    })
    const three = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]
    const small = found({
      probability: three,
      impact: three,
      grid: [
        [0, 0, 1],
        [0, 1, 2],
        [1, 2, 3],
      ],
    })
    expect(refusal(() => scaleOf(small, fourBands))).toMatchObject({ issue: 'MATRIX_NOT_FIVE' })
    expect(refusal(() => readLibrary(matrix({ grid: [[0, 0]] })))).toMatchObject({ issue: 'GRID_SIZE' })
    expect(
      refusal(() => readLibrary(matrix({ grid: Array.from({ length: 5 }, () => [0, 0, 0, 0, 9]) }))),
    ).toMatchObject({ issue: 'GRID_LEVEL' })
  })
})

describe('a pack of ours', () => {
  test.each(['aigb-1.2', 'cmg-3.0', 'iso42001-2023', 'spine-1'])(
    '%s is written as a library and comes back',
    (name) => {
      const pack = readRequirementPack(readFileSync(join(packsFolder, `${name}.json`), 'utf8'))
      const [back] = readLibrary(parse(stringify(libraryOf(pack, 'ja')))).packs
      const shape = (items: (typeof pack)['items']) =>
        items.map(({ number, title, asked }) => ({
          number: number?.ja,
          ja: title.ja?.text ?? title.en?.text,
          en: title.en?.text,
          answered: asked !== 'heading',
        }))
      expect(back === undefined ? [] : shape(back.items)).toEqual(shape(pack.items))
      expect(back?.title).toEqual(pack.title)
    },
  )

  test('a library goes back as it came', () => {
    const [pack] = readLibrary(parse(house)).packs
    if (pack === undefined) throw new Error('no pack')
    const [again] = readLibrary(parse(stringify(libraryOf(pack, 'en')))).packs
    expect(again?.items).toEqual(pack.items)
  })
})

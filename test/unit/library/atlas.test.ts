/** What the library took over from MITRE ATLAS: all of it, tied as published, in both languages, with its licence. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import content from '#resources/library/atlas.json' with { type: 'json' }
import { atlasSchema, atlasSource } from '#shared/domain/library/atlas.ts'
import { fixtureText } from '#test/support/import-files.ts'

const atlas = atlasSchema.parse(content)
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

test('every tactic, technique and mitigation of version 5.6.0 is there once', () => {
  expect(atlas.source).toMatchObject({ version: '5.6.0', commit: '8ee2c689a7d3', licence: 'Apache-2.0' })
  expect([atlas.tactics.length, atlas.risks.length, atlas.controls.length]).toEqual([16, 170, 35])
  expect(atlas.risks.filter(({ parent }) => parent !== null)).toHaveLength(69)
  const ids = [...atlas.tactics, ...atlas.risks, ...atlas.controls].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every link leads to an entry, and a sub-technique stands under its technique and its tactics', () => {
  const tactics = new Set(atlas.tactics.map(({ id }) => id))
  const techniques = new Map(atlas.risks.map((each) => [each.id, each]))
  const mitigations = new Set(atlas.controls.map(({ id }) => id))
  for (const { id, parent, tactics: own, controls, name, published } of atlas.risks) {
    expect(own.filter((each) => !tactics.has(each))).toEqual([])
    expect(controls.filter((each) => !mitigations.has(each))).toEqual([])
    if (parent === null) {
      expect([id.split('.').length, name.en]).toEqual([2, published])
      continue
    }
    expect(id.startsWith(`${parent}.`)).toBe(true)
    expect(own).toEqual(techniques.get(parent)?.tactics)
    expect(name.en).toBe(`${techniques.get(parent)?.published ?? ''}: ${published}`)
  }
  // As published: 244 ties, each mitigation answers something.
  expect(atlas.risks.reduce((sum, { controls }) => sum + controls.length, 0)).toBe(244)
  const answering = new Set(atlas.risks.flatMap(({ controls }) => controls))
  expect([...mitigations].filter((id) => !answering.has(id))).toEqual([])
})

test('entry by entry it says what another reader found in the published file', () => {
  const rows = JSON.parse(fixtureText('second-reading/atlas.json')) as readonly (readonly [
    string,
    string,
    ...unknown[],
  ])[]
  const words = (text: string) => (text.replaceAll('_', ' ').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ')
  const beginning = new Map(rows.map((row) => [row[1], row.at(-1)]))
  // A text is cut here at the end of a sentence, and stands there by its first hundred characters.
  const said = (id: string, text: string) => {
    const [own, theirs] = [words(text), beginning.get(id)]
    const shared = typeof theirs === 'string' ? Math.min(own.length, theirs.length) : 0
    return shared > 0 && own.slice(0, shared) === String(theirs).slice(0, shared) ? theirs : own
  }
  const ours = [
    ...atlas.tactics.map(({ id, name }) => ['tactic', id, name.en]),
    ...atlas.risks.map(({ id, published, parent, tactics, controls, event }) => [
      'technique',
      id,
      published,
      parent,
      tactics,
      [...controls].sort(),
      said(id, event),
    ]),
    ...atlas.controls.map(({ id, name, categories, description }) => [
      'mitigation',
      id,
      name.en,
      categories,
      said(id, description),
    ]),
  ]
  const byId = (one: readonly unknown[], other: readonly unknown[]) => (String(one[1]) < String(other[1]) ? -1 : 1)
  expect(ours.sort(byId)).toEqual([...rows].sort(byId))
})

test('Japanese names are Japanese, English ones English, and no text kept the marks of its source', () => {
  for (const { name } of [...atlas.tactics, ...atlas.risks, ...atlas.controls]) {
    expect(name.ja).toMatch(kana)
    expect(name.en).not.toMatch(kana)
  }
  const texts = [...atlas.risks.map(({ event }) => event), ...atlas.controls.map(({ description }) => description)]
  expect(texts.filter((text) => /\]\(|\{\{|<[a-z]/.test(text) || text.length > 700)).toEqual([])
})

test('the source key names the entry, and the notice is shipped', () => {
  expect(atlasSource('AML.T0051')).toBe('ATLAS:AML.T0051')
  const notice = readFileSync(join(import.meta.dirname, '../../../resources/licences/mitre-atlas.txt'), 'utf8')
  for (const part of [atlas.source.version, atlas.source.commit, atlas.source.repository, 'Apache License'])
    expect(notice).toContain(part)
})

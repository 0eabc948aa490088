/** What the starting library holds: whole, in both languages, and tied to nothing that is not there. */
import { expect, test } from 'vitest'
import { startingLibrary } from '#electron/register/library/starting-library.ts'
import { librarySource, risksOfKind } from '#shared/domain/library/starting-library.ts'
import { principleIds } from '#shared/domain/principles.ts'
import { systemKinds } from '#shared/domain/system.ts'

const { risks, controls } = startingLibrary

test('ids and names are used once, in order', () => {
  for (const entries of [risks, controls]) {
    const ids = entries.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
    for (const language of ['ja', 'en'] as const)
      expect(new Set(entries.map(({ name }) => name[language])).size).toBe(entries.length)
  }
})

test('every control that a risk names is there, and every control answers some risk', () => {
  const named = new Set(risks.flatMap((risk) => risk.controls))
  expect([...named].sort()).toEqual(controls.map(({ id }) => id))
  expect(risks.filter((risk) => new Set(risk.controls).size < risk.controls.length)).toEqual([])
})

test('every principle and every kind of AI has risks', () => {
  const categories = new Set(risks.map(({ category }) => category))
  expect(principleIds.filter((id) => !categories.has(id))).toEqual([])
  const general = risks.filter(({ kinds }) => kinds.length === 0)
  // Rules that people wrote bring few risks of their own.
  const fewest = { predictive: 15, generative: 15, agentic: 10, embedded: 5, rule_based: 1 }
  for (const kind of systemKinds) {
    const found = risksOfKind(risks, kind)
    expect(found.length - general.length).toBeGreaterThanOrEqual(fewest[kind])
    expect(found.filter(({ kinds }) => kinds.length > 0 && !kinds.includes(kind))).toEqual([])
  }
  expect(risksOfKind(risks, null)).toBe(risks)
})

test('each language is written in itself', () => {
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
  const texts = [
    ...risks.flatMap(({ name, cause, event, consequence }) => [name, cause, event, consequence]),
    ...controls.flatMap(({ name, description, evidence }) => [name, description, evidence]),
  ]
  expect(texts.filter(({ ja, en }) => !japanese.test(ja) || japanese.test(en))).toEqual([])
  // A sentence is set between others: it brings no full stop of its own.
  expect(texts.filter(({ ja, en }) => /[。.]$/.test(ja) || /\.$/.test(en))).toEqual([])
})

test('the source names the library and the entry', () => {
  expect(librarySource('LR-07')).toBe('daicho-library: LR-07')
})

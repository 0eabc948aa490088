import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fields } from '#shared/domain/fields.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { findingsByRecord, findingsOn, qualityRules } from '#shared/domain/quality/findings.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'
import { register } from '#test/support/hand-made-register.ts'
import { officeRegister } from '#test/support/office-register.ts'
import { day, examples, type Given } from './examples.ts'

function resultOf(id: string, { answers = [], ...given }: Given) {
  const result = findingsOn(new RegisterOn(register(given), day), answers).find(({ rule }) => rule.id === id)
  if (result === undefined) throw new Error(`no rule ${id}`)
  return result
}

describe('every rule finds what it is about, and not its neighbour', () => {
  test.each(qualityRules.map((rule) => [rule.id, rule.name] as const))('%s %s', (id) => {
    const example = examples[id]
    if (example === undefined) throw new Error(`${id} has no example`)
    const { looked, findings } = resultOf(id, example.found)
    expect(findings.map(({ code, facts }) => [code, facts])).toEqual(example.expected)
    expect(looked).toBe(example.of)
    expect(resultOf(id, example.notFound).findings).toEqual([])
  })
})

test('ids are stable and in order, names are used once', () => {
  const ids = qualityRules.map(({ id }) => id)
  expect(ids.filter((id) => !/^DQ-\d\d$/.test(id))).toEqual([])
  expect(ids).toEqual([...new Set(ids)].sort())
  expect(new Set(qualityRules.map(({ name }) => name)).size).toBe(qualityRules.length)
  expect(Object.keys(examples)).toEqual(qualityRules.map(({ id }) => id))
})

test.each(['ja', 'en'] as const)('each rule, finding and field has its words: %s', (language) => {
  const t = translate(language)
  for (const { id, name, noun, field } of qualityRules) {
    expect(t(`quality.rule.${name}`)).not.toBe(`quality.rule.${name}`)
    expect(t(`quality.noun.${noun}`)).not.toBe(`quality.noun.${noun}`)
    for (const { facts } of resultOf(id, examples[id]?.found ?? {}).findings) {
      const sentence = say(language, { key: `quality.finding.${name}`, facts })
      expect(sentence).not.toMatch(/quality\.|\{\{|undefined/)
    }
    const isField = noun !== 'settings' && noun !== 'requirement' && fields[noun].some((each) => each.name === field)
    expect(t(isField ? `field.${noun}.${field}` : `quality.field.${field}`)).not.toContain('.')
  }
})

test.each(['ja', 'en'] as const)('the manual lists every rule with its severity and sentence: %s', (language) => {
  const t = translate(language)
  const page = readFileSync(join(import.meta.dirname, `../../../docs/manual/${language}/quality.md`), 'utf8')
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| DQ-'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  expect(rows).toEqual(
    qualityRules.map(({ id, name, severity }) => [id, t(`quality.severity.${severity}`), t(`quality.rule.${name}`)]),
  )
})

test('findings stay what they are until the register changes, and are found again by their record', () => {
  const state = officeRegister()
  const on = new RegisterOn(state, day)
  const results = findingsOn(on, [])
  expect(findingsOn(on, [])).not.toBe(results)
  const answers: never[] = []
  const first = findingsOn(on, answers)
  expect(findingsOn(on, answers)).toBe(first)
  const systems = state.systems.map((each) => (each.code === 'SYS-0004' ? { ...each, tier: 'low' as const } : each))
  const later = new RegisterOn({ ...state, systems }, day, on.kept)
  const ofSystem = (id: string, at: RegisterOn) =>
    findingsByRecord(at, findingsOn(at, answers))
      .get(id)
      ?.map(({ rule }) => rule) ?? []
  expect(ofSystem('SYS-0004', on)).toContain('DQ-05')
  expect(ofSystem('SYS-0004', later)).not.toContain('DQ-05')
})

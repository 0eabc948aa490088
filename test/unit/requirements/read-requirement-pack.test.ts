/** A pack that does not fit is refused with the item and the reason. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packsFolder } from '#electron/build/requirement-packs/files.ts'
import { Problem } from '#shared/domain/problem.ts'
import { checkRequirementPack, readRequirementPack } from '#shared/domain/requirements/read-requirement-pack.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'

const text = readFileSync(join(packsFolder, 'cmg-3.0.json'), 'utf8')
const good = readRequirementPack(text)

function refusalOf(work: () => unknown): Problem {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('was not refused')
}

/** The good pack with its third item (CMG-P2) changed. */
function withItem(change: Readonly<Record<string, unknown>>): unknown {
  return { ...good, items: good.items.map((item, index) => (index === 2 ? { ...item, ...change } : item)) }
}

describe('is refused', () => {
  test.each([
    [
      'a title from recall',
      withItem({ title: { ja: { text: '題名', evidence: 'M' }, en: null } }),
      'CMG-P2',
      'TITLE_FROM_RECALL',
    ],
    ['a field too many', withItem({ officialText: '…' }), 'CMG-P2', 'PACK_FIELD_UNKNOWN'],
    ['an addressee nobody knows', withItem({ appliesTo: ['everybody'] }), 'CMG-P2', 'PACK_FIELD_WRONG'],
    ['an item twice', withItem({ id: 'CMG-P1' }), 'CMG-P1', 'ITEM_TWICE'],
    ['a heading that is not there', withItem({ parent: 'CMG-X' }), 'CMG-P2', 'PARENT_UNKNOWN'],
    ['a repeat of nothing', withItem({ repeats: 'CMG-X' }), 'CMG-P2', 'REPEATED_ITEM_UNKNOWN'],
    [
      'neither number nor title',
      withItem({ number: null, title: { ja: null, en: null } }),
      'CMG-P2',
      'NO_NUMBER_AND_NO_TITLE',
    ],
    ['a phase that is not defined', withItem({ phases: { ids: ['later'], evidence: 'F' } }), 'CMG-P2', 'PHASE_UNKNOWN'],
    ['an item without an identifier', withItem({ id: undefined }), 'items.2.id', 'PACK_FIELD_WRONG'],
    ['no items', { ...good, items: [] }, 'items', 'PACK_FIELD_WRONG'],
    ['another format', { ...good, format: 'other/1' }, 'format', 'NOT_A_REQUIREMENT_PACK'],
    [
      'an address that is not https',
      { ...good, source: { id: 'S', address: 'http://example.com/' } },
      'source.address',
      'PACK_FIELD_WRONG',
    ],
    ['a list', [], '', 'PACK_FIELD_WRONG'],
    [
      'a change that reopens nothing there is',
      {
        ...good,
        changes: [{ id: 'CH', text: { ja: '変更', en: 'Change' }, locator: null, evidence: 'F', reopens: ['CMG-X'] }],
      },
      'CH',
      'ITEM_UNKNOWN',
    ],
  ])('%s', (_name, value, at, issue) => {
    const { code, facts } = refusalOf(() => checkRequirementPack(value))
    expect({ code, at: facts.item, issue: facts.issue }).toEqual({ code: 'REQUIREMENT_PACK_REFUSED', at, issue })
  })

  test('text that is no JSON, in a sentence of both languages', () => {
    const problem = refusalOf(() => readRequirementPack('{'))
    expect(sayProblem('en', problem)).toBe('The requirement pack cannot be read: it is not JSON')
    expect(sayProblem('ja', problem)).toBe('要求事項パックを読み込めません。JSONとして読めません')
    const parent = refusalOf(() => checkRequirementPack(withItem({ parent: 'CMG-X' })))
    expect(sayProblem('en', parent)).toBe(
      'The requirement pack cannot be read. CMG-P2: its heading "CMG-X" does not stand before it',
    )
  })
})

test('what is written reads back the same', () => {
  expect(readRequirementPack(JSON.stringify(good))).toEqual(good)
})

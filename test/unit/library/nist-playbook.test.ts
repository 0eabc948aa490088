/** What the library took over from the NIST AI RMF Playbook: every suggested action of the file, under its subcategory. */
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import content from '#resources/library/nist-playbook.json' with { type: 'json' }
import pack from '#resources/packs/rmf-1.0.json' with { type: 'json' }
import { actionLines, playbookSchema, playbookSource } from '#shared/domain/library/nist-playbook.ts'
import { fixtureText } from '#test/support/import-files.ts'

const playbook = playbookSchema.parse(content)
const rows: string[][] = parse(fixtureText('nist-ai-rmf/nist_ai_rmf_playbook.csv'), { bom: true })
const [ids = [], , actions = []] = rows
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

test('every subcategory of the file is there once, in its order, and its actions say what the file says', () => {
  expect(playbook.controls.map(({ id }) => id)).toEqual(ids)
  expect(playbook.controls.map((entry) => letters(actionLines(entry)))).toEqual(actions.map(letters))
  expect(playbook.controls.flatMap((entry) => entry.actions)).toHaveLength(76)
})

test('the names are those of the pack of the framework', () => {
  const titles = new Map(pack.items.map(({ id, title }) => [id, { ja: title.ja.text, en: title.en.text }]))
  for (const { id, name } of playbook.controls) expect(name).toEqual(titles.get(`RMF-${id.replace(' ', '-')}`))
})

test('parts stand below their action, and the source key names the entry', () => {
  const entry = playbook.controls.find(({ id }) => id === 'MANAGE 2.1')
  expect(entry === undefined ? [] : actionLines(entry).split('\n').slice(0, 3)).toEqual([
    '- Plan and implement risk management practices in accordance with established organizational risk tolerances.',
    '- Verify risk management teams are resourced to carry out functions, including',
    '  - Establishing processes for considering methods that are not automated; semi-automated; or other procedural alternatives for AI functions.',
  ])
  expect(playbookSource('MANAGE 2.1')).toBe('NIST AI RMF Playbook: MANAGE 2.1')
})

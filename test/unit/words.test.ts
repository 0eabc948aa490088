import { describe, expect, test } from 'vitest'
import { catalogueProblems, missingKeys, usedKeys } from '#test/checks/words.ts'

describe('catalogueProblems', () => {
  test('two catalogues with the same keys and placeholders, in any order, have none', () => {
    const ja = { overdue: { days: '{{owner}}の対応は{{count}}日遅れ', name: '台帳' } }
    const en = { overdue: { name: 'Register', days: '{{ count }} days late: {{owner}}' } }
    expect(catalogueProblems(ja, en)).toEqual([])
  })

  test('a key of one language only, and an empty word, are named with their file', () => {
    expect(catalogueProblems({ app: { name: '台帳', open: ' ' } }, { app: { open: 'Open', close: 'Close' } })).toEqual([
      'en.json: app.name is missing, ja.json has it',
      'ja.json: app.open is empty',
      'ja.json: app.close is missing, en.json has it',
    ])
  })

  test('a group in one language and a word in the other differ', () => {
    expect(catalogueProblems({ app: '台帳' }, { app: { name: 'Daicho' } })).toEqual([
      'en.json: app is missing, ja.json has it',
      'ja.json: app.name is missing, en.json has it',
    ])
  })

  test('placeholders that differ or are not closed are named', () => {
    expect(
      catalogueProblems({ late: '{{days}}日', by: '{{owner}} から' }, { late: '{{count}} days', by: 'by {{owner}' }),
    ).toEqual([
      'en.json: by has a placeholder that is not closed',
      'late: ja.json has the placeholders (days), en.json has (count)',
    ])
  })

  test('a singular may say its number as a word, but nothing else', () => {
    const ja = { days_one: '{{count}}日', days_other: '{{count}}日', late_one: '{{owner}} {{count}}日' }
    const en = { days_one: 'one day', days_other: '{{count}} days', late_one: 'one day' }
    expect(catalogueProblems(ja, en)).toEqual(['late_one: ja.json has the placeholders (owner), en.json has ()'])
  })
})

describe('usedKeys', () => {
  test('finds the literal keys with their lines, not those in comments or put together at run time', () => {
    const source = [
      "// t('comment.line')",
      "/** t('comment.block')",
      ' */',
      "const name = t('app.name')",
      'const days = t("overdue.days", { count: 2 })',
      "const say = translate(language)('pack.title')",
      '<Trans i18nKey="pack.note" />',
      "const split = t(\n  'pack.split',\n)",
      'const label = t(`field.${noun}.name`)',
      "format('not.a.word')",
    ].join('\n')
    expect(usedKeys('renderer/app/App.tsx', source)).toEqual([
      { file: 'renderer/app/App.tsx', line: 4, key: 'app.name' },
      { file: 'renderer/app/App.tsx', line: 5, key: 'overdue.days' },
      { file: 'renderer/app/App.tsx', line: 6, key: 'pack.title' },
      { file: 'renderer/app/App.tsx', line: 7, key: 'pack.note' },
      { file: 'renderer/app/App.tsx', line: 8, key: 'pack.split' },
    ])
  })
})

test('missingKeys takes a plural for its key and a group for none', () => {
  const catalogue = { app: { name: '台帳' }, days_other: '{{count}}日' }
  const used = ['app.name', 'days', 'app', 'app.gone'].map((key, index) => ({ file: 'a.ts', line: index + 1, key }))
  expect(missingKeys(used, catalogue)).toEqual([
    'a.ts:3: the catalogue has no word "app"',
    'a.ts:4: the catalogue has no word "app.gone"',
  ])
})

import { describe, expect, test } from 'vitest'
import { glossary, type Term } from '#shared/locales/glossary.ts'
import { glossaryProblems } from '#test/checks/glossary.ts'

const terms: readonly Term[] = [
  { sense: 'lock', ja: '確定', en: 'lock', forbidden: { ja: ['凍結'], en: ['freeze'] } },
  { sense: 'tone', ja: '', en: '', forbidden: { en: ['please'] } },
]

describe('glossaryProblems', () => {
  test('names the key, the variant and the word to use', () => {
    expect(glossaryProblems('ja', { action: { lock: 'パックを凍結する', close: '閉じる' } }, terms)).toEqual([
      'ja.json: action.lock says "凍結"; the word is "確定"',
    ])
    expect(glossaryProblems('en', { action: { lock: 'Freeze the pack', hint: 'Please wait' } }, terms)).toEqual([
      'en.json: action.lock says "freeze"; the word is "lock"',
      'en.json: action.hint says "please"',
    ])
  })

  test('English variants are whole words, and placeholders are not words', () => {
    expect(glossaryProblems('en', { a: 'Deep-freeze', b: 'freezer', c: 'A {{freeze}}' }, terms)).toEqual([])
  })
})

test('no term forbids its own word, and no two terms ask for what the other forbids', () => {
  for (const language of ['ja', 'en'] as const) {
    const words = Object.fromEntries(glossary.map((term, index) => [String(index), term[language]]))
    expect(glossaryProblems(language, words, glossary)).toEqual([])
  }
})

test('each thing stands once', () => {
  expect(new Set(glossary.map((term) => term.sense)).size).toBe(glossary.length)
})

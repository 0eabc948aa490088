/** Keys for searching and sorting: folded; the text itself is never touched. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bilingualFrom, inLanguage, searchKey, sortKey } from '#shared/domain/text.ts'

test.each([
  ['ＡＩ　チャット\tボット', 'ai ちゃっと ぼっと'],
  ['ｶﾞｲﾄﾞ', 'がいど'],
  ['ヴァイオリン・ヶ', 'ゔぁいおりん・ゖ'],
  ['  Café  NEW\u00a0York ', 'café new york'],
  ['髙﨑 𠮷田 ㈱ ①', '髙﨑 𠮷田 (株) 1'],
  ['a\nb', 'a\nb'],
])('%j is searched as %j', (text, key) => {
  expect(searchKey(text)).toBe(key)
})

test('a key is its own key, and finds its text in hiragana and katakana alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const key = searchKey(text.normalize('NFKC').toLowerCase())
      expect(searchKey(key)).toBe(key)
    }),
  )
  expect(searchKey('システム')).toBe(searchKey('しすてむ'))
})

test('a long run of katakana is folded whole', () => {
  expect(searchKey('ア'.repeat(100_000))).toBe('あ'.repeat(100_000))
})

test('sorting goes by the reading where there is one', () => {
  expect(sortKey('タカハシ マコト', { ja: '髙橋 誠', en: null })).toBe('たかはし まこと')
  expect(sortKey(null, { ja: null, en: 'Demand Forecast' })).toBe('demand forecast')
})

test('words go into the language in which they are written, and are read in either', () => {
  expect(bilingualFrom('需要予測')).toEqual({ ja: '需要予測', en: null })
  expect(bilingualFrom('Demand forecast')).toEqual({ ja: null, en: 'Demand forecast' })
  expect(inLanguage({ ja: null, en: 'Demand forecast' }, 'ja')).toBe('Demand forecast')
  expect(inLanguage({ ja: '', en: 'Demand forecast' }, 'ja')).toBe('Demand forecast')
})

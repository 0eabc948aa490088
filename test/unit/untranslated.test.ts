import { expect, test } from 'vitest'
import { untranslated } from '#test/support/untranslated.ts'

test('an English word on a Japanese screen is found, codes and abbreviations are not', () => {
  const shown = [
    '台帳',
    'SYS-0012',
    'AIシステム 42件',
    'Next review',
    '保存済み 14:32',
    'PDFを書き出す',
    'Excelから貼り付け',
  ]
  expect(untranslated('ja', shown, ['Excel'])).toEqual(['Next review'])
})

test('a Japanese word on an English screen is found', () => {
  expect(untranslated('en', ['Register', '次回見直し', '令和商事.daicho'], [/\S+\.daicho/g])).toEqual(['次回見直し'])
})

import { expect, test } from 'vitest'
import { countryName } from '#shared/locales/country-name.ts'

test.each([
  ['DE', 'ドイツ (DE)', 'Germany (DE)'],
  ['JP', '日本 (JP)', 'Japan (JP)'],
  ['EU', '欧州連合 (EU)', 'European Union (EU)'],
  ['XX', 'XX', 'XX'],
  ['米国', '米国', '米国'],
  ['', '', ''],
])('%s', (code, ja, en) => {
  expect([countryName(code, 'ja'), countryName(code, 'en')]).toEqual([ja, en])
})

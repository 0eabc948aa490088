/** Days in the sentences of the catalogues: by their era where the register is set so, in Japanese alone. */
import { expect, test } from 'vitest'
import { createCatalogue, nameEras } from '#shared/locales/translate.ts'

const said = (language: 'ja' | 'en', day: string, catalogue = createCatalogue(language)) =>
  [catalogue, catalogue.getFixedT(language)('app.asOfDay', { day })] as const

test('a catalogue names eras once it is told to, and no longer once it is told not to', async () => {
  const [catalogue, plain] = said('ja', '2026-09-30')
  expect(plain).toBe('基準日 2026-09-30')
  await nameEras(catalogue, true)
  expect(said('ja', '2026-09-30', catalogue)[1]).toBe('基準日 2026-09-30（令和8年9月30日）')
  expect(said('ja', '2019-05-01', catalogue)[1]).toBe('基準日 2019-05-01（令和元年5月1日）')
  expect(said('ja', '1900-01-01', catalogue)[1]).toBe('基準日 1900-01-01')
  expect(catalogue.getFixedT('en')('app.asOfDay', { day: '2026-09-30' })).toBe('As of 2026-09-30')
  await nameEras(catalogue, false)
  expect(said('ja', '2026-09-30', catalogue)[1]).toBe('基準日 2026-09-30')
})

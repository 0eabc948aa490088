/**
 * Each formula is pinned under its edition: its words in both languages, its unit and direction, and what it makes of a fixed
 * register. Whoever changes what a figure counts raises `formula` in `kri-result.ts`, adds the new pin (the failing test shows it)
 * and tells it in the list of changes; a pin of an edition that has been printed is never changed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import { type KriId, kriDefinitions, kriIds } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { translate } from '#shared/locales/translate.ts'
import { officeRegister, september } from '#test/support/office-register.ts'

const file = join(import.meta.dirname, '../../fixtures/formula-editions.json')
const pinned = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>
const results = new Map(computeKris(officeRegister(), september).map((result) => [result.id, result]))

function fingerprint(id: KriId): string {
  const { unit, direction } = kriDefinitions[id]
  const { numerator, denominator, value, contributing } = results.get(id) ?? {}
  const words = (['ja', 'en'] as const).map((language) => translate(language)(`kri.${id}.formula`))
  return sha256(canonicalJson({ words, unit, direction, numerator, denominator, value, contributing }))
}

test.each(kriIds)('%s counts what its edition says', (id) => {
  expect({ [kriDefinitions[id].formula]: fingerprint(id) }).toEqual({
    [kriDefinitions[id].formula]: pinned[id]?.[kriDefinitions[id].formula],
  })
})

test('every figure is pinned, in every edition up to its own, and no two editions are the same', () => {
  expect(Object.keys(pinned).sort()).toEqual([...kriIds].sort())
  for (const id of kriIds) {
    const editions = Object.keys(pinned[id] ?? {}).map(Number)
    expect(editions).toEqual(Array.from({ length: kriDefinitions[id].formula }, (_none, index) => index + 1))
    expect(new Set(Object.values(pinned[id] ?? {})).size).toBe(editions.length)
  }
})

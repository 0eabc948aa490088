/**
 * What a bundle holds for the director's view: the pages as they were printed and the records behind their numbers. Pages look at
 * earlier packs, which a bundle does not hold: they could not be made again from it, so they are written.
 */
import type { Language } from '#shared/domain/text.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import type { RecordsBehind } from '#shared/pack-model/records-behind.ts'
import { canonicalJson } from '../store/canonical.ts'

export const behindName = 'screen/records.json'
export const pagesName = (language: Language) => `screen/pages.${language}.json`

export function pagesText(model: PackModel): string {
  return canonicalJson({ format: 'daicho-pages/1', model })
}

export function behindText(behind: RecordsBehind): string {
  return canonicalJson({ format: 'daicho-records-behind/1', behind })
}

/** The pictures that lie in the repository: those of the manual, and those of the README. */
import type { Language } from '#shared/domain/text.ts'
import { dialog, type Picture } from './picture.ts'
import { pictures } from './screens.ts'

export interface ManualPicture extends Picture {
  readonly folder: 'docs/manual/pictures' | 'docs/pictures'
  readonly languages: readonly Language[]
}

/** Smaller than a screen, so that words stay readable in a column of text. */
const viewport = { width: 1280, height: 800 }

function from(name: string, rest: Partial<ManualPicture> = {}): ManualPicture {
  const picture = pictures.find((each) => each.name === name)
  if (picture === undefined) throw new Error(`There is no picture "${name}".`)
  return { viewport, ...picture, folder: 'docs/manual/pictures', languages: ['ja', 'en'], ...rest }
}

export const manualPictures: readonly ManualPicture[] = [
  from('overview', { folder: 'docs/pictures', languages: ['en'], viewport: { width: 1440, height: 900 } }),
  from('pack-1-summary', { folder: 'docs/pictures', languages: ['ja'] }),
  from('start'),
  from('overview-read-only'),
  from('accountability'),
  from('post-page'),
  from('post-successor', { part: dialog }),
  from('system-panel'),
  from('system-attest', { part: dialog }),
  from('risk-page'),
  from('risk-assess', { part: dialog }),
  from('risk-accept', { part: dialog }),
  from('control-page'),
  from('evidence-page'),
  from('reading'),
  from('reading-compare'),
  from('requirements'),
  from('requirement-system'),
  from('requirement-coverage'),
  from('mirror'),
  from('horizon'),
  from('incident-page'),
  from('system-privacy', { part: ({ page }) => page.locator('.system-privacy') }),
  from('dpia-page', { part: ({ page }) => page.locator('.dpia-steps') }),
  from('questionnaire-read'),
  from('import-risks', { viewport: { width: 1280, height: 1500 }, part: ({ page }) => page.locator('.page-body') }),
  from('import-preview', { part: ({ page }) => page.locator('.import-report') }),
  from('pack-lock', { part: dialog }),
  from('pack-1-summary'),
  from('quality-rule'),
  from('figures'),
  from('log-verified'),
  from('pack-verified'),
  from('director-behind', { viewport: { width: 1700, height: 900 } }),
  from('attestation-post'),
]

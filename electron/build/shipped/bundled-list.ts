/** What the build writes down of other people's packages, in each part's folder. It is read for the notices and not packed. */

/** Packages whose code is in the bundle, with their licences; Vite writes it. */
export const bundledList = 'bundled.json'
/** Packages of which files (fonts, pictures) were copied. */
export const copiedList = 'copied.json'

/** A package as both lists have it; a licence or text may be missing from a package. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression. */
  readonly identifier?: string
  readonly text?: string
}

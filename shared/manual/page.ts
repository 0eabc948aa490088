/** A page of the manual as data: what the build makes of its Markdown, and what the window draws. */

export type ManualInline =
  | { readonly kind: 'text'; readonly text: string }
  /** A word as it stands in the window: a button, a field, a screen. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly chapter: string; readonly text: string }
  | {
      readonly kind: 'picture'
      readonly source: string
      readonly alt: string
      readonly width: number
      readonly height: number
    }

export type ManualBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly parts: readonly ManualInline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly ManualBlock[])[] }
  | { readonly kind: 'note'; readonly blocks: readonly ManualBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly ManualInline[])[]
      readonly rows: readonly (readonly (readonly ManualInline[])[])[]
    }

export interface ManualPage {
  readonly blocks: readonly ManualBlock[]
}

/** The page that lists the chapters, in each language's folder. */
export const contentsChapter = 'README'

/** The manual's pages, which the build made of docs/manual: read when the manual is first opened, from the window's own files. */
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '#renderer/api/status.ts'
import type { Language } from '#shared/domain/text.ts'
import { contentsChapter, type ManualBlock, type ManualPage } from '#shared/manual/page.ts'

const loaders = import.meta.glob<ManualPage>('../../../docs/manual/{ja,en}/*.md', { import: 'default' })

export type Manual = ReadonlyMap<string, ManualPage>

async function load(language: Language): Promise<Manual> {
  const pages = await Promise.all(
    Object.entries(loaders).flatMap(([path, loader]) => {
      const [, folder, chapter] = /\/(\w+)\/([\w-]+)\.md$/.exec(path) ?? []
      return folder === language && chapter !== undefined ? [loader().then((page) => [chapter, page] as const)] : []
    }),
  )
  return new Map(pages)
}

/** All pages in the window's language; undefined until they are read. */
export function useManual(): Manual | undefined {
  const language = useLanguage()
  return useQuery({ queryKey: ['manual', language], queryFn: () => load(language) }).data
}

export interface ChapterGroup {
  readonly title: string
  readonly chapters: readonly { readonly name: string; readonly title: string }[]
}

/** The chapters in their order, by reader, as the contents page lists them. */
export function chapterGroups(manual: Manual): readonly ChapterGroup[] {
  const groups: { title: string; chapters: { name: string; title: string }[] }[] = []
  for (const block of manual.get(contentsChapter)?.blocks ?? []) {
    if (block.kind === 'heading' && block.depth === 2) groups.push({ title: block.text, chapters: [] })
    if (block.kind === 'list') groups.at(-1)?.chapters.push(...block.items.flatMap(linksOf))
  }
  return groups.filter((group) => group.chapters.length > 0)
}

function linksOf(blocks: readonly ManualBlock[]) {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.parts.flatMap((part) => (part.kind === 'link' ? [{ name: part.chapter, title: part.text }] : []))
      : [],
  )
}

export interface FoundHeading {
  readonly chapter: string
  readonly chapterTitle: string
  /** Its place among the chapter's blocks. */
  readonly part: number
  readonly text: string
}

/** The headings below the chapters' own whose words contain all of the words that are looked for. */
export function findHeadings(manual: Manual, keyOf: (text: string) => string, typed: string): readonly FoundHeading[] {
  const wanted = keyOf(typed).split(/\s+/).filter(Boolean)
  return chapterGroups(manual)
    .flatMap((group) => group.chapters)
    .flatMap(({ name, title }) =>
      (manual.get(name)?.blocks ?? []).flatMap((block, part) =>
        block.kind === 'heading' && wanted.every((word) => keyOf(block.text).includes(word))
          ? [{ chapter: name, chapterTitle: title, part, text: block.text }]
          : [],
      ),
    )
}

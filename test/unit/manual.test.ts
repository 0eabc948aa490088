import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '#electron/cli/commands.ts'
import { manualPage } from '#electron/build/manual-page.ts'
import type { Language } from '#shared/domain/text.ts'
import { contentsChapter, type ManualBlock, type ManualInline, type ManualPage } from '#shared/manual/page.ts'
import { manualPictures } from '#test/pictures/manual-pictures.ts'

const root = join(import.meta.dirname, '../..')
const folderOf = (language: Language) => join(root, 'docs/manual', language)
const languages = ['ja', 'en'] as const

function chaptersOf(language: Language): readonly string[] {
  return readdirSync(folderOf(language))
    .map((file) => basename(file, '.md'))
    .toSorted()
}

/** Every page of a language; a picture's source is its path as it is written. */
function pagesOf(language: Language): ReadonlyMap<string, ManualPage> {
  return new Map(
    chaptersOf(language).map((chapter) => [
      chapter,
      manualPage(readFileSync(join(folderOf(language), `${chapter}.md`), 'utf8'), (path) => ({
        source: path,
        width: 1,
        height: 1,
      })),
    ]),
  )
}
const manuals: Readonly<Record<Language, ReadonlyMap<string, ManualPage>>> = { ja: pagesOf('ja'), en: pagesOf('en') }

function inlines(blocks: readonly ManualBlock[]): readonly ManualInline[] {
  return blocks.flatMap((block): readonly ManualInline[] => {
    switch (block.kind) {
      case 'paragraph':
        return block.parts
      case 'list':
        return block.items.flatMap(inlines)
      case 'note':
        return inlines(block.blocks)
      case 'table':
        return [...block.head, ...block.rows.flat()].flat()
      default:
        return []
    }
  })
}

/** What of one kind stands on which page, in its order. */
function everywhere<K extends ManualInline['kind']>(language: Language, kind: K) {
  return [...manuals[language]].flatMap(([chapter, page]) =>
    inlines(page.blocks)
      .filter((part): part is Extract<ManualInline, { readonly kind: K }> => part.kind === kind)
      .map((part) => ({ chapter, part })),
  )
}

const headingsOf = (page: ManualPage | undefined) =>
  (page?.blocks ?? []).flatMap((block) => (block.kind === 'heading' ? [block] : []))

type Words = { readonly [name: string]: string | Words }

/** The catalogue's words as patterns: a placeholder stands for anything, also for nothing. */
function patternsOf(words: Words): readonly RegExp[] {
  return Object.values(words).flatMap((word) => {
    if (typeof word !== 'string') return patternsOf(word)
    const pieces = word.split(/\{\{[^}]*\}\}/)
    if (pieces.join('').trim().length < 2) return word === '' ? [] : [new RegExp(`^${literal(word)}$`, 'u')]
    return [new RegExp(`^${pieces.map(literal).join('.*')}$`, 'u')]
  })
}
const literal = (text: string) => text.trim().replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')

test('both languages have the same chapters, in the same order and groups', () => {
  expect(chaptersOf('ja')).toEqual(chaptersOf('en'))
  const outline = (language: Language) =>
    manuals[language]
      .get(contentsChapter)
      ?.blocks.map((block) =>
        block.kind === 'list'
          ? inlines([block]).map((part) => (part.kind === 'link' ? part.chapter : part.kind))
          : block.kind,
      )
  expect(outline('ja')).toEqual(outline('en'))
})

describe.each(languages)('%s', (language) => {
  test('the contents list every chapter once, by its own title', () => {
    const listed = everywhere(language, 'link')
      .filter(({ chapter }) => chapter === contentsChapter)
      .map(({ part }) => [part.chapter, part.text])
    const titled = [...manuals[language]]
      .filter(([chapter]) => chapter !== contentsChapter)
      .map(([chapter, page]) => [chapter, headingsOf(page).find(({ depth }) => depth === 1)?.text])
    expect(listed.toSorted()).toEqual(titled.toSorted())
  })

  test('every chapter begins with its one title', () => {
    const titles = [...manuals[language]].map(([chapter, page]) => [
      chapter,
      page.blocks[0]?.kind,
      headingsOf(page).filter(({ depth }) => depth === 1).length,
    ])
    expect(titles).toEqual(chaptersOf(language).map((chapter) => [chapter, 'heading', 1]))
  })

  test('every link leads to a chapter', () => {
    const lost = everywhere(language, 'link').filter(({ part }) => !manuals[language].has(part.chapter))
    expect(lost).toEqual([])
  })

  test('every picture is there, is one that the command makes, and shows this language', () => {
    const made = manualPictures.map(({ name }) => `../pictures/${name}-${language}.png`)
    const wrong = everywhere(language, 'picture').filter(
      ({ part }) => !made.includes(part.source) || !existsSync(join(folderOf(language), part.source)),
    )
    expect(wrong).toEqual([])
  })

  test('every word of the window that it names stands in the catalogue', () => {
    const catalogue = JSON.parse(readFileSync(join(root, `shared/locales/${language}.json`), 'utf8')) as Words
    const patterns = patternsOf(catalogue)
    const unknown = everywhere(language, 'word').filter(
      ({ part }) => !patterns.some((pattern) => pattern.test(part.text)),
    )
    expect(unknown.map(({ chapter, part }) => `${chapter}: ${part.text}`)).toEqual([])
  })

  test('every screen of a register that cannot be opened, and of a program that has stopped, stands among the refusals', () => {
    const catalogue = JSON.parse(readFileSync(join(root, `shared/locales/${language}.json`), 'utf8')) as Words
    const titlesUnder = (words: Words) =>
      Object.values(words)
        .flatMap((word) => (typeof word === 'string' ? [] : [word.title]))
        .filter((title) => title !== undefined)
    const { failure, failed, app } = catalogue as { readonly [section: string]: Words }
    const titles = [
      ...titlesUnder(failure ?? {}),
      ...titlesUnder(failed ?? {}),
      ...[app?.lost, app?.unstarted, app?.drawingFailed],
    ]
    const named = everywhere(language, 'word')
      .filter(({ chapter }) => chapter === 'refusals')
      .map(({ part }) => part.text)
    expect(titles.length).toBeGreaterThan(20)
    expect(titles.filter((title) => !named.some((each) => each === title))).toEqual([])
  })

  test('every command that it names exists', () => {
    const named = everywhere(language, 'code')
      .filter(({ chapter }) => chapter === 'command-line')
      .flatMap(({ part }) => /^([a-z]+(?:-[a-z]+)?) (?:[A-Z]|--(?!help))/.exec(part.text)?.[1] ?? [])
    expect(named.toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
  })
})

test('both languages show the same pictures at the same places', () => {
  const shown = (language: Language) =>
    everywhere(language, 'picture').map(({ chapter, part }) => [chapter, part.source.replace(`-${language}.png`, '')])
  expect(shown('ja')).toEqual(shown('en'))
})

test('every picture made for the manual is used in it', () => {
  const used = new Set(languages.flatMap((language) => everywhere(language, 'picture').map(({ part }) => part.source)))
  const made = manualPictures
    .filter(({ folder }) => folder === 'docs/manual/pictures')
    .flatMap(({ name, languages: of }) => of.map((language) => `../pictures/${name}-${language}.png`))
  expect(made.filter((source) => !used.has(source))).toEqual([])
})

test.each([
  ['markup', 'a <b>b</b>'],
  ['a block of markup', '<script>alert(1)</script>'],
  ['an address', '[a](https://example.com)'],
  ['an address without a mark', 'https://example.com'],
  ['an address of another kind', '[a](javascript:alert(1))'],
  ['a mark that does not close', 'まだ**完了（未検証）**です'],
  ['what a browser would replace', 'a &lt; b'],
])('%s in a page is refused', (_what, markdown) => {
  expect(() => manualPage(markdown, () => null)).toThrow('The manual may not contain this')
})

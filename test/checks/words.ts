import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { glossary } from '#shared/locales/glossary.ts'
import { type Catalogue, flatten } from './catalogue.ts'
import { glossaryProblems } from './glossary.ts'

/** Names in `{{name}}` and `{{name, format}}`, in order of the alphabet, each once. */
function placeholders(word: string): string[] {
  const names = [...word.matchAll(/\{\{-?\s*([\w.]+)/g)].map((match) => match[1] ?? '')
  return [...new Set(names)].sort()
}

/**
 * Where the two catalogues differ: a key or a placeholder that only one of them has, a word that is empty, a placeholder
 * that is not closed. A plural form (`_one`) may leave `{{count}}` out, since "one" can be said as a word.
 */
export function catalogueProblems(ja: Catalogue, en: Catalogue): string[] {
  const problems: string[] = []
  const words = { ja: flatten(ja), en: flatten(en) }
  for (const [language, other] of [
    ['ja', 'en'],
    ['en', 'ja'],
  ] as const) {
    for (const [key, word] of words[language]) {
      if (word.trim() === '') problems.push(`${language}.json: ${key} is empty`)
      if (word.split('{{').length !== word.split('}}').length) {
        problems.push(`${language}.json: ${key} has a placeholder that is not closed`)
      }
      if (!words[other].has(key)) problems.push(`${other}.json: ${key} is missing, ${language}.json has it`)
    }
  }
  for (const [key, word] of words.ja) {
    const counted = (names: string[]) => (key.endsWith('_one') ? names.filter((name) => name !== 'count') : names)
    const inJapanese = counted(placeholders(word)).join(', ')
    const inEnglish = counted(placeholders(words.en.get(key) ?? word)).join(', ')
    if (inJapanese !== inEnglish) {
      problems.push(`${key}: ja.json has the placeholders (${inJapanese}), en.json has (${inEnglish})`)
    }
  }
  return problems
}

/** One key as it stands literally in a source file. */
export interface UsedKey {
  file: string
  line: number
  key: string
}

/**
 * The keys that a source file names literally: `t('a.b')`, `translate(language)('a.b')` and `i18nKey="a.b"`. A key that
 * is put together at run time is not seen here, one in a comment is not meant.
 */
export function usedKeys(file: string, source: string): UsedKey[] {
  const code = source.replaceAll(/^\s*(\/\*[\s\S]*?\*\/|\/\/.*$)/gm, (comment) => comment.replaceAll(/[^\n]/g, ' '))
  const literal = /(?:\bt\(|\btranslate\([^()]*\)\(|\bi18nKey=\{?)\s*(['"`])((?:(?!\1)[^\\$\n])+)\1/g
  return [...code.matchAll(literal)].map((match) => ({
    file,
    line: code.slice(0, match.index).split('\n').length,
    key: match[2] ?? '',
  }))
}

/** Which of the used keys the catalogue does not have; `a.b` counts as there when its plural `a.b_other` is. */
export function missingKeys(used: readonly UsedKey[], catalogue: Catalogue): string[] {
  const words = flatten(catalogue)
  return used
    .filter(({ key }) => !words.has(key) && !words.has(`${key}_other`))
    .map(({ file, line, key }) => `${file}:${line}: the catalogue has no word "${key}"`)
}

/** The problems of the catalogues and of their use in the sources under `root`. */
export function findWordProblems(root: string): string[] {
  const read = (language: string) =>
    JSON.parse(readFileSync(join(root, `shared/locales/${language}.json`), 'utf8')) as Catalogue
  const [ja, en] = [read('ja'), read('en')]
  const used = ['shared', 'electron', 'renderer', 'resources']
    .filter((room) => existsSync(join(root, room)))
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => usedKeys(file, readFileSync(join(root, file), 'utf8')))
  return [
    ...catalogueProblems(ja, en),
    ...missingKeys(used, ja),
    ...glossaryProblems('ja', ja, glossary),
    ...glossaryProblems('en', en, glossary),
  ]
}

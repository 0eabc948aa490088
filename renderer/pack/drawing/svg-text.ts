/**
 * A drawing as an SVG file. Words stay words: they can be searched, read aloud and edited. The faces are named from ours over
 * those that Windows, macOS and Linux have to any; each line keeps the width that it was set in, so that nothing overlaps where
 * another face stands in.
 */
import type { Drawing, Item, Path, Words } from './drawing.ts'

const faces: Readonly<Record<string, string>> = {
  ja: "'BIZ UDPGothic', 'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic', 'Hiragino Sans', Meiryo, sans-serif",
  en: "'Noto Sans JP', 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, 'BIZ UDPGothic', 'Yu Gothic', 'Hiragino Sans', sans-serif",
}

export function svgText({ width, height, title, description, language, items }: Drawing): string {
  const lines = items.map((item) => (item.kind === 'path' ? pathText(item) : wordsText(item, language)))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${escaped(language)}" role="img" font-family="${facesOf(language)}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n')
}

function facesOf(language: string): string {
  return escaped(faces[language] ?? faces['ja'] ?? 'sans-serif')
}

function pathText({ shape, matrix, fill, stroke, strokeWidth, dash }: Path): string {
  return tag('path', {
    d: shape,
    transform: matrix && `matrix(${matrix.join(' ')})`,
    fill: fill ?? 'none',
    stroke,
    'stroke-width': stroke === null ? null : String(strokeWidth),
    'stroke-dasharray': dash.length === 0 ? null : dash.join(' '),
  })
}

function wordsText(words: Words, language: string): string {
  const { text, x, y, width, size, bold, fill, halo } = words
  const own = words.language === language ? {} : { 'xml:lang': words.language, 'font-family': facesOf(words.language) }
  return tag(
    'text',
    {
      x: String(x),
      y: String(y),
      'font-size': String(size),
      'font-weight': bold ? '700' : null,
      fill,
      ...(halo && {
        stroke: halo.colour,
        'stroke-width': String(halo.width),
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      }),
      ...([...text].length > 1 && width > 0 && { textLength: String(width), lengthAdjust: 'spacingAndGlyphs' }),
      ...own,
    },
    escaped(text),
  )
}

function tag(name: string, attributes: Readonly<Record<string, string | null>>, content: string | null = null): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${value}"`]))
  return content === null ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}

/** What an XML document cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[<>&"]/g, (letter) => `&#${String(letter.charCodeAt(0))};`)
}

/** For tests and for whoever looks at what a drawing says. */
export function wordsIn(items: readonly Item[]): readonly string[] {
  return items.flatMap((item) => (item.kind === 'words' ? [item.text] : []))
}

/**
 * Reads a page of docs/manual. The manual uses a small part of Markdown, and whatever is outside of it is refused when the
 * window is built: no markup, no address outside the manual, so that nothing else can ever be shown.
 */
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import type { ManualBlock, ManualInline, ManualPage } from '#shared/manual/page.ts'

interface PictureFile {
  readonly source: string
  readonly width: number
  readonly height: number
}
/** What a picture is, beside its text: asked of whoever knows the files. Null where there is none: its text stands there. */
export type PictureOf = (path: string) => PictureFile | null

/** The page of a Markdown text. Error with the piece of text that is not allowed. */
export function manualPage(markdown: string, pictureOf: PictureOf): ManualPage {
  return { blocks: blocksOf(lexer(markdown), pictureOf) }
}

function blocksOf(tokens: readonly Token[], pictureOf: PictureOf): ManualBlock[] {
  return (tokens as readonly MarkedToken[]).flatMap((token): ManualBlock[] => {
    switch (token.type) {
      case 'space':
        return []
      case 'heading':
        return [{ kind: 'heading', depth: token.depth, text: plain(token.tokens) }]
      case 'paragraph':
      case 'text':
        return [{ kind: 'paragraph', parts: inlinesOf(token.tokens ?? [], pictureOf) }]
      case 'list':
        return [
          { kind: 'list', ordered: token.ordered, items: token.items.map((item) => blocksOf(item.tokens, pictureOf)) },
        ]
      case 'blockquote':
        return [{ kind: 'note', blocks: blocksOf(token.tokens, pictureOf) }]
      case 'code':
        return [{ kind: 'code', text: token.text }]
      case 'table': {
        const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlinesOf(cell.tokens, pictureOf))
        return [{ kind: 'table', head: cells(token.header), rows: token.rows.map(cells) }]
      }
      default:
        throw notAllowed(token)
    }
  })
}

function inlinesOf(tokens: readonly Token[], pictureOf: PictureOf): ManualInline[] {
  return (tokens as readonly MarkedToken[]).map((token): ManualInline => {
    switch (token.type) {
      case 'text':
      case 'escape':
        // What the reader of Markdown did not take for a mark, or would leave to a browser to replace.
        if (/&[a-z#0-9]+;|\*\*/i.test(token.text)) throw notAllowed(token)
        return { kind: 'text', text: token.text.replaceAll('\n', ' ') }
      case 'strong':
        return { kind: 'word', text: plain(token.tokens) }
      case 'codespan':
        return { kind: 'code', text: token.text }
      case 'link': {
        const chapter = /^([\w-]+)\.md$/.exec(token.href)?.[1]
        if (chapter === undefined) throw notAllowed(token)
        return { kind: 'link', chapter, text: plain(token.tokens) }
      }
      case 'image': {
        const picture = pictureOf(token.href)
        return picture === null ? { kind: 'text', text: token.text } : { kind: 'picture', alt: token.text, ...picture }
      }
      default:
        throw notAllowed(token)
    }
  })
}

/** Text without any mark in it. */
function plain(tokens: readonly Token[]): string {
  return (tokens as readonly MarkedToken[])
    .map((token) => {
      if (token.type !== 'text' && token.type !== 'escape') throw notAllowed(token)
      return token.text
    })
    .join('')
}

function notAllowed(token: MarkedToken): Error {
  return new Error(`The manual may not contain this (${token.type}): ${token.raw.trim()}`)
}

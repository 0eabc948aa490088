/** Draws the blocks of a page. Text stays text: nothing of the manual ever becomes markup by itself. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { contentsChapter, type ManualBlock, type ManualInline } from '#shared/manual/page.ts'

export const partId = (part: number) => `manual-part-${String(part)}`

export function ManualBlocks({
  blocks,
  numbered = false,
}: {
  readonly blocks: readonly ManualBlock[]
  readonly numbered?: boolean
}) {
  return blocks.map((block, index) => <Block key={index} block={block} id={numbered ? partId(index) : undefined} />)
}

function Block({ block, id }: { readonly block: ManualBlock; readonly id: string | undefined }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.depth === 1 ? 'h1' : block.depth === 2 ? 'h2' : 'h3'
      return (
        <Heading id={id} tabIndex={-1}>
          {block.text}
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Inlines parts={block.parts} />
        </p>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <ManualBlocks blocks={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'note':
      return (
        <div className="plain-notice">
          <ManualBlocks blocks={block.blocks} />
        </div>
      )
    case 'code':
      return <pre>{block.text}</pre>
    case 'table':
      return (
        <table className="settings-table">
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                <th key={index} scope="col">
                  <Inlines parts={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>
                    <Inlines parts={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}

function Inlines({ parts }: { readonly parts: readonly ManualInline[] }) {
  return parts.map((part, index) => <Inline key={index} part={part} />)
}

function Inline({ part }: { readonly part: ManualInline }): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'word':
      return <b>{part.text}</b>
    case 'code':
      return <code>{part.text}</code>
    case 'link':
      return (
        <Link href={part.chapter === contentsChapter ? '/manual' : `/manual/${part.chapter}`} className="link">
          {part.text}
        </Link>
      )
    case 'picture':
      return <img src={part.source} alt={part.alt} width={part.width} height={part.height} loading="lazy" />
  }
}

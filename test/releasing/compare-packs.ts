/** Says in what two printed packs differ for a reader: paper, outline, language and the words of each page. */
import { pdfFacts } from '#test/support/pdf-facts.ts'

/** Empty where they say the same; the two browsers may draw it differently. */
export async function packDifferences(one: Uint8Array, other: Uint8Array): Promise<string[]> {
  const [left, right] = [await pdfFacts(one), await pdfFacts(other)]
  const differences: string[] = []
  const compare = (what: string, first: string, second: string) => {
    if (first === second) return
    let at = 0
    while (first[at] === second[at]) at += 1
    const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40))
    differences.push(`${what}: ${around(first)} against ${around(second)}`)
  }
  compare('paper', left.pages.join('; '), right.pages.join('; '))
  compare('language', String(left.language), String(right.language))
  compare('tags', String(left.tagged), String(right.tagged))
  compare('outline', left.outline.join('; '), right.outline.join('; '))
  const pages = Math.max(left.text.length, right.text.length)
  for (let page = 0; page < pages; page += 1)
    compare(`page ${String(page + 1)}`, left.text[page] ?? '(no page)', right.text[page] ?? '(no page)')
  return differences
}

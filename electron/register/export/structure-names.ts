/**
 * Elements of the tag tree that others refer to (heads of tables) are named by the browser after counters of its process
 * (`node00001790`), in the order in which it happened to ask for them, which is not the same in every print. Each is named anew
 * by its place in the tree, and the list of names is sorted again.
 */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

const key = (name: string) => PDFName.of(name)

export function renameStructure(document: PDFDocument): void {
  const root = document.catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)
  if (root === undefined) return
  const names = new Map<string, string>()
  const named = (text: PDFObject | undefined): PDFString | undefined => {
    if (!(text instanceof PDFString || text instanceof PDFHexString)) return undefined
    const before = text.decodeText()
    const now = names.get(before) ?? `node${String(names.size).padStart(8, '0')}`
    names.set(before, now)
    return PDFString.of(now)
  }
  const elements = elementsOf(root)
  for (const element of elements) {
    const name = named(element.get(key('ID')))
    if (name !== undefined) element.set(key('ID'), name)
  }
  for (const element of elements)
    for (const attributes of listed(element.lookup(key('A')))) {
      const heads = attributes instanceof PDFDict ? attributes.lookup(key('Headers')) : undefined
      if (heads instanceof PDFArray)
        for (let at = 0; at < heads.size(); at += 1) heads.set(at, named(heads.lookup(at)) ?? heads.get(at))
    }
  const tree = root.lookupMaybe(key('IDTree'), PDFDict)
  if (tree === undefined) return
  const pairs = pairsOf(document, tree).flatMap(([name, element]) => {
    const text = named(name)
    return text === undefined ? [] : [[text, element] as const]
  })
  pairs.sort(([one], [other]) => (one.decodeText() < other.decodeText() ? -1 : 1))
  tree.delete(key('Kids'))
  tree.set(key('Names'), document.context.obj(pairs.flat()))
}

/** In the order of reading, those within others included. */
function elementsOf(root: PDFDict): PDFDict[] {
  const elements: PDFDict[] = []
  const waiting: PDFObject[] = [root]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!(next instanceof PDFDict)) continue
    elements.push(next)
    waiting.push(...listed(next.lookup(key('K'))).reverse())
  }
  return elements
}

/** Names with their elements out of all leaves of the list, which are let go: one node holds them all. */
function pairsOf(document: PDFDocument, node: PDFDict): (readonly [PDFObject, PDFObject])[] {
  const names = node.lookupMaybe(key('Names'), PDFArray)?.asArray() ?? []
  const own = names.flatMap((name, at) => {
    const element = names[at + 1]
    return at % 2 === 0 && element !== undefined ? [[name, element] as const] : []
  })
  const kids = node.lookupMaybe(key('Kids'), PDFArray)?.asArray() ?? []
  return [
    ...own,
    ...kids.flatMap((kid) => {
      const found = kid instanceof PDFRef ? document.context.lookup(kid) : kid
      if (kid instanceof PDFRef) document.context.delete(kid)
      return found instanceof PDFDict ? pairsOf(document, found) : []
    }),
  ]
}

function listed(found: PDFObject | undefined): PDFObject[] {
  if (found === undefined) return []
  if (!(found instanceof PDFArray)) return [found]
  return Array.from({ length: found.size() }, (_, at) => found.lookup(at)).filter((each) => each !== undefined)
}

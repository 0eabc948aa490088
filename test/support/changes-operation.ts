/** The operations of the contract that contract-changes.test.ts calls: undo, many records at once, copies, comments. */
export function changesOperation(path: string): boolean {
  return /^(?:undo|comment)\.|\.(?:\w+Many|paste|duplicate)$/.test(path)
}

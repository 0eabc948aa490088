/**
 * The operations of the contract that contract-changes.test.ts calls: undo, many records at once, copies, comments. Those on what has
 * no copy, or is judged together instead of changed, are called where that is tested.
 */
export function changesOperation(path: string): boolean {
  return /^(?:undo|comment)\.|^(?!jurisdictionProfile\.).*\.(?:(?!assessMany$)\w+Many|paste|duplicate)$/.test(path)
}

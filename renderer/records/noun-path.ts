/** Where the records of a noun are shown. Addresses are written as file names are: contract-reading. */
export function nounPath(noun: string): string {
  return `/${noun.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** A merge has no list of its own: it stands on the screen where merges are made. */
export function recordPath(noun: string, id: string): string {
  return noun === 'mergeRun' ? `/merge/${id}` : `${nounPath(noun)}/${id}`
}

/** Where the records of a noun are shown. Addresses are written as file names are: contract-reading. */
export function nounPath(noun: string): string {
  return `/${noun.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

export function recordPath(noun: string, id: string): string {
  return `${nounPath(noun)}/${id}`
}

/** A catalogue as i18next reads it: groups of words, nested. */
export interface Catalogue {
  [name: string]: string | Catalogue
}

/** `{ app: { name: 'Daicho' } }` → `app.name` → `Daicho`. */
export function flatten(catalogue: Catalogue, path = ''): Map<string, string> {
  const words = new Map<string, string>()
  for (const [name, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') words.set(path + name, value)
    else for (const [key, word] of flatten(value, `${path}${name}.`)) words.set(key, word)
  }
  return words
}

/** What an undo and the history call what was done: no step is told by its key. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { codedNouns } from '#shared/domain/coded-nouns.ts'
import { languages } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { operations } from '#test/support/serving.ts'

const folder = join(import.meta.dirname, '../../electron/register')

/** Written out in the code, and those made of a noun and what can be done with any of its kind. */
function operationNames(): string[] {
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/operation: '(\w+\.\w+)'/g)])
    .map(([, name = '']) => name)
  const asked = operations(contract)
  const made = codedNouns.flatMap((noun) => {
    const verbs = ['create', 'update', 'withdraw', 'updateMany'].filter((verb) => asked.includes(`${noun}.${verb}`))
    // What can be changed together can be pasted and copied too; what is of one thing only has no copy.
    const copied = 'duplicate' in contract[noun] ? ['duplicate'] : []
    return (verbs.includes('updateMany') ? [...verbs, 'paste', ...copied] : verbs).map((verb) => `${noun}.${verb}`)
  })
  return [...new Set([...written, ...made])].sort()
}

test.each(languages)('every operation that is written to the log has words (%s)', (language) => {
  const names = operationNames()
  expect(names.length).toBeGreaterThan(100)
  const t = translate(language)
  const wordless = names.filter((name) => {
    const key = `operation.${name}`
    return t(key, { defaultValue: '' }) === ''
  })
  expect(wordless).toEqual([])
})

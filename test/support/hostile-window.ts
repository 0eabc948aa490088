/** A register in which every text is markup, in a window: what of it has become more than text. */
import type { Page } from '@playwright/test'
import { newRegister } from '#electron/register/new-register.ts'
import { lockPack } from '#electron/register/packs.ts'
import { idSource } from '#electron/register/store/new-ids.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { codedNouns } from '#shared/domain/coded-nouns.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { bundleOf } from './bundle.ts'
import { fillWithMarks, mark, markup, ranName } from './marked-register.ts'
import { fillOneOfEach } from './one-of-each.ts'
import { testSurroundings } from './register.ts'

/** One of every noun; the paths of the lists, and of the first record of each with its history. */
export function hostileRegister(file: string): { readonly paths: readonly string[] } {
  const surroundings = testSurroundings()
  newRegister(file, surroundings, { language: 'ja', name: { ja: '試験商事', en: null }, from: '2026-04-01' })
  const register = openRegister(file, { surroundings, mode: 'write' })
  fillOneOfEach(register)
  fillWithMarks(register, markup)
  const paths = codedNouns.flatMap((noun) => {
    const path = `/${noun.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    const [first] = [...recordTables[noun].all(register.read)]
    return first === undefined ? [path] : [path, `${path}/${first.id}`, `${path}/${first.id}/history`]
  })
  register.close()
  return { paths }
}

/** For what is written into it afterwards: ids of its own. */
export function furtherSurroundings() {
  return { ...testSurroundings(), newId: idSource() }
}

/** A pack locked while every text is markup, and its bundle in a folder. */
export async function lockedPack(file: string, out: string): Promise<RecordOf<'pack'>> {
  const register = openRegister(file, { surroundings: furtherSurroundings(), mode: 'write' })
  const [title] = markup
  const pack = await lockPack(register, { asOf: register.today(), title, openReason: title })
  await bundleOf(register, pack, out)
  register.close()
  return pack
}

/** What of the texts has become more than text. */
export async function acting(page: Page): Promise<string[]> {
  return page.evaluate(
    ([name, of]) => [
      ...(name in window ? ['a script ran'] : []),
      ...[
        ...document.querySelectorAll(
          `.${of}, [onerror], [onload], [onmouseover], [ontoggle], [srcdoc], script:not([src])`,
        ),
      ].map((element) => element.outerHTML.slice(0, 200)),
      ...[...document.querySelectorAll('[href], [src], [action], [formaction]')].flatMap((element) =>
        ['href', 'src', 'action', 'formaction'].flatMap((attribute) =>
          /^\s*(javascript|data|vbscript):/i.test(element.getAttribute(attribute) ?? '')
            ? [element.outerHTML.slice(0, 200)]
            : [],
        ),
      ),
    ],
    [ranName, mark] as const,
  )
}

/** The palette over 5,000 records: from a text to the records that are offered for it, as the register process answers. */
import { lookUp } from '#electron/register/look-up.ts'
import { codedNouns } from '#shared/domain/nouns.ts'
import { milliseconds, printRows, timeOf } from './measure.ts'
import { registerOf } from './registers.ts'

const count = 5000
/** A half code, a number, two letters of a word, a word that stands in one of five names, a name with its number, nothing. */
const texts = ['SYS12', '12', '在庫', '問い合わせ', '書類 4321', 'ぬるぽ']

export function benchPalette(): Promise<void> {
  const register = registerOf(count)
  try {
    const rows = texts.map((text) => ({
      what: `“${text}”`,
      figure: milliseconds(timeOf(() => lookUp(register.read, { nouns: codedNouns, text, limit: 12 }))),
      aim: '100 ms',
    }))
    printRows(`palette, ${String(count)} records`, rows)
  } finally {
    register.close()
  }
  return Promise.resolve()
}

/** Names that are taken out, between changes and packs: each is out of log, rows and frozen data, or of none of them. */
import { createPerson } from '#electron/register/accountability.ts'
import { addComment } from '#electron/register/comments.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { redactIn, redactionDigest } from '#electron/register/retention/redact-person.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import type { Load } from '../load.ts'

export const redactions: Load = {
  name: 'redactions',
  wholes: { 'person.redact': 1 },
  async run({ share, file, surroundings, acknowledge }) {
    const register = openRegister(file, { surroundings, mode: 'write' })
    for (let count = 0; count < 6 * share; count += 1) {
      const name = `消える 人${String(count)}番`
      const person = createPerson(register, { name: { ja: name, en: null } })
      acknowledge(register)
      addComment(register, { subject: 'person', subjectId: person.id, text: `${name}に聞く` })
      acknowledge(register)
      lockVerified(register, { asOf: register.today() })
      acknowledge(register)
      const look = { personId: person.id, also: [] }
      const facts = { except: [], ground: 'request', ruleId: null, note: null, decidedBy: '人事部長' } as const
      redactIn(register, { ...look, ...facts, except: [], digest: redactionDigest(register, look) })
      acknowledge(register)
      register.clean()
      await Promise.resolve()
    }
    register.close()
  },
}

/** A small register with two locked packs, between which one risk was judged anew by a person who gave a reason. */
import { createPerson } from '#electron/register/accountability.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { assessRisk, createRisk } from '#electron/register/risks.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { testRegister } from './register.ts'

const ja = (text: string) => ({ ja: text, en: null })

export async function twoPacks(between: (setting: ReturnType<typeof testRegister>) => void = () => undefined) {
  const setting = testRegister()
  const { register, surroundings } = setting
  const person = createPerson(register, { name: ja('山本 彩') })
  register.personId = person.id
  const [risk, other] = ['要員の誤検知', '提供元の変更'].map((name) =>
    createRisk(register, { name: ja(name), category: 'enterprise' }),
  ) as [RecordOf<'risk'>, RecordOf<'risk'>]
  const judge = (riskId: string, likelihood: number, impact: number, on: string, rationale: string) =>
    assessRisk(register, {
      riskId,
      stage: 'residual',
      likelihood,
      impacts: { rights: impact, legal: null, financial: null, operations: null, reputation: null, strategic: null },
      assessorId: person.id,
      on,
      confidence: null,
      rationale,
    })
  judge(risk.id, 3, 3, '2026-04-01', '初回の評価')
  judge(other.id, 3, 3, '2026-04-01', '初回の評価')
  surroundings.setTime('2026-07-08T00:00:00.000Z')
  const first = lockVerified(register, { asOf: '2026-06-30' })
  surroundings.setTime('2026-09-28T01:00:00.000Z')
  const assessment = judge(risk.id, 4, 4, '2026-09-28', '事故が二度起きた')
  between(setting)
  surroundings.setTime('2026-10-08T00:00:00.000Z')
  const second = lockVerified(register, { asOf: '2026-09-30' })
  return { ...setting, person, risk, other, assessment, first, second, judge }
}

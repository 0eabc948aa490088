/** One record after another, as a person types: created, changed, assessed, commented on, withdrawn, undone, done again. */
import { addComment } from '#electron/register/comments.ts'
import { withdrawRecord } from '#electron/register/records.ts'
import { assessRisk, createRisk } from '#electron/register/risks.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { redoLast, undoLast } from '#electron/register/undo.ts'
import { Problem } from '#shared/domain/problem.ts'
import { pickFrom, type Random } from '../../part.ts'
import type { Load } from '../load.ts'

export const edits: Load = {
  name: 'edits',
  run({ share, file, random, surroundings, acknowledge }) {
    const register = openRegister(file, { surroundings, mode: 'write' })
    for (let count = 0; count < 120 * share; count += 1) {
      try {
        pickFrom(random, acts)(register, random)
      } catch (error) {
        // Refused: what was undone cannot be withdrawn, and the like. Nothing was acknowledged.
        if (!(error instanceof Problem)) throw error
        continue
      }
      acknowledge(register)
    }
    register.close()
    return Promise.resolve()
  },
}

type Act = (register: Register, random: Random) => void

const create: Act = (register) => {
  createSystem(register, { name: { ja: '後から足したシステム', en: 'Added later' }, notes: '長い文。'.repeat(200) })
}
const update: Act = (register, random) => {
  const { id, version } = anySystem(register, random)
  updateSystem(register, { id, version, patch: { notes: `変更 ${String(random())}`, vendor: '架空の会社' } })
}
const risk: Act = (register, random) => {
  const { id } = anySystem(register, random)
  createRisk(register, { name: { ja: '誤った判定', en: null }, category: 'AIGB-C-2', systemIds: [id] })
}
const assess: Act = (register, random) => {
  const person = [...recordTables.person.all(register.read)][0]
  const risks = [...recordTables.risk.all(register.read)]
  if (person === undefined || risks.length === 0) return
  assessRisk(register, {
    riskId: pickFrom(random, risks).id,
    stage: 'residual',
    likelihood: 2,
    impacts: { rights: 4, legal: null, financial: 3, operations: null, reputation: null, strategic: null },
    assessorId: person.id,
    on: register.today(),
    confidence: 'medium',
    rationale: '実地試験による',
  })
}
const comment: Act = (register, random) => {
  addComment(register, { subject: 'system', subjectId: anySystem(register, random).id, text: '確認した。' })
}
const withdraw: Act = (register, random) => {
  const { id, version } = anySystem(register, random)
  withdrawRecord(register, 'system', { id, version, reason: '重複登録' })
}

const acts: readonly Act[] = [
  create,
  update,
  update,
  risk,
  assess,
  comment,
  withdraw,
  (register) => undoLast(register, null),
  (register) => redoLast(register, null),
]

function anySystem(register: Register, random: Random) {
  return pickFrom(random, [...recordTables.system.all(register.read)])
}

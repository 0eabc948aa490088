/** Registers of a given size, made through the store's own transaction. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPerson, createPost, createUnit, startTerm } from '#electron/register/accountability.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { idSource } from '#electron/register/store/new-ids.ts'
import { openRegister, realSurroundings, type Register } from '#electron/register/store/register-file.ts'
import { emptySystem, updateSystem } from '#electron/register/systems.ts'
import { listRecords } from '#electron/register/list.ts'
import { listInput } from '#shared/contract/list.ts'
import { lifecycles, tiers } from '#shared/domain/system.ts'
import { median } from './measure.ts'

export const surroundings = realSurroundings(idSource(), 'bench')
export const benchFolder = mkdtempSync(join(tmpdir(), 'daicho-bench-'))

const ja = (text: string) => ({ ja: text, en: null })

export function emptyRegister(name: string): Register {
  const file = join(benchFolder, `${name}.daicho`)
  newRegister(file, surroundings, { language: 'ja', name: ja('計測'), from: '2026-04-01' })
  return openRegister(file, { surroundings, mode: 'write' })
}

const purposes = ['在庫と発注の最適化', '問い合わせへの回答', '書類の読み取り', '異常の検知', '需要の予測']

/** The plain values of the n-th system: what an inventory of that size would hold. */
export function systemValues(index: number, unitId: string | null) {
  return {
    ...emptySystem,
    name: ja(`${purposes[index % purposes.length] ?? ''}システム ${String(index)}`),
    purpose: ja(`${purposes[index % purposes.length] ?? ''}のために使う。対象は第${String(index % 97)}拠点`),
    unitId,
    lifecycle: lifecycles[index % lifecycles.length] ?? 'unknown',
    tier: tiers[index % tiers.length] ?? null,
    vendor: `ベンダー${String(index % 50)}（架空）`,
    nextReviewOn: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
    sourceKey: `K-${String(index)}`,
  }
}

/** Each measurement has a register of its own. */
let made = 0

/** A register with `count` systems, nine of ten with an accountable executive. */
export function registerOf(count: number): Register {
  made += 1
  const register = emptyRegister(`systems-${String(count)}-${String(made)}`)
  const unit = createUnit(register, { name: ja('本部'), kind: 'division' })
  const person = createPerson(register, { name: ja('吉岡 直樹') })
  const post = createPost(register, { name: ja('営業本部長'), kind: 'executive' })
  startTerm(register, { postId: post.id, personId: person.id, capacity: 'holder', from: '2025-04-01', to: null })
  register.change({ operation: 'bench.fill' }, (change) => {
    for (let index = 0; index < count; index += 1) {
      const system = change.add('system', systemValues(index, unit.id))
      if (index % 10 !== 0)
        change.add('assignment', {
          role: 'accountable_executive',
          subject: 'system',
          subjectId: system.id,
          postId: post.id,
          personId: null,
          from: '2026-04-01',
          to: null,
        })
    }
  })
  return register
}

/** The first record of the list changes by one edit, then `work` is timed; the median of a few such edits. */
export function afterEdit(
  register: Register,
  patch: (turn: number) => Parameters<typeof updateSystem>[1]['patch'],
  work: () => unknown,
): number {
  return median(
    Array.from({ length: 5 }, (_none, turn) => {
      const record = listRecords(register, 'system', listInput.parse({ limit: 1 })).rows[0]?.record
      if (record === undefined) throw new Error('no system')
      updateSystem(register, { id: record.id, version: record.version, patch: patch(turn) })
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )
}

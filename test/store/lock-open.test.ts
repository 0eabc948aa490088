/** What of the data would keep a pack from being finished is told before it is locked; with a reason it is locked all the same. */
import { expect, test } from 'vitest'
import { dataPointsAtLock, openReasonOf } from '#electron/register/decision/data-points.ts'
import { packChecks } from '#electron/register/decision/open-points.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { lockPack } from '#electron/register/packs.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { say } from '#shared/locales/say.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { twoPacks } from '#test/support/two-packs.ts'

test('a top risk without owner: named, refused, and locked only with a reason that the pack keeps and prints', async () => {
  const { register, surroundings, second } = await twoPacks()
  surroundings.setTime('2027-01-08T00:00:00.000Z')
  const at = { asOf: '2026-12-31', cutOff: null }
  const points = dataPointsAtLock(register, at)
  expect(points.map(({ kind, target }) => [kind, target?.noun, target?.code])).toEqual([
    ['topRiskWithoutOwner', 'risk', 'RSK-0001'],
    ['topRiskWithoutOwner', 'risk', 'RSK-0002'],
  ])
  expect(dataPointsAtLock(register, { ...at, cutOff: second.cutOff })).toEqual(points)
  const refused = { code: 'PACK_POINTS_OPEN', facts: { count: 2, records: ['RSK-0001', 'RSK-0002'] } }
  await expect(lockPack(register, { asOf: at.asOf })).rejects.toMatchObject(refused)
  await expect(lockPack(register, { asOf: at.asOf, openReason: '  ' })).rejects.toMatchObject(refused)

  const pack = await lockPack(register, { asOf: at.asOf, openReason: '担当は1月の取締役会で決める' })
  expect([openReasonOf(register, pack.id), openReasonOf(register, second.id)]).toEqual([
    '担当は1月の取締役会で決める',
    null,
  ])
  const refusing = (of: typeof pack) =>
    packChecks(register, of, '0.1.0').points.flatMap(({ kind, severity }) =>
      kind === 'topRiskWithoutOwner' ? [severity] : [],
    )
  expect([refusing(pack), refusing(second)]).toEqual([
    ['warning', 'warning'],
    ['refusal', 'refusal'],
  ])
  const page = buildPackModel(packInput(register, pack, 'ja', '0.1.0')).pages.find(({ key }) => key === 'dataQuality')
  expect(page?.lead.map((line) => say('ja', line)).at(-1)).toBe(
    'リスクオーナーのいない重要リスク（RSK-0001、RSK-0002）を残して確定した。理由：担当は1月の取締役会で決める。',
  )
  expect(await verifyRegister(register)).toEqual([])
})

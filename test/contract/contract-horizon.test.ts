/** The horizon as the window calls it: shown, taken in, assessed, replaced by newer content from a file, and written as a table. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readPackFile } from '#electron/register/requirements/pack-file.ts'
import { contract } from '#shared/contract/contract.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import type { HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import { Problem } from '#shared/domain/problem.ts'
import { shipped } from '#test/support/horizon.ts'
import { temporaryFolder } from '#test/support/register.ts'
import {
  called,
  company,
  folderToken,
  operations,
  refusal,
  type Serving,
  today,
  tokenFor,
} from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

async function takenIn() {
  const setting = await company()
  const { client } = setting
  expect(await client.horizon.takeIn()).toEqual({ added: 23, changed: 0 })
  const person = await client.person.create({ name: ja('久保 遥') })
  return { setting, client, person }
}
const recordOf = async ({ client }: Pick<Serving, 'client'>, eventId: string) => {
  const { assessments } = await client.horizon.picture()
  const found = assessments.find((each) => each.eventId === eventId)
  if (found === undefined) throw new Error(`no record of ${eventId}`)
  return found
}
/** What the queue says of rules: kind and code, with the day. */
const owed = async ({ client }: Pick<Serving, 'client'>, kind: string) => {
  const { items } = await client.workQueue.list({ limit: 500 })
  return items.filter((item) => item.kind === kind).map(({ code, day }) => [code, day])
}

/** Newer content: the main part of the APPI amendment has a day, another event is new. */
function newer(): HorizonPack {
  const pack = structuredClone(shipped)
  return {
    ...pack,
    version: '2027-06-30',
    asOf: '2027-06-30',
    instruments: pack.instruments.map((each) =>
      each.id === 'REG-APPI26'
        ? {
            ...each,
            steps: each.steps.map((step) =>
              step.id === 'APPI26-MAIN' ? { ...step, date: { precision: 'day', day: '2028-04-01' } } : step,
            ),
          }
        : each,
    ),
    events: pack.events.flatMap((event) =>
      event.id === 'CAL-29'
        ? [
            { ...event, kind: 'upcoming' as const, date: { precision: 'day' as const, day: '2028-04-01' } },
            {
              ...event,
              id: 'CAL-31',
              kind: 'planned' as const,
              date: { precision: 'month' as const, month: '2028-06' },
            },
          ]
        : [event],
    ),
  }
}
const fileOf = async (setting: Serving, pack: HorizonPack) => {
  writeFileSync(join(setting.folder, 'horizon.json'), JSON.stringify(pack))
  return tokenFor(setting, 'horizon.json')
}

describe('before it is taken in', () => {
  test('what comes with the program is shown, and nothing is owed', async () => {
    const setting = await company()
    const picture = await setting.client.horizon.picture()
    expect([picture.content, picture.held, picture.newer, picture.assessments]).toEqual([shipped, null, null, []])
    expect(picture.own.map((mark) => [mark.kind, mark.day])).toEqual([
      ['quarter', '2026-12-31'],
      ['quarter', '2027-03-31'],
      ['quarter', '2027-06-30'],
      ['quarter', '2027-09-30'],
    ])
    expect(await owed(setting, 'ruleUnassessed')).toEqual([])
  })
})

describe('taken in', () => {
  test('events from a year back on have a record, older ones are history; twice is refused', async () => {
    const { client } = await takenIn()
    const { assessments, held } = await client.horizon.picture()
    expect(assessments.map(({ eventId }) => eventId).sort()).toEqual(
      shipped.events.map(({ id }) => id).filter((id) => id >= 'CAL-08'),
    )
    expect(held).toMatchObject({ origin: 'shipped', fileName: null, from: today })
    expect(await refusal(client.horizon.takeIn())).toEqual({
      code: 'REQUIREMENT_PACK_HELD',
      facts: { pack: 'HORIZON@2026-11-22' },
    })
    expect((await recordOf({ client }, 'CAL-29')).dayKind).toBe('latest')
    expect((await recordOf({ client }, 'CAL-23')).eventDay).toBe('2027-01-31')
  })

  test('is one step that can be taken back', async () => {
    const { client } = await company()
    await client.horizon.takeIn()
    const { undo } = await client.undo.state()
    expect(undo).toMatchObject({ operation: 'horizon.takeIn' })
    await client.undo.undo({})
    const picture = await client.horizon.picture()
    expect([picture.held, picture.assessments]).toEqual([null, []])
  })
})

describe('assessed', () => {
  test('with day, person, meaning and systems; what is left is owed', async () => {
    const { client, person } = await takenIn()
    const system = await client.system.create({ name: ja('顧客応対'), personalData: 'yes', jurisdictions: ['JP'] })
    const record = await recordOf({ client }, 'CAL-17')
    const input = {
      id: record.id,
      version: record.version,
      on: today,
      assessorId: person.id,
      outcome: 'to_prepare' as const,
      meaning: ja('同意の文言を改める'),
      systemIds: [system.id],
    }
    expect(await refusal(client.ruleAssessment.assess({ ...input, meaning: ja(' ') }))).toEqual({
      code: 'INVALID',
      facts: { noun: 'ruleAssessment', field: 'meaning', issue: 'REASON_REQUIRED' },
    })
    expect(await refusal(client.ruleAssessment.assess({ ...input, on: addDays(today, 1) }))).toMatchObject({
      code: 'INVALID',
      facts: { field: 'assessedOn', issue: 'IN_FUTURE' },
    })
    expect(await client.ruleAssessment.assess(input)).toEqual({
      ...record,
      version: record.version + 1,
      assessedOn: today,
      assessorId: person.id,
      outcome: 'to_prepare',
      meaning: ja('同意の文言を改める'),
      systemIds: [system.id],
      packVersion: '2026-11-22',
    })
    // Of the events on fixed days the one that was assessed is owed no more; those that are only announced never were.
    const codes = (await owed({ client }, 'ruleUnassessed')).map(([code]) => code)
    expect([codes.length, codes.includes(record.code)]).toEqual([18, false])
    expect(await owed({ client }, 'ruleBegins')).toContainEqual([
      (await recordOf({ client }, 'CAL-21')).code,
      '2026-12-02',
    ])
    const detail = await client.system.get({ id: system.id })
    expect(detail.related.ruleAssessment?.map(({ code }) => code)).toEqual([record.code])
  })

  test('many at once in one step, all or none, each with the systems confirmed for it', async () => {
    const { client, person } = await takenIn()
    const system = await client.system.create({ name: ja('顧客応対') })
    const first = await recordOf({ client }, 'CAL-17')
    const second = await recordOf({ client }, 'CAL-21')
    const confirmed = await client.ruleAssessment.update({ ...first, patch: { systemIds: [system.id] } })
    const records = [confirmed, second].map(({ id, version }) => ({ id, version }))
    const input = { records, on: today, assessorId: person.id, outcome: 'no_effect' as const, meaning: ja('対象外') }
    expect(await refusal(client.ruleAssessment.assessMany({ ...input, meaning: ja('') }))).toMatchObject({
      facts: { field: 'meaning', issue: 'REASON_REQUIRED' },
    })
    const withdrawn = await client.ruleAssessment.create({
      name: ja('調達基準'),
      eventDay: '2026-10-01',
      dayKind: 'fixed',
    })
    const gone = await client.ruleAssessment.withdraw({ id: withdrawn.id, version: 1, reason: '重複' })
    const refused = { ...input, records: [...records, { id: gone.id, version: gone.version }] }
    expect(await refusal(client.ruleAssessment.assessMany(refused))).toMatchObject({
      code: 'BATCH_REFUSED',
      facts: { first: 'WITHDRAWN', record: withdrawn.code, count: 1 },
    })
    expect((await recordOf({ client }, 'CAL-21')).assessedOn).toBeNull()

    const { changed, unchanged } = await client.ruleAssessment.assessMany(input)
    expect([changed, unchanged]).toEqual([records.map(({ id, version }) => ({ id, version: version + 1 })), 0])
    const stand = async () =>
      Promise.all(
        ['CAL-17', 'CAL-21'].map(async (id) => {
          const { outcome, assessedOn, systemIds } = await recordOf({ client }, id)
          return [outcome, assessedOn, systemIds]
        }),
      )
    expect(await stand()).toEqual([
      ['no_effect', today, [system.id]],
      ['no_effect', today, []],
    ])
    await client.undo.undo({})
    expect(await stand()).toEqual([
      [null, null, [system.id]],
      [null, null, []],
    ])
  })

  test('a change of its own: owed by its day, never counted while it is only announced', async () => {
    const { client } = await takenIn()
    const found = await client.ruleAssessment.create({
      name: ja('取引先の調達基準'),
      eventDay: '2026-10-01',
      dayKind: 'planned',
      dueOn: '2026-11-20',
    })
    expect(found).toMatchObject({ eventId: null, assessedOn: null })
    expect(await owed({ client }, 'ruleUnassessed')).toContainEqual([found.code, '2026-11-20'])
    expect(await owed({ client }, 'ruleToCheck')).toEqual([[found.code, null]])
  })
})

describe('the systems that it touches', () => {
  test('are proposed with their reason, what is not recorded counts, and nothing of a foreign law follows from a Japanese one', async () => {
    const { client } = await takenIn()
    const eu = await client.system.create({ name: ja('欧州の応対'), personalData: 'no', jurisdictions: ['DE'] })
    const domestic = await client.system.create({ name: ja('国内の応対'), personalData: 'yes', jurisdictions: ['JP'] })
    const unknown = await client.system.create({ name: ja('未記録') })
    const of = async (id: string) => {
      const { total, systems } = await client.horizon.touched({ id })
      return [total, systems.map(({ systemId, unknown: missing }) => [systemId, missing])]
    }
    expect(await of('CAL-21')).toEqual([
      2,
      [
        [eu.id, []],
        [unknown.id, ['jurisdictions']],
      ],
    ])
    expect(await of('CAL-22')).toEqual([
      2,
      [
        [domestic.id, []],
        [unknown.id, ['personalData']],
      ],
    ])
    expect(await of('CAL-18')).toEqual([0, []])
    const { touched } = await client.horizon.picture()
    expect([touched['CAL-21'], touched['REG-AIGB'], touched['REG-CGC']]).toEqual([
      { touched: 2, unknown: 1 },
      { touched: 3, unknown: 0 },
      undefined,
    ])
    expect(await refusal(client.horizon.touched({ id: 'CAL-99' }))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('newer content from a file', () => {
  test('comes in the way requirement packs do; what changed is to be assessed again, what is new is owed', async () => {
    const { setting, client, person } = await takenIn()
    const before = await recordOf({ client }, 'CAL-29')
    const assessed = await client.ruleAssessment.assess({
      id: before.id,
      version: before.version,
      on: today,
      assessorId: person.id,
      outcome: 'to_prepare',
      meaning: ja('日が決まるのを待つ'),
      systemIds: [],
    })
    setting.surroundings.setTime(`${addDays(today, 1)}T03:00:00.000Z`)
    const token = await fileOf(setting, newer())
    expect(await client.requirement.lookInto({ token })).toEqual({
      fileName: 'horizon.json',
      origin: 'unverified',
      packs: [],
      matrices: [],
      horizon: { version: '2027-06-30', title: shipped.title, asOf: '2027-06-30', events: 31, replaces: '2026-11-22' },
    })
    expect(await client.requirement.install({ token })).toEqual({ packs: [], horizon: { added: 1, changed: 1 } })
    expect(await recordOf({ client }, 'CAL-29')).toMatchObject({
      eventDay: '2028-04-01',
      dayKind: 'fixed',
      movedFrom: '2028-07-16',
      assessedOn: assessed.assessedOn,
      changedOn: addDays(today, 1),
    })
    const { derived } = await client.ruleAssessment.get({ id: before.id })
    expect(derived).toEqual({ standing: 'open', by: '2028-05-01' })
    const picture = await client.horizon.picture()
    expect([picture.content.asOf, picture.held?.origin, picture.newer]).toEqual(['2027-06-30', 'unverified', null])
    expect(await refusal(client.horizon.takeIn())).toEqual({
      code: 'REQUIREMENT_PACK_OLDER',
      facts: { pack: 'HORIZON@2026-11-22', held: '2027-06-30' },
    })
  })

  test('one that does not hold together is refused whole', async () => {
    const { setting, client } = await takenIn()
    const { events } = newer()
    const token = await fileOf(setting, { ...newer(), events: [...events, ...events] })
    expect(await refusal(client.requirement.install({ token }))).toMatchObject({
      code: 'REQUIREMENT_PACK_REFUSED',
      facts: { item: 'CAL-01', issue: 'ITEM_TWICE' },
    })
    expect((await client.horizon.picture()).content.asOf).toBe(shipped.asOf)
  })

  test('is signed only by a key of the publisher', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const pack = JSON.stringify(newer())
    const file = join(temporaryFolder(), 'signed.json')
    const write = (text: string) =>
      writeFileSync(
        file,
        JSON.stringify({
          format: 'daicho-signed-requirement-pack/1',
          pack: text,
          signature: sign(null, Buffer.from(pack), privateKey).toString('base64'),
        }),
      )
    write(pack)
    expect(readPackFile(file, [pem])).toMatchObject({ origin: 'signed', packs: [], horizon: { version: '2027-06-30' } })
    write(pack.replace('2028-04-01', '2027-04-01'))
    expect(() => readPackFile(file, [pem])).toThrow(Problem)
  })
})

test('the table has every instrument and event as it stands on the day, and what was made of it', async () => {
  const { setting, client } = await takenIn()
  const folder = await folderToken(setting)
  const { name } = await client.horizon.writeTable({ folder, day: '2027-01-17' })
  expect(name).toBe('horizon-2027-01-17.csv')
  const rows = parseCsv<Record<string, string>>(readFileSync(join(setting.folder, name), 'utf8'), {
    columns: true,
    bom: true,
  })
  expect(rows).toHaveLength(43)
  const row = (id: string) => rows.find((each) => each.id === id)
  expect(row('REG-APPI26')).toMatchObject({
    kind: 'instrument',
    status: 'in_force_partially',
    checks: 'AFTER_CONTENT',
    content_as_of: '2026-11-22',
  })
  expect(row('CAL-23')).toMatchObject({
    date: '2027-01',
    date_precision: 'month',
    status: 'planned',
    assessment_standing: 'open',
    assessment_code: expect.stringMatching(/^RUL-/) as string,
  })
  expect(row('CAL-01')).toMatchObject({ status: 'past', assessment_code: '' })
})

test('every operation of the horizon has been called', () => {
  const wanted = operations(contract).filter((path) =>
    /^(horizon|ruleAssessment)\.(?!list|update|paste|duplicate|withdraw)/.test(path),
  )
  expect(wanted.filter((path) => !called.has(path))).toEqual([])
})

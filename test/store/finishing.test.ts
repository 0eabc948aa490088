/** Commentary, setup and sign-off of a pack: what is refused and where it is put right, what is frozen, and what follows of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createPerson, createUnit } from '#electron/register/accountability.ts'
import { packChecks } from '#electron/register/decision/open-points.ts'
import { confirmNone, createDecision, placeDecision, recordOutcome } from '#electron/register/decision/decisions.ts'
import { checkBundle } from '#electron/register/export/check-bundle.ts'
import { packStages, writePackBundle } from '#electron/register/export/pack-bundle.ts'
import {
  confirmNote,
  saveSetup,
  signaturesAs,
  signOffPack,
  withdrawNote,
  writeNote,
} from '#electron/register/finishing/finishing.ts'
import { notesOf, setupOf, signOffOf } from '#electron/register/finishing/finishing-records.ts'
import { pagesToCount } from '#electron/register/finishing/sheet-count.ts'
import { ourVersions } from '#electron/register/export/sealed-folder.ts'
import { asPrinted } from '#electron/register/finishing/posts-alone.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import type { PrintJob } from '#electron/shell.ts'
import { standardChoices } from '#shared/domain/finishing.ts'
import { Problem } from '#shared/domain/problem.ts'
import { say } from '#shared/locales/say.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { bundleOf, edit, printOnePage, printWithFigures, reseal } from '#test/support/bundle.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'

const line = {
  target: 'figure:heatMap',
  text: '影響の大きいリスクは二件に絞られた',
  language: 'ja',
  secondText: 'Two risks of high impact are left',
} as const

function setting() {
  const made = testRegister()
  const { register, surroundings } = made
  const person = createPerson(register, { name: { ja: '山本 彩', en: 'Aya Yamamoto' } })
  register.personId = person.id
  surroundings.setTime('2026-07-08T00:00:00.000Z')
  const lock = () => {
    const pack = lockVerified(register, { asOf: '2026-06-30' })
    surroundings.setTime('2026-07-09T00:00:00.000Z')
    return pack
  }
  const signatures = (['preparer', 'executive'] as const).map((role) => ({
    role,
    personId: person.id,
    postId: null,
    on: '2026-07-08',
  }))
  const signOff = (packId: string) => signOffPack(register, { packId, signatures, reason: '取締役会に提出する' })
  return { ...made, person, lock, signatures, signOff }
}

function refusalOf(act: () => unknown): Problem {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('commentary and setup', () => {
  test('what is written before the lock becomes that of the pack in the same transaction', () => {
    const { register, lock } = setting()
    writeNote(register, { packId: null, version: null, ...line })
    const choices = { ...standardChoices(register.organisation()), topRisks: 5, annexes: ['A1' as const] }
    saveSetup(register, { packId: null, version: null, choices })
    const pack = lock()
    expect([notesOf(register.read, null), setupOf(register.read, null)]).toEqual([[], null])
    expect(notesOf(register.read, pack.id)).toMatchObject([{ ...line, packId: pack.id }])
    expect(setupOf(register.read, pack.id)).toMatchObject({ topRisks: 5, annexes: ['A1'] })
    const operations = register.read
      .prepare("SELECT operation FROM audit_event WHERE noun IN ('packNote', 'packSetup') ORDER BY sequence")
      .pluck()
      .all()
    expect(operations).toEqual(['packNote.write', 'packSetup.save', 'pack.lock', 'pack.lock'])
  })

  test('somebody else’s line is not overwritten unseen, and a line that is withdrawn is gone', () => {
    const { register } = setting()
    const note = writeNote(register, { packId: null, version: null, ...line })
    expect(refusalOf(() => writeNote(register, { packId: null, version: null, ...line })).code).toBe(
      'CHANGED_MEANWHILE',
    )
    expect(refusalOf(() => withdrawNote(register, { id: note.id, version: 1, reason: ' ' })).code).toBe(
      'REASON_REQUIRED',
    )
    withdrawNote(register, { id: note.id, version: 1, reason: '図を外した' })
    expect(notesOf(register.read, null)).toEqual([])
  })

  test('pages come as they were chosen, in their order, and numbers of figures follow it', () => {
    const { register } = setting()
    const choices = { ...standardChoices(register.organisation()), classification: 'board_only' as const }
    saveSetup(register, {
      packId: null,
      version: null,
      choices: { ...choices, sections: ['topRisks', 'summary', 'dataQuality'], pageBudget: 2 },
    })
    const model = buildPackModel(packInput(register, null, 'ja', '0'))
    expect(model.pages.map(({ key, number }) => [key, number])).toEqual([
      ['topRisks', 1],
      ['summary', 2],
      ['dataQuality', 3],
    ])
    expect([model.classification, model.pages[0]?.key === 'topRisks' && model.pages[0].risks.number]).toEqual([
      'board_only',
      1,
    ])
    expect(packChecks(register, null, '0').points).toContainEqual({
      kind: 'overBudget',
      severity: 'refusal',
      target: null,
      kri: null,
      note: null,
      // Nothing was printed to be counted: each page is one at least.
      pages: { sheets: 3, budget: 2, isCounted: false, longer: [], leaveOut: [], stillOver: 1 },
    })
    expect(
      refusalOf(() => saveSetup(register, { packId: null, version: 1, choices: { ...choices, sections: ['summary'] } }))
        .facts,
    ).toMatchObject({ field: 'sections', issue: 'PAGE_REQUIRED' })
  })

  test('with posts alone the pages name nobody, and the data keep the names', () => {
    const { register } = setting()
    const choices = { ...standardChoices(register.organisation()), naming: 'posts' as const }
    saveSetup(register, { packId: null, version: null, choices })
    const facts = packInput(register, null, 'ja', '0')
    expect(facts.snapshot.people.map(({ name }) => name.ja)).toEqual(['山本 彩'])
    const text = JSON.stringify(buildPackModel(asPrinted(facts)))
    expect([text.includes('山本'), text.includes('氏名非表示')]).toEqual([false, true])
  })
})

describe('the sign-off', () => {
  test('holds the page budget against the print, and refuses what was not counted', () => {
    const { register, lock, person, signatures } = setting()
    const choices = { ...standardChoices(register.organisation()), annexes: ['A1' as const, 'A4' as const] }
    saveSetup(register, { packId: null, version: null, choices: { ...choices, pageBudget: 30 } })
    const pack = lock()
    confirmNone(register, { packId: pack.id, personId: person.id, note: null })
    const { model, digest } = pagesToCount(
      packInput(register, pack, 'ja', ourVersions.application),
      signaturesAs(register, signatures),
    )
    const printed = (extract: number) => ({
      digest,
      pages: model.pages.map(({ key }) => ({ page: key, sheets: key === 'annexExtract' ? extract : 1 })),
    })
    const sign = (count: ReturnType<typeof printed> | null) =>
      signOffPack(register, { packId: pack.id, signatures, reason: '取締役会に提出する' }, count)
    const refused = refusalOf(() => sign(printed(40)))
    const core = model.pages.length - 1
    expect([refused.code, refused.facts]).toEqual([
      'PACK_NOT_READY',
      {
        pack: 'PACK-2026Q1',
        count: 1,
        point: 'overBudget',
        kri: null,
        record: null,
        note: null,
        sheets: core + 40,
        budget: 30,
        isCounted: true,
        longer: ['annexExtract:40'],
        leaveOut: ['annexExtract'],
        stillOver: 0,
      },
    ])
    expect(sayProblem('ja', refused)).toContain('別紙 台帳の抜粋（40ページ）。別紙 台帳の抜粋を外すと収まります')
    // Within the budget by its list alone, but nobody printed it; or printed otherwise than it is signed.
    for (const count of [null, { ...printed(1), digest: '0'.repeat(64) }])
      expect(refusalOf(() => sign(count)).code).toBe('CHANGED_MEANWHILE')
    expect(sign(printed(5)).packId).toBe(pack.id)
  })

  test('what comes with the signatures is counted before they are given: nothing of the page is another then', () => {
    const { register, lock, person, signatures } = setting()
    const { language: _, ...choices } = standardChoices(register.organisation())
    saveSetup(register, { packId: null, version: null, choices: { ...choices, language: 'ja', pageBudget: 30 } })
    const pack = lock()
    confirmNone(register, { packId: pack.id, personId: person.id, note: null })
    const facts = () => packInput(register, pack, 'ja', ourVersions.application)
    const stand = signaturesAs(register, signatures)
    const { model, digest } = pagesToCount(facts(), stand)
    const last = (pages: typeof model.pages) => pages.find((page) => page.key === 'dataQuality')
    // Nobody is named in the checks: those who must sign are taken to have names, and the pack to have its digest.
    for (const counted of [model, pagesToCount(facts()).model]) {
      const rows = last(counted.pages)?.signatures.data.rows.filter(({ name }) => name !== null)
      expect(rows?.map(({ role, recordedBy }) => [role, recordedBy?.en])).toEqual([
        ['preparer', 'Aya Yamamoto'],
        ['executive', 'Aya Yamamoto'],
      ])
    }
    const pages = model.pages.map(({ key }) => ({ page: key, sheets: 1 }))
    const { packDigest } = signOffPack(
      register,
      { packId: pack.id, signatures, reason: '取締役会に提出する' },
      { digest, pages },
    )
    const signed = buildPackModel(asPrinted(facts()))
    const counted = JSON.stringify(model).replaceAll('0'.repeat(64), packDigest)
    expect(last((JSON.parse(counted) as typeof model).pages)).toEqual(JSON.parse(JSON.stringify(last(signed.pages))))
  })

  test('is refused with the point and the record to put right, until nothing is open', () => {
    const { register, lock, person, signOff, signatures } = setting()
    writeNote(register, { packId: null, version: null, ...line })
    const pack = lock()
    const open = refusalOf(() => signOff(pack.id))
    expect([open.code, open.facts.point, open.facts.count]).toEqual(['PACK_NOT_READY', 'nothingSaid', 2])
    confirmNone(register, { packId: pack.id, personId: person.id, note: null })
    const older = refusalOf(() => signOff(pack.id))
    expect([older.facts.point, older.facts.note]).toEqual(['commentaryOlder', 'figure:heatMap'])
    expect(sayProblem('en', older)).toBe(
      'PACK-2026Q1 cannot be signed off yet (1 open). The commentary is older than the snapshot. Read it again and confirm or rewrite it: Residual risk: count of risks by impact and likelihood',
    )
    const [note] = notesOf(register.read, pack.id)
    confirmNote(register, { id: note?.id ?? '', version: note?.version ?? 0 })
    expect(
      refusalOf(() => signOffPack(register, { packId: pack.id, signatures: signatures.slice(0, 1), reason: '提出' }))
        .facts.issue,
    ).toBe('SIGNATURE_MISSING')
    expect(refusalOf(() => signOffPack(register, { packId: pack.id, signatures, reason: '' })).code).toBe(
      'REASON_REQUIRED',
    )
    const before = register.head().sequence
    const signed = signOff(pack.id)
    expect(register.head().sequence).toBe(before + 1)
    expect(signed.packDigest).toBe(sha256(canonicalJson(signed.content)))
  })

  test('a request without a due day is named, and one that is put right passes', () => {
    const { register, lock, person, signOff } = setting()
    const decision = createDecision(register, { name: { ja: '予算', en: 'Budget' }, kind: 'resolution', body: 'board' })
    const pack = lock()
    expect(refusalOf(() => signOff(pack.id)).facts).toMatchObject({
      point: 'decisionWithoutDueDate',
      record: 'DEC-0001',
    })
    expect(person.code).toBe('PSN-0001')
    expect(decision.code).toBe('DEC-0001')
  })

  test('freezes what belongs to the pack: later outcomes do not change it', async () => {
    const { register, lock, person, signOff } = setting()
    const decision = createDecision(register, {
      name: { ja: '導入を止める', en: 'Stop the rollout' },
      kind: 'resolution',
      body: 'board',
      ownerId: person.id,
      dueOn: '2026-12-31',
    })
    const pack = lock()
    writeNote(register, { packId: pack.id, version: null, ...line })
    const signed = signOff(pack.id)
    const model = () => buildPackModel(packInput(register, pack, 'ja', '0'))
    const before = model()
    expect([before.state, say('ja', before.standing)]).toEqual(['final', '確定版・作成 山本 彩'])
    const now = () => packInput(register, pack, 'ja', '0').decisions.asked[0]?.decision
    const [asked] = [...register.read.prepare('SELECT version FROM decision').pluck().all()] as number[]
    recordOutcome(register, {
      id: decision.id,
      version: asked ?? 0,
      outcome: 'approved',
      chosenOption: null,
      conditions: null,
      text: '承認する',
      on: '2026-07-09',
      minutesReference: '議事録12',
      ringiNumber: null,
    })
    expect([now()?.state, model()]).toEqual(['requested', before])
    const other = createDecision(register, { name: { ja: '別件', en: null }, kind: 'report', body: 'board' })
    for (const act of [
      () => writeNote(register, { packId: pack.id, version: 1, ...line }),
      () => saveSetup(register, { packId: pack.id, version: null, choices: standardChoices(register.organisation()) }),
      () => confirmNone(register, { packId: pack.id, personId: person.id, note: null }),
      () => placeDecision(register, { id: other.id, version: 1, meetingId: null, packId: pack.id }),
      () => signOff(pack.id),
    ])
      expect(refusalOf(act).code).toBe('PACK_SIGNED_OFF')
    expect(signOffOf(register.read, pack.id)).toEqual(signed)
    expect(await verifyRegister(register)).toEqual([])
  })
})

describe('the bundle of a finished pack', () => {
  async function finished() {
    const made = setting()
    const pack = made.lock()
    writeNote(made.register, { packId: pack.id, version: null, ...line })
    confirmNone(made.register, { packId: pack.id, personId: made.person.id, note: null })
    const early = await bundleOf(made.register, pack)
    const signed = made.signOff(pack.id)
    return { ...made, pack, signed, early, dir: await bundleOf(made.register, pack) }
  }
  const codes = async (dir: string, register: Parameters<typeof writePackBundle>[0]['register'] | null = null) =>
    (await checkBundle(dir, { register })).findings.map(({ code, facts }) =>
      [code, facts.file ?? facts.field].filter(Boolean).join(' '),
    )

  test('holds what was frozen, whose SHA-256 is the pack digest; one written before stays good', async () => {
    const { register, signed, early, dir } = await finished()
    const text = readFileSync(join(dir, 'finishing.json'), 'utf8')
    expect([text, sha256(text)]).toEqual([canonicalJson(signed.content), signed.packDigest])
    const readme = readFileSync(join(dir, 'README.txt'), 'utf8')
    expect([readme.includes(signed.packDigest), readme.includes('sha256sum finishing.json')]).toEqual([true, true])
    expect([await codes(dir, register), await codes(early, register)]).toEqual([[], []])
    expect((await checkBundle(dir, { noted: signed.packDigest.slice(0, 16) })).findings).toEqual([])
    expect((await checkBundle(dir)).bundle?.packDigest).toBe(signed.packDigest)
    expect((await checkBundle(early)).bundle?.packDigest).toBe(null)
  })

  test('is not given with a bundle of one legal entity: what was written and signed is of the whole', async () => {
    const { register, lock, person, signOff } = setting()
    const one = createUnit(register, { name: { ja: '令和商事', en: null }, kind: 'legal_entity' })
    const pack = lock()
    writeNote(register, { packId: pack.id, version: null, ...line })
    confirmNone(register, { packId: pack.id, personId: person.id, note: null })
    const signed = signOff(pack.id)
    const dir = await bundleOf(register, pack, temporaryFolder(), one.id)
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    expect(files.filter((name) => name.endsWith('.json') && !name.includes('screen')).sort()).toEqual([
      'datapackage.json',
      'manifest.json',
      'snapshot.json',
    ])
    const readme = readFileSync(join(dir, 'README.txt'), 'utf8')
    expect([readme.includes(signed.packDigest), readme.includes('sha256sum finishing.json')]).toEqual([true, false])
    expect([await codes(dir), await codes(dir, register)]).toEqual([[], []])
    for (const name of files.filter((each) => /\.(json|txt|csv)$/.test(each) && each !== 'snapshot.json'))
      expect(readFileSync(join(dir, name), 'utf8'), name).not.toContain(line.text)
  })

  const frozen = (dir: string) => sha256(readFileSync(join(dir, 'finishing.json')))
  test.each<[string, (dir: string) => void, readonly string[], readonly string[]]>([
    [
      'commentary that was edited',
      (dir) => edit(dir, 'finishing.json', '二件', '三件'),
      ['FILE_CHANGED finishing.json', 'PACK_DIGEST_MISMATCH finishing.json'],
      [],
    ],
    [
      'a signature that was edited, with manifest and sums made anew',
      (dir) => {
        edit(dir, 'finishing.json', 'Aya Yamamoto', 'Aya Yamada')
        reseal(dir)
      },
      ['PACK_DIGEST_MISMATCH finishing.json'],
      [],
    ],
    [
      'settings that were edited with the digest, manifest and sums',
      (dir) => {
        edit(dir, 'finishing.json', '"topRisks":10', '"topRisks":3')
        reseal(dir, () => ({ packDigest: frozen(dir) }))
      },
      ['NOT_FROM_DATA README.txt', 'PDF_OTHER_DATA boardpack.en.pdf', 'PDF_OTHER_DATA boardpack.ja.pdf'],
      ['PACK_CHANGED packDigest'],
    ],
    [
      'a digest that was swapped',
      (dir) => reseal(dir, () => ({ packDigest: '0'.repeat(64) })),
      ['PACK_DIGEST_MISMATCH finishing.json'],
      ['PACK_CHANGED packDigest'],
    ],
    [
      'the sign-off of another pack',
      (dir) => {
        edit(dir, 'finishing.json', '"previousDigest":null', `"previousDigest":"${'a'.repeat(64)}"`)
        reseal(dir, () => ({ packDigest: frozen(dir) }))
      },
      [
        'FINISHING_OF_OTHER finishing.json',
        'NOT_FROM_DATA README.txt',
        'PDF_OTHER_DATA boardpack.en.pdf',
        'PDF_OTHER_DATA boardpack.ja.pdf',
      ],
      ['PACK_CHANGED packDigest'],
    ],
  ])('%s is found, by itself and beside the register', async (_name, tamper, byItself, beside) => {
    const { register, dir } = await finished()
    tamper(dir)
    const alone = await codes(dir)
    const both = await codes(dir, register)
    for (const found of byItself) expect(alone).toContain(found)
    for (const found of [...beside]) expect(both).toContain(found)
  })

  test.each(packStages)('cancelled at %s it leaves nothing', async (stage) => {
    const { register, pack } = await finished()
    const out = temporaryFolder()
    const abort = new AbortController()
    const entered: string[] = []
    const work = {
      signal: abort.signal,
      stage: (each: string) => {
        entered.push(each)
        if (each === stage) abort.abort()
      },
    }
    const input = { register, pack, out, language: 'ja', figures: true, print: printWithFigures } as const
    await expect(writePackBundle(input, work)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect([readdirSync(out), entered.at(-1)]).toEqual([[], stage])
  })

  test('cancelled while its figures are drawn it leaves nothing, though those of the first language lie there', async () => {
    const { register, pack } = await finished()
    const out = temporaryFolder()
    const abort = new AbortController()
    let begun: string[] = []
    const print = async (job: PrintJob) => {
      if (job.kind === 'figures' && job.language === 'en') {
        begun = readdirSync(out, { recursive: true }).map((path) => basename(String(path)))
        abort.abort()
      }
      return printWithFigures(job)
    }
    const written = writePackBundle(
      { register, pack, out, language: 'both', figures: true, print },
      { signal: abort.signal },
    )
    await expect(written).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(begun).toEqual(expect.arrayContaining(['figure-01-heat-map.ja.svg', 'figure-01-heat-map.ja.png']))
    expect(readdirSync(out)).toEqual([])
  })

  test('one whose figures cannot be drawn leaves nothing either', async () => {
    const { register, pack } = await finished()
    const out = temporaryFolder()
    const written = writePackBundle({ register, pack, out, language: 'ja', figures: true, print: printOnePage })
    await expect(written).rejects.toMatchObject({ code: 'PRINT_FAILED', facts: { detail: 'figures' } })
    expect(readdirSync(out)).toEqual([])
  })

  test('one that cannot be printed leaves nothing either', async () => {
    const { register, pack } = await finished()
    const out = temporaryFolder()
    const print = () => Promise.reject(new Problem('PRINT_FAILED'))
    await expect(writePackBundle({ register, pack, out, language: 'ja', print })).rejects.toMatchObject({
      code: 'PRINT_FAILED',
    })
    expect(readdirSync(out)).toEqual([])
  })
})

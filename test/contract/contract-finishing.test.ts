/** Finishing a pack as the window calls it: written, refused, confirmed, set up, signed off, and then frozen. */
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { printWithOutline } from '#test/support/bundle.ts'
import { called, company, operations, refusal, resultOf, today } from '#test/support/serving.ts'

test('a pack is written, set up and signed off, and then nothing of it changes', async () => {
  const { client } = await company()
  const person = await client.person.create({ name: { ja: '髙橋 誠', en: null } })
  const line = { target: 'page:summary', text: '要約の読み方', language: 'ja', secondText: null } as const
  const note = await client.finishing.writeNote({ packId: null, version: null, ...line })
  await client.finishing.withdrawNote({ id: note.id, version: note.version, reason: '書き直す' })
  await client.finishing.writeNote({ packId: null, version: null, ...line })
  const draft = await client.finishing.state({ packId: null })
  expect([draft.notes.length, draft.setupVersion, draft.statement]).toEqual([1, null, null])
  await client.finishing.saveSetup({ packId: null, version: null, choices: { ...draft.choices, topRisks: 5 } })
  const pack = await resultOf(client.pack.lock({ asOf: today }))
  const state = () => client.finishing.state({ packId: pack.id })
  const [locked] = (await state()).notes
  if (locked === undefined) throw new Error('the commentary was not given to the pack')
  await client.finishing.confirmNote({ id: locked.id, version: locked.version })
  const signatures = (['preparer', 'executive'] as const).map((role) => ({
    role,
    personId: person.id,
    postId: null,
    on: today,
  }))
  const signOff = () => client.finishing.signOff({ packId: pack.id, signatures, reason: '取締役会に提出する' })
  expect((await refusal(signOff())).code).toBe('PACK_NOT_READY')
  await client.decision.confirmNone({ packId: pack.id, personId: person.id, note: null })
  const signed = await signOff()
  expect((await state()).signOff).toEqual(signed)
  expect(signed.content.settings.topRisks).toBe(5)
  expect((await refusal(signOff())).code).toBe('PACK_SIGNED_OFF')
})

test('a page budget is held against the print: refused with the page that runs over, counted once, and signed without it', async () => {
  let prints = 0
  const print = printWithOutline((page) => (page === 'annexExtract' ? 9 : 1))
  const { client } = await company({
    print: (job) => {
      prints += 1
      return print(job)
    },
  })
  const person = await client.person.create({ name: { ja: '髙橋 誠', en: null } })
  const { choices } = await client.finishing.state({ packId: null })
  const shown = await client.pack.model({ packId: null, language: 'ja' })
  const held = { ...choices, annexes: ['A4' as const], pageBudget: shown.pages.length + 3 }
  const pack = await resultOf(client.pack.lock({ asOf: today }))
  await client.decision.confirmNone({ packId: pack.id, personId: person.id, note: null })
  await client.finishing.saveSetup({ packId: pack.id, version: null, choices: held })
  const checks = () => client.pack.checks({ packId: pack.id })
  const atOnce = await client.pack.checks({ packId: pack.id, counted: false })
  expect([prints, atOnce.points.filter(({ pages }) => pages !== null), atOnce.pages?.isCounted]).toEqual([0, [], false])
  const { points, pages } = await checks()
  await checks()
  expect([prints, points[0]?.pages?.longer, pages?.isCounted]).toEqual([1, [{ page: 'annexExtract', sheets: 9 }], true])
  const signatures = (['preparer', 'executive'] as const).map((role) => ({
    role,
    personId: person.id,
    postId: null,
    on: today,
  }))
  const signOff = () => client.finishing.signOff({ packId: pack.id, signatures, reason: '取締役会に提出する' })
  expect((await refusal(signOff())).facts).toMatchObject({ point: 'overBudget', leaveOut: ['annexExtract'] })
  await client.finishing.saveSetup({ packId: pack.id, version: 1, choices: { ...held, annexes: [] } })
  expect((await signOff()).content.settings.annexes).toEqual([])
  // With the names of who signs, and again without the annex.
  expect(prints).toBe(3)
})

test('where nothing can be printed the checks go by the list of pages, and the sign-off says why it is refused', async () => {
  const { client } = await company()
  const person = await client.person.create({ name: { ja: '髙橋 誠', en: null } })
  const { choices } = await client.finishing.state({ packId: null })
  const pack = await resultOf(client.pack.lock({ asOf: today }))
  await client.decision.confirmNone({ packId: pack.id, personId: person.id, note: null })
  await client.finishing.saveSetup({ packId: pack.id, version: null, choices: { ...choices, pageBudget: 40 } })
  const { points, pages } = await client.pack.checks({ packId: pack.id })
  expect([points.filter(({ severity }) => severity === 'refusal'), pages?.isCounted]).toEqual([[], false])
  const signatures = (['preparer', 'executive'] as const).map((role) => ({
    role,
    personId: person.id,
    postId: null,
    on: today,
  }))
  const signOff = client.finishing.signOff({ packId: pack.id, signatures, reason: '取締役会に提出する' })
  expect((await refusal(signOff)).code).toBe('NO_BROWSER')
})

test('every operation of finishing was called above', () => {
  const ours = (path: string) => path.startsWith('finishing.')
  expect([...called].filter(ours).sort()).toEqual(operations(contract).filter(ours).sort())
})

/** Confirmations by post and their campaigns, as the window calls them: what is shown, confirmed, refused, and what makes it stale. */
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import { called, company, folderToken, operations, refusal, resultOf, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

async function withPost() {
  const printed: string[] = []
  const setting = await company({
    print: async ({ model }) => {
      printed.push(JSON.stringify(model))
      const document = await PDFDocument.create()
      document.addPage()
      return document.save()
    },
  })
  const { client } = setting
  const person = await client.person.create({ name: ja('髙橋 誠') })
  const other = await client.person.create({ name: ja('大野 雅彦') })
  const post = await client.post.create({ name: ja('AI統括責任者'), kind: 'executive' })
  await client.accountability.startTerm({
    postId: post.id,
    personId: person.id,
    capacity: 'holder',
    from: '2026-04-01',
    to: null,
  })
  const { id, version } = await client.system.create({ name: ja('需要予測'), tier: 'high' })
  await client.accountability.assign({
    role: 'accountable_executive',
    subject: 'system',
    subjectId: id,
    postId: post.id,
    personId: null,
    from: '2026-04-01',
  })
  const system = await client.system.moveLifecycle({ id, version, to: 'production', reason: '稼働開始' })
  return { setting, client, printed, person, other, post, system }
}

test('a post confirms what it was shown, each of its systems counts as confirmed, and a later change makes it stale', async () => {
  const { setting, client, printed, person, other, post, system } = await withPost()
  const picture = () => client.attestationSheet.picture({ postId: post.id, language: 'ja' })
  const shown = await picture()
  expect(shown).toMatchObject({ day: today, holderId: person.id, latest: null, since: [] })
  expect(shown.content.systems.map(({ code, tier }) => [code, tier])).toEqual([['SYS-0001', 'high']])
  expect(shown.contentDigest).toBe(sha256(canonicalJson(shown.content)))
  expect(shown.statement).toContain('AI統括責任者として')

  const campaign = await client.attestationCampaign.create({
    name: ja('四半期の確認'),
    from: today,
    dueOn: today,
    postIds: [post.id],
    notes: null,
  })
  const standing = async () => (await client.attestationCampaign.all()).campaigns.map(({ lines }) => lines[0]?.standing)
  expect(await standing()).toEqual(['missing'])
  const reversed = { ...campaign, from: '2026-12-02', dueOn: '2026-12-01' }
  expect(await refusal(client.attestationCampaign.create(reversed))).toMatchObject({ code: 'PERIOD_REVERSED' })

  const given = {
    postId: post.id,
    personId: person.id,
    campaignId: campaign.id,
    typedName: ' 髙橋 誠 ',
    note: null,
    contentDigest: shown.contentDigest,
    language: 'ja' as const,
  }
  expect(await refusal(client.attestationSheet.sign({ ...given, personId: other.id }))).toMatchObject({
    code: 'POST_NOT_HELD_BY',
    facts: { code: post.code, person: other.code, on: today },
  })
  expect(await refusal(client.attestationSheet.sign({ ...given, contentDigest: '0'.repeat(64) }))).toMatchObject({
    code: 'PREVIEW_OUTDATED',
  })
  expect(await refusal(client.attestationSheet.sign({ ...given, typedName: '  ' }))).toMatchObject({
    code: 'INVALID',
    facts: { field: 'typedName', issue: 'REQUIRED' },
  })
  expect((await picture()).latest).toBeNull()

  const sheet = await client.attestationSheet.sign(given)
  expect(sheet).toMatchObject({ typedName: '髙橋 誠', on: today, statement: shown.statement, content: shown.content })
  const { related } = await client.system.get({ id: system.id })
  expect(related.attestation?.map(({ on, personId }) => [on, personId])).toEqual([[today, person.id]])
  expect(await standing()).toEqual(['fresh'])
  expect(await picture()).toMatchObject({ latest: { id: sheet.id }, since: [] })

  await client.system.update({ id: system.id, version: system.version, patch: { tier: 'low' } })
  const changed = await picture()
  expect(changed.since.filter(({ part }) => part === 'systems')).toEqual([
    { part: 'systems', kind: 'changed', id: system.id, code: 'SYS-0001', fields: ['tier'] },
  ])
  expect(await standing()).toEqual(['stale'])
  // What was confirmed stays what it was.
  expect(changed.latest?.content).toEqual(shown.content)

  const folder = await folderToken(setting)
  const { name } = await client.attestationSheet.print({ postId: post.id, language: 'en', folder })
  expect(name).toMatch(/\.pdf$/)
  expect(printed[0]).toContain(changed.contentDigest)
  expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
})

test('every operation of confirmations was called above', () => {
  const ours = (path: string) => /^attestation(Sheet|Campaign)\./.test(path)
  expect([...called].filter(ours).sort()).toEqual(operations(contract).filter(ours).sort())
})

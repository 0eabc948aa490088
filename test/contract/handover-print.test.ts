/** The sheet of a hand-over in a real browser and on paper, with one line of everything and with more than a page holds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import { languages } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { paperFaults } from '#test/support/paper-faults.ts'
import { pdfFacts } from '#test/support/pdf-facts.ts'
import { company, folderToken, type Serving } from '#test/support/serving.ts'

/** Building the pages and starting a browser takes its time on a small machine. */
const slow = 240_000
const squeezed = (text: string) => text.replace(/\s+/g, '')
let printer: ChromiumPrinter
beforeAll(async () => {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  printer = await ChromiumPrinter.start({ assets: builtFolder('renderer'), browser: await findBrowser() })
}, slow)
afterAll(() => printer.close())

const longName = (index: number) => ({
  ja: `髙橋商店の顧客からの問い合わせに対する自動応答の内容の誤りと遅れ${String(index)}`,
  en: `Wrong and late automatic answers to enquiries of the customers ${String(index)}`,
})

/** Somebody with a post, what is assigned to it, assignments in person and actions goes; the transaction of it. */
async function handedOver({ client }: Pick<Serving, 'client'>, count: number): Promise<number> {
  const from = await client.person.create({ name: { ja: '﨑山 𠮷男', en: 'Yoshio Sakiyama' } })
  const to = await client.person.create({ name: { ja: '髙橋 彩', en: 'Aya Takahashi' } })
  const post = await client.post.create({ name: longName(0), kind: 'executive' })
  const term = { postId: post.id, personId: from.id, capacity: 'holder', from: '2025-04-01', to: null } as const
  await client.accountability.startTerm(term)
  for (let index = 0; index < count; index += 1) {
    const system = await client.system.create({ name: longName(index) })
    const assigned = { subject: 'system', subjectId: system.id, from: '2026-01-01' } as const
    const byPost = { role: 'accountable_executive', postId: post.id, personId: null } as const
    await client.accountability.assign({ ...assigned, ...byPost })
    await client.accountability.assign({ ...assigned, role: 'system_owner', postId: null, personId: from.id })
    await client.action.create({ name: longName(index), ownerId: from.id, dueOn: '2026-11-20' })
  }
  await client.action.create({ name: longName(count), ownerId: from.id, dueOn: '2026-12-20' })
  const effective = '2026-12-01'
  const { lines } = await client.handover.holdings({ personId: from.id, day: effective })
  const keeps = lines.at(-1)?.id
  const targets = lines.map(({ kind, id, version }, index) => ({
    kind,
    id,
    version,
    // One is left without anybody, one stays.
    to: index === 1 ? 'vacant' : id === keeps ? 'keep' : to.id,
  }))
  const plan = { personId: from.id, effective, reason: '本社への異動（定期）', lines: targets }
  const { handover } = await client.handover.carryOut(plan)
  return handover.transaction
}

test.each(languages.flatMap((language) => [1, 40].map((count) => [language, count] as const)))(
  '%s, %i of everything: good paper that says who goes, who comes and what stays',
  async (language, count) => {
    const setting = await company({ print: (job) => printer.print(job) })
    const transaction = await handedOver(setting, count)
    const folder = await folderToken(setting)
    const { name } = await setting.client.handover.print({ transaction, language, folder })
    const pdf = readFileSync(join(setting.folder, name))
    const facts = await pdfFacts(pdf)
    expect(await paperFaults(pdf)).toEqual([])
    expect([new Set(facts.pages), facts.language]).toEqual([new Set(['portrait 210 × 297']), language])
    expect(facts.pages.length > 1).toBe(count > 1)
    const t = translate(language)
    const text = facts.text.join('')
    const wanted = [
      ...(language === 'ja' ? ['﨑山 𠮷男', '髙橋 彩'] : ['Yoshio Sakiyama', 'Aya Takahashi']),
      '本社への異動（定期）',
      ...['title', 'going', 'staying', 'open', 'signatures', 'nobody'].map((key) => t(`handoverSheet.${key}`)),
      `SYS-${String(count).padStart(4, '0')}`,
    ]
    expect(wanted.filter((words) => !text.includes(squeezed(words)))).toEqual([])
    const { classification } = await setting.client.handover.sheet({ transaction })
    const handling = languages.map((each) => translate(each)(`value.classification.${classification}`))
    const furniture = [t('handoverSheet.identity', { code: 'PSN-0001', day: '2026-12-01' }), ...handling]
    const without = facts.text.flatMap((page, index) =>
      [...furniture, `${String(index + 1)} / ${String(facts.pages.length)}`].filter(
        (words) => !page.includes(squeezed(words)),
      ),
    )
    expect(without).toEqual([])
  },
  slow,
)

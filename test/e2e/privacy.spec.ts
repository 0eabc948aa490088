/** One impact assessment from its screening to the approval by a post, reopened once the data go to another country. */
import { openRow } from '#test/support/grid.ts'
import { expect, goTo, openSample, pick, test } from '#test/support/window.ts'

test.use({ language: 'ja' })

test('an impact assessment is gone through step by step, approved by a post, and reopened by a change', async ({
  page,
  words,
}) => {
  test.setTimeout(150_000)
  await openSample(page, words)
  await goTo(page, '/system')
  await page.getByRole('heading', { level: 1, name: words('noun.system.many') }).waitFor()
  await page.getByRole('searchbox').fill('SYS-0033')
  await openRow(page, 'SYS-0033')
  await page.getByRole('link', { name: words('action.open'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /SYS-0033/ }).waitFor()
  const personalData = page.getByRole('region', { name: words('privacy.system'), exact: true })
  await expect(personalData.getByText(words('privacy.need.not_screened'))).toBeVisible()
  await expect(personalData.getByText(words('requirement.status.promulgated_not_in_force'))).toBeVisible()

  await personalData.getByRole('link', { name: /^DPIA-0004/ }).click()
  await page.getByRole('heading', { level: 1, name: /DPIA-0004/ }).waitFor()
  const dialog = page.getByRole('dialog')
  const steps = page.getByRole('table')
  const begin = async (verb: string) => {
    await page.getByRole('button', { name: words(`privacy.verb.${verb}`), exact: true }).click()
    await dialog.waitFor()
  }
  const record = async (verb: string, said: string) => {
    await dialog.getByRole('button', { name: words(`privacy.verb.${verb}`), exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(steps.getByRole('row').filter({ hasText: said })).toContainText(words('privacy.stepDone'))
  }
  const text = (said: string) =>
    dialog.getByRole('textbox', { name: new RegExp(`^${words('privacy.stepText')} `) }).fill(said)

  await begin('screening')
  await dialog.getByLabel(words('field.dpia.outcome'), { exact: false }).selectOption('required')
  await dialog.getByRole('checkbox', { name: words('value.screeningReason.under16'), exact: true }).check()
  await text('子どもを含む来店客を撮影する')
  await pick(page, words('field.dpia.screeningById'), '久保')
  await record('screening', '子どもを含む来店客を撮影する')

  for (const [step, said] of [
    ['description', '天井カメラの映像から人数と客層を数える'],
    ['necessity', '人数だけなら映像は要らないかを検討した'],
    ['risks', '来店客が撮影を知らない'],
    ['measures', '店頭の掲示と当日中の消去'],
    ['consultation', '消費者の代表3名に意見を聴いた'],
  ] as const) {
    await begin(step)
    await text(said)
    await pick(page, words(`field.dpia.${step}ById`), '久保')
    await record(step, said)
  }

  await begin('approval')
  await pick(page, words('field.dpia.approverPostId'), '管理本部長')
  await dialog.getByLabel(words('field.dpia.approvedText'), { exact: false }).fill('国内での処理を前提に承認')
  await record('approval', '国内での処理を前提に承認')
  await expect(page.getByText(words('value.dpiaState.approved')).first()).toBeVisible()
  await expect(steps).toContainText('管理本部長')

  await page.getByRole('link', { name: /^PDU-0005/ }).click()
  await page.getByRole('heading', { level: 1, name: /PDU-0005/ }).waitFor()
  const countries = page.getByLabel(words('field.dataUse.countries'), { exact: false })
  await expect(countries).toHaveValue('JP')
  await countries.fill('JP, SG')
  await page.getByRole('link', { name: /^DPIA-0004/ }).click()
  await page.getByRole('heading', { level: 1, name: /DPIA-0004/ }).waitFor()
  await expect(page.getByText(words('privacy.reopened'))).toBeVisible()
  const change = { what: words('privacy.changed.countries'), before: 'JP', after: 'JP、SG' }
  await expect(page.getByRole('listitem').filter({ hasText: words('privacy.change', change) })).toContainText(
    'PDU-0005',
  )
  await expect(page.getByRole('button', { name: words('privacy.redo'), exact: true })).toBeVisible()
})

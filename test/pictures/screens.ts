/**
 * Every screen of the window: routes, dialogs, and the states in which a person meets them. `npm run pictures` makes the
 * pictures; test/unit/window/pictures.test.ts fails where a route has none.
 */
import { packSections } from '#shared/domain/finishing.ts'
import {
  changedExport,
  changedExportName,
  chooseFile,
  type Desk,
  registerName,
  showPath,
  subsidiaryName,
  subsidiaryRegister,
} from './desk.ts'
import { listPictures } from './list-screens.ts'
import {
  button,
  dialog,
  floating,
  openDialog,
  openPanel,
  opens,
  type Picture,
  pictureIn,
  picturesOfNoun,
  press,
  refusedBy,
  steps,
} from './picture.ts'
import {
  ambiguousName,
  directionsName,
  repeatsName,
  risksName,
  emptyName,
  matrixName,
  questionnaireName,
  spreadsheetName,
  workbookName,
} from './spreadsheets.ts'

/** A whole page at once. */
const tall = { width: 1440, height: 2400 }
const narrow = { width: 1024, height: 700 }

const start = pictureIn('start', 'nothing')
const startPictures = [
  start('start', null),
  start('start-new', null, openDialog('action.newRegister')),
  start('start-file', null, openDialog('action.openFile')),
  start('start-display', null, openDialog('display.title')),
  start('start-refused', null, async (desk) => {
    await chooseFile(desk, 'action.openFile', 'letter.daicho')
    await desk.page.getByRole('alert').waitFor()
  }),
  start('start-held', null, async (desk) => {
    await chooseFile(desk, 'action.openFile', registerName(desk.language))
    await desk.page.getByRole('button', { name: desk.words('action.openReadOnly') }).waitFor()
  }),
  pictureIn('start', 'lost')('lost', null, (desk) =>
    desk.page.getByRole('button', { name: desk.words('action.goOn'), disabled: false }).waitFor(),
  ),
]

const overview = pictureIn('overview', 'sample')
const overviewPictures = [
  overview('overview', '/'),
  overview('overview-narrow', '/', undefined, { viewport: narrow }),
  pictureIn('overview', 'new')('overview-empty', '/'),
  pictureIn('overview', 'held')('overview-read-only', '/'),
  overview('palette', '/', async (desk) => {
    await desk.page.keyboard.press('Control+k')
    await desk.page.getByRole('combobox', { name: desk.words('app.find') }).fill('SYS-0018')
    await desk.page.getByRole('option', { name: /SYS-0018/ }).waitFor()
  }),
  overview('file-menu', '/', async (desk) => {
    await desk.page.getByRole('button', { name: registerName(desk.language) }).click()
    await desk.page.getByRole('menu').waitFor()
  }),
  overview('acting-person', '/', press('app.nobodyChosen')),
  overview('overview-day', '/', async (desk) => {
    await desk.page.getByRole('button', { name: desk.words('app.asOf') }).click()
    await floating(desk).waitFor()
  }),
  overview('key-sheet', '/', async (desk) => {
    await desk.page.keyboard.press('Shift+?')
    await dialog(desk).getByRole('searchbox').waitFor()
  }),
  overview('save-copy', '/', async (desk) => {
    await desk.page.keyboard.press('Control+Shift+s')
    await dialog(desk).waitFor()
  }),
  overview('print', '/', async (desk) => {
    await desk.page.keyboard.press('Control+p')
    await button(desk, 'action.useThisFolder').waitFor()
  }),
  overview('no-such-screen', '/no-such-screen'),
  overview('no-such-record', '/risk/01900000-0000-7000-8000-000000000000'),
]

const accountability = pictureIn('accountability', 'sample')
const accountabilityPictures = [
  accountability('accountability', '/accountability'),
  pictureIn('accountability', 'new')('accountability-empty', '/accountability'),
  accountability('accountability-holder', '/accountability', press('app.whoAnswered')),
  ...picturesOfNoun('post', 'accountability', { panel: 'PST-0010', page: 'PST-0010' }),
  accountability('post-successor', '/post/PST-0010', openDialog('action.nameSuccessor')),
  accountability('post-start-term', '/post/PST-0005', openDialog('action.startTerm')),
  accountability('attestation', '/attestation'),
  accountability('attestation-start', '/attestation', openDialog('attestation.startCampaign')),
  accountability('attestation-post', '/attestation/PST-0006'),
  accountability('attestation-confirm', '/attestation/PST-0005', openDialog('attestation.confirm')),
  accountability('post-end-term', '/post/PST-0005', openDialog('action.endTerm')),
  ...picturesOfNoun('person', 'people-and-units', { panel: 'PSN-0012', page: 'PSN-0012' }),
  ...picturesOfNoun('unit', 'people-and-units', { panel: 'UNT-0012', page: 'UNT-0012' }),
]

const system = pictureIn('system', 'sample')
const systemPictures = [
  ...picturesOfNoun('system', 'system', { panel: 'SYS-0018', page: 'SYS-0021' }),
  system('system-list-narrow', '/system', openPanel('SYS-0018'), { viewport: narrow }),
  system('system-filter', '/system', press('field.system.tier')),
  system('system-vacant', '/system/SYS-0018'),
  system('system-move', '/system/SYS-0021', openDialog('action.moveLifecycle')),
  system('system-move-refused', '/system/SYS-0032', async (desk) => {
    await openDialog('action.moveLifecycle')(desk)
    await dialog(desk).getByLabel(desk.words('field.system.lifecycle')).selectOption('pilot')
    await dialog(desk)
      .getByLabel(desk.words('app.reason'))
      .fill(desk.language === 'ja' ? '試行を始める' : 'The pilot starts')
    await refusedBy('action.moveLifecycle')(desk)
  }),
  system('system-attest', '/system/SYS-0021', openDialog('action.attest')),
  system('system-assign', '/system/SYS-0018', openDialog('action.moveToOtherPost')),
  system('system-withdraw', '/system/SYS-0021', openDialog('action.withdraw')),
  system(
    'system-withdraw-refused',
    '/system/SYS-0021',
    steps(openDialog('action.withdraw'), refusedBy('action.withdraw')),
  ),
]

const intakePictures = [
  ...picturesOfNoun('intake', 'intake', { panel: 'INT-0002', page: 'INT-0002' }),
  pictureIn('intake', 'sample')('intake-approve', '/intake/INT-0001', openDialog('intake.verb.approve')),
]

const oversight = pictureIn('oversight', 'sample')
const oversightPictures = [
  ...picturesOfNoun('finding', 'oversight', { panel: 'FND-0001', page: 'FND-0001' }),
  oversight('finding-respond', '/finding/FND-0004', openDialog('oversight.verb.respond')),
  oversight('finding-verify', '/finding/FND-0002', openDialog('oversight.verb.verify')),
  oversight('finding-closed', '/finding/FND-0003'),
  ...picturesOfNoun('observation', 'oversight', { panel: 'OBS-0004', page: 'OBS-0004' }),
  oversight('observation-judge', '/observation/OBS-0004', openDialog('oversight.verb.judge')),
  oversight('observation-waive', '/observation/OBS-0004', openDialog('oversight.verb.waive')),
  oversight('risk-reopened', '/risk/RSK-0015'),
  oversight('system-reopened', '/system/SYS-0012'),
  ...picturesOfNoun('policy', 'oversight', { panel: 'POL-0002', page: 'POL-0002' }),
  oversight('policy-approve', '/policy/POL-0003', openDialog('oversight.verb.approve')),
  ...picturesOfNoun('training', 'oversight', { panel: 'TRN-0002', page: 'TRN-0002' }),
  oversight('training-record', '/training/TRN-0002', openDialog('training.record')),
  oversight('training-by-role', '/training-by-role'),
  pictureIn('oversight', 'new')('training-by-role-empty', '/training-by-role'),
]

const tableThere = ({ page }: Desk): Promise<void> => page.getByRole('table').first().waitFor()

const reading = pictureIn('contract', 'sample')
/** A point by its number, beside the list. */
const pointOpen =
  (pointId: string) =>
  async ({ page }: Desk): Promise<void> => {
    await page.locator(`tr[data-point="${pointId}"]`).click()
    await page.locator('.panel-head').getByText(pointId).waitFor()
  }
const readingPictures = [
  reading('contract-readings', '/contract-reading'),
  reading('reading', '/contract-reading/RDG-0008', pointOpen('CC-GN-02')),
  reading('reading-complete', '/contract-reading/RDG-0001', pointOpen('CC-IN-08')),
  reading('reading-narrow', '/contract-reading/RDG-0008', undefined, { viewport: narrow }),
  reading('reading-history', '/contract-reading/RDG-0001/history'),
  reading('reading-compare', '/contract-reading/RDG-0006/compare', tableThere),
  ...picturesOfNoun('checkPoint', 'contract', { panel: 'CKP-0001', page: 'CKP-0001' }),
  reading('check-point-catalogue', '/check-point/catalogue', tableThere),
]

const questionnaire = pictureIn('vendor', 'sample')
const questionnairePath = '/vendor/VEN-0001/questionnaire'
const readBack = async (desk: Desk): Promise<void> => {
  await chooseFile(desk, 'questionnaire.chooseFile', questionnaireName[desk.language])
  await tableThere(desk)
}
const questionnairePictures = [
  questionnaire('questionnaire', questionnairePath),
  questionnaire('questionnaire-read', questionnairePath, readBack),
  questionnaire('questionnaire-read-narrow', questionnairePath, readBack, { viewport: narrow }),
  questionnaire('questionnaire-take', questionnairePath, async (desk) => {
    await readBack(desk)
    await desk.page.locator('.page-actions .button.primary').click()
    await dialog(desk).waitFor()
  }),
]

const incident = pictureIn('incident', 'sample')
const incidentPictures = [
  ...picturesOfNoun('incident', 'incident', { panel: 'INC-0005', page: 'INC-0005' }),
  incident('incident-judge', '/incident/INC-0006', openDialog('incident.verb.judge')),
  incident('incident-report', '/incident/INC-0005', openDialog('incident.verb.recordReport')),
  incident('incident-moments', '/incident/INC-0006', openDialog('incident.verb.recordMoments')),
  incident('incident-closed', '/incident/INC-0001'),
  ...picturesOfNoun('enforcement', 'incident', { panel: 'ENF-0001', page: 'ENF-0001' }),
  incident('enforcement-complete', '/enforcement/ENF-0001', openDialog('incident.enforcementVerb.complete')),
]

const decision = pictureIn('decision', 'sample')
const decisionPictures = [
  ...picturesOfNoun('decision', 'decision', { panel: 'DEC-0001', page: 'DEC-0001' }),
  decision('decision-outcome', '/decision/DEC-0008', openDialog('decision.verb.recordOutcome')),
  ...picturesOfNoun('meeting', 'decision', { panel: 'MTG-0001', page: 'MTG-0001' }),
  decision('board-calendar', '/board-calendar'),
]

const horizon = pictureIn('horizon', 'sample')
const horizonPictures = [
  horizon('horizon', '/horizon'),
  horizon('horizon-narrow', '/horizon', undefined, { viewport: narrow }),
  horizon('horizon-earlier', '/horizon', press('horizon.showEarlier', { count: 13 })),
  pictureIn('horizon', 'new')('horizon-empty', '/horizon'),
  horizon('horizon-instrument', '/horizon/REG-APPI26'),
  horizon('horizon-event', '/horizon/CAL-22'),
  ...picturesOfNoun('ruleAssessment', 'horizon', { panel: 'RUL-0009', page: 'RUL-0009' }),
  horizon('rule-assess', '/rule-assessment/RUL-0014', openDialog('horizon.assess')),
]

const readinessPictures = [
  horizon('readiness', '/readiness', tableThere),
  horizon('readiness-behind', '/readiness', async ({ page }) => {
    await page.locator('.readiness-table button[aria-expanded]').first().click()
    await page.locator('.readiness-behind').waitFor()
  }),
  horizon('readiness-narrow', '/readiness', tableThere, { viewport: narrow }),
  horizon('system-jurisdictions', '/system/SYS-0021', undefined, {
    viewport: { width: 1440, height: 1500 },
    part: ({ page }) => page.locator('.sheet:has(> .jurisdiction-columns)'),
  }),
  horizon('unit-guidance', '/unit/UNT-0009'),
  ...picturesOfNoun('jurisdictionProfile', 'horizon', { panel: 'JUR-0001', page: 'JUR-0001' }),
  ...picturesOfNoun('outwardAccount', 'horizon', { panel: 'OAC-0001', page: 'OAC-0001' }),
  horizon('outward-account-review', '/outward-account/OAC-0001', openDialog('account.verb.review')),
]

const risk = pictureIn('risk', 'sample')
const riskPictures = [
  ...picturesOfNoun('risk', 'risk', { panel: 'RSK-0003', page: 'RSK-0003' }),
  risk('risk-assess', '/risk/RSK-0003', openDialog('action.assess')),
  risk('risk-accept', '/risk/RSK-0012', openDialog('action.accept')),
  risk('risk-accept-refused', '/risk/RSK-0012', steps(openDialog('action.accept'), refusedBy('action.register'))),
  risk('risk-close', '/risk/RSK-0003', openDialog('action.closeRisk')),
  risk('risk-closed', '/risk/RSK-0009'),
  risk('library', '/library', tableThere),
  risk('library-playbook', '/library', async ({ page, words }) => {
    await page.getByRole('button', { name: words('library.sources.playbook') }).click()
    await page.getByText('MANAGE 4.3', { exact: true }).waitFor()
  }),
  risk('library-playbook-take', '/library', async ({ page, words }) => {
    await page.getByRole('button', { name: words('library.sources.playbook') }).click()
    await page.getByRole('checkbox', { name: 'MANAGE 2.4' }).check()
    await page.getByRole('button', { name: words('library.take', { count: 1 }) }).click()
    await page.getByRole('dialog').waitFor()
  }),
  risk('library-take', '/library', async ({ page, words }) => {
    await page.getByRole('checkbox', { name: /^LR-15/ }).check()
    await page.getByRole('button', { name: words('library.take', { count: 1 }) }).click()
    await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
  }),
]

const control = pictureIn('control', 'sample')
const controlPictures = [
  ...picturesOfNoun('control', 'control', { panel: 'CTL-0018', page: 'CTL-0032' }),
  control('control-test', '/control/CTL-0032', openDialog('action.recordTest')),
  control('control-exception', '/control/CTL-0018', openDialog('action.allowException')),
  control('control-not-applicable', '/control/CTL-0032', openDialog('action.declareNotApplicable')),
  ...picturesOfNoun('evidence', 'evidence', { panel: 'EVD-0006', page: 'EVD-0058' }),
  control('evidence-accept', '/evidence/EVD-0030', openDialog('action.acceptEvidence')),
]

const action = pictureIn('action', 'sample')
const actionPictures = [
  ...picturesOfNoun('action', 'action', { panel: 'ACT-0015', page: 'ACT-0022' }),
  action('action-due-date', '/action/ACT-0022', openDialog('action.moveDueDate')),
  action('action-complete', '/action/ACT-0022', openDialog('action.complete')),
  action('action-verify', '/action/ACT-0016', openDialog('action.verifyAction')),
  action('action-reopen', '/action/ACT-0016', openDialog('action.reopen')),
]

const handedOver = async ({ page, words, language }: Desk): Promise<void> => {
  const field = page.getByRole('combobox', { name: words('handover.predecessor') })
  const name = language === 'ja' ? '岡部 大輔' : 'Daisuke Okabe'
  await field.fill(name)
  await page.getByRole('option', { name }).click()
  await page.locator('.handover-table').waitFor()
}
const work = pictureIn('work', 'sample')
/** A reminder to whoever owes most: everybody with something overdue is written to at once. */
const reminded = async ({ page, words }: Desk): Promise<void> => {
  await page.locator('.chips .button').click()
  await page.getByRole('textbox', { name: words('workQueue.letterText') }).waitFor()
}
const workPictures = [
  work('work', '/work-queue'),
  work('work-narrow', '/work-queue', undefined, { viewport: narrow }),
  pictureIn('work', 'new')('work-empty', '/work-queue'),
  work('work-kinds', '/work-queue', opens('workQueue.kind')),
  work('work-person', '/work-queue/person'),
  work('work-unit', '/work-queue/unit'),
  work('work-month', '/work-queue/month'),
  work('work-calendar', '/work-queue/calendar'),
  work('handover', '/handover'),
  work('handover-lines', '/handover', handedOver),
  work('handover-draft', '/handover', steps(handedOver, openDialog('handover.preview'))),
  // The sample's own: its number in the log is known by its list only.
  work('handover-sheet', '/handover/1', async ({ page }) => {
    await page.evaluate(() => {
      location.hash = '/handover'
    })
    await page.locator('.related-link').first().click()
    await page.locator('.handover-sheet').waitFor()
  }),
  work('work-letters-empty', '/work-queue/letters'),
  work('work-letters', '/work-queue/letters', reminded),
]

const privacy = pictureIn('privacy', 'sample')
const privacyPictures = [
  ...picturesOfNoun('dataUse', 'privacy', { panel: 'PDU-0001', page: 'PDU-0001' }),
  privacy('data-use-basis', '/data-use/PDU-0003', openDialog('privacy.setBasis')),
  privacy('data-use-checks', '/data-use/PDU-0005', undefined, { viewport: tall }),
  privacy('system-privacy', '/system/SYS-0033', undefined, { viewport: tall }),
  privacy('system-privacy-add', '/system/SYS-0012', openDialog('privacy.addUse')),
  privacy('system-privacy-reopened', '/system/SYS-0012', undefined, { viewport: tall }),
  ...picturesOfNoun('dpia', 'privacy', { panel: 'DPIA-0002', page: 'DPIA-0002' }),
  privacy('dpia-expired', '/dpia/DPIA-0003'),
  privacy('dpia-screen', '/dpia/DPIA-0004', openDialog('privacy.verb.screening')),
  privacy('dpia-approve', '/dpia/DPIA-0009', openDialog('privacy.verb.approval')),
  ...picturesOfNoun('deidentification', 'privacy', { panel: 'DEI-0001', page: 'DEI-0001' }),
  ...picturesOfNoun('consent', 'privacy', { panel: 'CNS-0001', page: 'CNS-0001' }),
  privacy('privacy-overview', '/privacy', tableThere),
  privacy('privacy-overview-narrow', '/privacy', tableThere, { viewport: narrow }),
  pictureIn('privacy', 'new')('privacy-overview-empty', '/privacy'),
  privacy('statistics-readiness', '/statistics-readiness', tableThere),
  pictureIn('privacy', 'new')('statistics-readiness-empty', '/statistics-readiness'),
]

const thirdParty = pictureIn('third-party', 'sample')
/** The contracts of the first vendor unfolded, and the points behind its first cell. */
const firstCellOpen = async ({ page }: Desk): Promise<void> => {
  await page.locator('.gap-matrix-fold').first().click()
  await page.locator('.gap-matrix-cell').first().click()
  await page.locator('.cell-points').waitFor()
}
const thirdPartyPictures = [
  ...picturesOfNoun('vendor', 'third-party', { panel: 'VEN-0001', page: 'VEN-0001' }),
  thirdParty('vendor-supply', '/vendor/VEN-0001', openDialog('thirdParty.addSupply')),
  thirdParty('vendor-review', '/vendor/VEN-0001', openDialog('thirdParty.review')),
  thirdParty('vendor-texts', '/vendor', openDialog('thirdParty.texts.open')),
  ...picturesOfNoun('contract', 'third-party', { panel: 'CON-0001', page: 'CON-0001' }),
  thirdParty('contract-open-answers', '/contract/CON-0005'),
  thirdParty('contract-matrix', '/contract-matrix', tableThere),
  thirdParty('contract-matrix-open', '/contract-matrix', steps(tableThere, firstCellOpen)),
  thirdParty('contract-matrix-narrow', '/contract-matrix', tableThere, { viewport: narrow }),
  pictureIn('third-party', 'new')('contract-matrix-empty', '/contract-matrix'),
  thirdParty('contract-positions', '/contract-positions', tableThere),
  thirdParty('vendor-concentration', '/vendor-concentration', tableThere),
  pictureIn('third-party', 'new')('vendor-concentration-empty', '/vendor-concentration'),
  thirdParty('contract-sheet', '/contract-sheet/CON-0001', async ({ page }) => {
    await page.locator('.contract-paper').waitFor()
  }),
]

const governance = pictureIn('governance', 'sample')
const governancePictures = [
  ...picturesOfNoun('acceptance', 'governance', { panel: 'ACC-0008', page: 'ACC-0008' }, false),
  governance('acceptance-renew', '/acceptance/ACC-0008', openDialog('action.renew')),
  governance('acceptance-end', '/acceptance/ACC-0008', openDialog('action.endAcceptance')),
  governance('licences', '/licences'),
  governance('settings', '/settings'),
  governance('settings-appetite', '/settings', async (desk) => {
    await openDialog('action.changeOf', { name: desk.words('value.riskCategory.AIGB-C-2') })(desk)
  }),
  governance('settings-threshold', '/settings', openDialog('action.changeOf', { name: 'K01' })),
  governance('settings-matrix', '/settings', async (desk) => {
    await chooseFile(desk, 'app.scaleFromMatrix', matrixName)
    const bands = desk.page.getByRole('dialog').getByRole('combobox')
    for (const [place, band] of (['low', 'high', 'severe'] as const).entries())
      await bands.nth(place).selectOption(band)
  }),
  governance('settings-scale', '/settings', async (desk) => {
    await desk.page
      .getByRole('button', { name: desk.words('action.change'), exact: true })
      .last()
      .click()
  }),
]

const quality = pictureIn('quality', 'sample')
const qualityPictures = [
  quality('quality', '/quality'),
  quality('quality-rule', '/quality/DQ-18'),
  quality('quality-narrow', '/quality/DQ-18', undefined, { viewport: narrow }),
  pictureIn('quality', 'new')('quality-empty', '/quality'),
  quality('owner-questions', '/owner-questions', tableThere),
]

/** Chooses a file on the import screen. */
const bring =
  (name: (desk: Desk) => string) =>
  async (desk: Desk): Promise<void> => {
    await chooseFile(desk, 'import.choose', name(desk))
  }
const previewed = async ({ page }: Desk): Promise<void> => {
  await page.locator('.import-counts').waitFor()
}

const importing = pictureIn('import', 'new')
const importPictures = [
  importing('import', '/import'),
  importing(
    'import-preview',
    '/import',
    steps(
      bring(({ language }) => spreadsheetName[language]),
      previewed,
    ),
  ),
  importing(
    'import-workbook',
    '/import',
    steps(
      bring(({ language }) => workbookName[language]),
      previewed,
    ),
  ),
  importing(
    'import-directions',
    '/mirror/import',
    steps(
      bring(({ language }) => directionsName[language]),
      previewed,
    ),
  ),
  importing(
    'import-risks',
    '/import/risk',
    steps(
      bring(({ language }) => risksName[language]),
      previewed,
    ),
    { viewport: { width: 1440, height: 2100 } },
  ),
  importing(
    'import-repeats',
    '/import',
    steps(
      bring(({ language }) => repeatsName[language]),
      previewed,
      async ({ page, words, language }) => {
        const column = language === 'ja' ? '管理番号' : 'ID'
        await page.getByRole('button', { name: words('import.keyLeftTake', { column }) }).click()
        await page.getByRole('checkbox', { name: words('import.repeatsApartOf', { word: 'AI-01' }) }).check()
        await page.locator('.import-counts').getByText('5').first().waitFor()
      },
    ),
    { viewport: { width: 1440, height: 2100 } },
  ),
  importing(
    'import-key-left',
    '/import',
    steps(
      bring(({ language }) => repeatsName[language]),
      previewed,
    ),
    { viewport: { width: 1440, height: 2100 } },
  ),
  importing('import-encoding', '/import', async (desk) => {
    await bring(() => ambiguousName)(desk)
    await desk.page.getByText(desk.words('import.encodingAsk')).waitFor()
  }),
  importing('import-refused', '/import', async (desk) => {
    await bring(() => emptyName)(desk)
    await desk.page.getByRole('alert').waitFor()
  }),
]

const pack = pictureIn('pack', 'sample')
const recordsCompared = ({ page }: Desk): Promise<void> => page.locator('.comparison-record').first().waitFor()
const pageThere = ({ page }: Desk): Promise<void> => page.locator('.pack-sheet').waitFor({ timeout: 30_000 })
const panelOf = ({ page }: Desk) => page.getByRole('complementary')
async function firstNumber(desk: Desk): Promise<void> {
  await desk.page.locator('.summary-tile-value a').first().click()
  await panelOf(desk).getByRole('row').nth(1).waitFor()
}
async function firstRecord(desk: Desk): Promise<void> {
  await panelOf(desk)
    .getByRole('button', { name: /^[A-Z]{3}-\d{4}$/ })
    .first()
    .click()
  await panelOf(desk).locator('.director-fields').first().waitFor()
}
async function firstPost(desk: Desk): Promise<void> {
  await panelOf(desk).getByRole('listitem').first().getByRole('button').click()
  await panelOf(desk).getByRole('heading', { level: 3 }).first().waitFor()
}
const packPictures = [
  pack('pack', '/pack'),
  pictureIn('pack', 'new')('pack-empty', '/pack'),
  pack('pack-lock', '/pack/lock'),
  pack('pack-write', '/pack/draft', openDialog('action.writeBundle')),
  pack('pack-figure', '/pack/draft', openDialog('action.saveFigure')),
  pack('pack-setup', '/pack/draft', openDialog('finishing.setUp')),
  pack('pack-verify', '/pack/verify'),
  // A folder that was written, with one table changed afterwards.
  pack('pack-verified', '/pack/verify', async (desk) => {
    const { page, words } = desk
    await changedExport(desk)
    await page
      .getByRole('button', { name: words('action.chooseBundle') })
      .first()
      .click()
    await dialog(desk).getByRole('button', { name: changedExportName }).click()
    await dialog(desk)
      .getByRole('button', { name: words('action.useThisFolder') })
      .click()
    await page.getByRole('button', { name: words('action.verifyBundle') }).click()
    await page.locator('.bundle-answer').waitFor({ timeout: 60_000 })
  }),
  pack('pack-locked', '/pack/PACK-2026Q2', ({ page }) =>
    page.locator('.pack-sheet').first().waitFor({ timeout: 30_000 }),
  ),
  ...packSections.map((name, index) =>
    pack(`pack-${String(index + 1)}-${name}`, '/pack/draft', press('app.fullSize'), {
      // Room for a whole sheet of paper beneath what keeps it from being finished, between its titles and the commentary: the last page is several sheets long.
      viewport: { width: 2000, height: name === 'dataQuality' ? 4200 : name === 'boardQuestions' ? 2400 : 1600 },
      part: ({ page }) => page.locator(`.pack-sheet[data-page="${name}"]`),
    }),
  ),
  pack('pack-compare', '/pack/compare', recordsCompared),
  pack('pack-compare-draft', '/pack/compare/draft', recordsCompared),
  pack('pack-compare-first', '/pack/compare/PACK-2026Q1', ({ page, words }) =>
    page.getByText(words('pack.first')).waitFor(),
  ),
  pack('director', '/director/PACK-2026Q2', pageThere),
  pack('director-narrow', '/director/PACK-2026Q2', pageThere, { viewport: narrow }),
  pack('director-behind', '/director/PACK-2026Q2', firstNumber, { viewport: { width: 1920, height: 1080 } }),
  pack('director-record', '/director/PACK-2026Q2', steps(firstNumber, press('director.contents'), firstRecord)),
  pack('director-posts', '/director/draft', steps(pageThere, press('director.posts'), firstPost)),
  pack('director-bundle', '/director/bundle'),
  pack('pack-readiness', '/pack/draft', press('app.fullSize'), {
    viewport: { width: 2000, height: 1000 },
    part: ({ page }) => page.locator('.pack-sheet:has(.readiness-page-lower)'),
  }),
  pictureIn('pack', 'new')('pack-empty-draft', '/pack/draft', ({ page }) =>
    page.locator('.pack-sheet').first().waitFor({ timeout: 30_000 }),
  ),
]

const log = pictureIn('log', 'sample')
const requirement = pictureIn('requirement', 'sample')
const requirementPictures = [
  requirement('requirements', '/requirement', tableThere),
  pictureIn('requirement', 'new')('requirements-empty', '/requirement'),
  requirement('requirements-narrow', '/requirement', undefined, { viewport: narrow }),
  requirement('requirement-pack', '/requirement/AIGB@1.2', tableThere),
  requirement('requirement-item', '/requirement/CMG@3.0', async (desk) => {
    await desk.page.locator('tr[data-item="CMG-D02"]').getByRole('button').click()
    await desk.page.getByText(desk.words('requirement.aiReading')).waitFor()
  }),
  requirement('requirement-systems', '/requirement/AIGB@1.2', async (desk) => {
    await desk.page.locator('.requirement-systems').first().click()
    await desk.page.getByRole('dialog').waitFor()
  }),
  requirement('requirement-system', '/requirement/system/SYS-0012', tableThere),
  requirement('requirement-coverage', '/requirement/coverage', tableThere),
  requirement('requirement-gaps', '/requirement/gaps', tableThere),
  requirement('requirement-applicability', '/requirement/applicability', tableThere),
  requirement('figures', '/figure', async (desk) => {
    await tableThere(desk)
    await desk.page.getByRole('button', { name: /^K09/ }).click()
    await desk.page.locator('.figure-details').waitFor()
  }),
  requirement('board-questions', '/requirement/questions', tableThere),
  requirement('requirement-suggestions', '/requirement/AIGB@1.2', async (desk) => {
    await desk.page.getByRole('button', { name: desk.words('requirement.suggest') }).click()
    await desk.page.getByRole('dialog').getByRole('checkbox').first().check()
  }),
  requirement('requirement-answer', '/requirement/CMG@3.0', async (desk) => {
    await desk.page.getByRole('checkbox').nth(2).check()
    await desk.page.getByRole('button', { name: desk.words('requirement.answerVerb') }).click()
    await desk.page.getByRole('dialog').waitFor()
  }),
]

const mirror = pictureIn('mirror', 'sample')
const mirrorPictures = [
  mirror('mirror', '/mirror', tableThere),
  mirror('mirror-narrow', '/mirror/CMG-D08', tableThere, { viewport: narrow }),
  pictureIn('mirror', 'new')('mirror-empty', '/mirror', tableThere),
  ...picturesOfNoun('direction', 'mirror', { panel: 'DIR-0017', page: 'DIR-0017' }),
]

/** A subsidiary's register comes into the new one, which knows one of its systems, and the report of it is opened. */
const mergeSubsidiary = async (desk: Desk): Promise<void> => {
  const { page, words } = desk
  const known = subsidiaryRegister(desk)
  await showPath(desk, '/system/new')
  await page.getByRole('textbox', { name: words('field.system.name') }).fill(known)
  await press('action.register')(desk)
  await page.getByRole('heading', { level: 1, name: known }).waitFor()
  await showPath(desk, '/merge')
  await press('merge.choose')(desk)
  await dialog(desk).getByRole('button', { name: subsidiaryName }).click()
  await page.getByRole('heading', { name: words('merge.matches') }).waitFor()
  await page
    .getByRole('row', { name: known })
    .getByRole('button', { name: words('merge.isSame', { code: 'SYS-0001', name: known }) })
    .click()
  await press('merge.run')(desk)
  await page.getByRole('heading', { name: words('merge.done') }).waitFor()
  await page.getByRole('row').nth(1).getByRole('link').click()
  await page.getByRole('table').nth(1).waitFor()
}

const logPictures = [
  log('log', '/log'),
  log('merge', '/merge'),
  // The last of what is done with the new register: it is a full one from here on.
  pictureIn('log', 'new')('merge-report', '/merge', mergeSubsidiary, { viewport: { width: 1440, height: 1200 } }),
  log('backups', '/backup', async (desk) => {
    await press('backup.make')(desk)
    await desk.page.getByRole('button', { name: desk.words('backup.restore'), exact: true }).waitFor()
  }),
  log('retention', '/retention', async ({ page, words }) => {
    await page.getByRole('button', { name: new RegExp(`^${words('retention.view.everybody')}`) }).click()
    await page.getByRole('row').nth(1).waitFor()
  }),
  log('retention-rule', '/retention', openDialog('retention.addRule')),
  log('retention-hold', '/retention', openDialog('retention.placeHold')),
  log('retention-redact', '/retention', async (desk) => {
    const { page, words } = desk
    await page.getByRole('button', { name: new RegExp(`^${words('retention.view.named')}`) }).click()
    await page.getByRole('row').nth(1).getByRole('button').click()
    await dialog(desk).getByRole('alert').waitFor()
  }),
  log('retention-places', '/retention', async (desk) => {
    const { page, words } = desk
    await page.getByRole('button', { name: new RegExp(`^${words('retention.view.noRule')}`) }).click()
    await page.getByRole('row').nth(1).getByRole('button').click()
    await dialog(desk).getByRole('row').nth(1).waitFor()
  }),
  log('entities', '/entity', tableThere),
  log('log-verified', '/log', async (desk) => {
    await press('action.verify')(desk)
    await desk.page.getByText(desk.words('app.verifyNothing')).waitFor({ timeout: 30_000 })
  }),
]

const chapterShown = async ({ page }: Desk): Promise<void> => {
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor()
}
const manual = pictureIn('manual', 'sample')
const manualPictures = [
  manual('manual', '/manual', chapterShown),
  manual('manual-chapter', '/manual/executives', chapterShown),
  manual('manual-narrow', '/manual/refusals', chapterShown, { viewport: narrow }),
  manual('manual-search', '/manual/pack', async ({ page, words, language }) => {
    await page.getByRole('searchbox', { name: words('manual.search') }).fill(language === 'ja' ? '確定' : 'lock it')
    await page.getByText(words('manual.found', { count: 1 })).waitFor()
  }),
  manual('manual-no-such-chapter', '/manual/no-such-chapter'),
  pictureIn('manual', 'nothing')('manual-without-register', '/manual/first-day', chapterShown),
]

export const pictures: readonly Picture[] = [
  ...startPictures,
  ...overviewPictures,
  ...accountabilityPictures,
  ...systemPictures,
  ...listPictures,
  ...intakePictures,
  ...privacyPictures,
  ...oversightPictures,
  ...incidentPictures,
  ...decisionPictures,
  ...readingPictures,
  ...questionnairePictures,
  ...horizonPictures,
  ...readinessPictures,
  ...riskPictures,
  ...controlPictures,
  ...actionPictures,
  ...workPictures,
  ...thirdPartyPictures,
  ...governancePictures,
  ...qualityPictures,
  ...importPictures,
  ...packPictures,
  ...requirementPictures,
  ...mirrorPictures,
  ...logPictures,
  ...manualPictures,
]

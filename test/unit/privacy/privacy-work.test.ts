/** What is owed of personal data, by the days that such work takes. */
import { expect, test } from 'vitest'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { deidentificationWorkOn, dpiaWorkOn, type PrivacyOwed, useWorkOn } from '#shared/domain/privacy/privacy-work.ts'
import { systemPrivacyOn } from '#shared/domain/privacy/system-privacy.ts'
import { workByWeight } from '#shared/domain/work-following.ts'
import { owedStatement } from '#shared/domain/work-item.ts'
import { say } from '#shared/locales/say.ts'
import { register, system } from '#test/support/hand-made-register.ts'
import { approvedDpia, consent, dataUse, deidentification, dpia } from '#test/support/privacy-records.ts'

const day = '2026-11-24'
const on = (given: Parameters<typeof register>[0]) =>
  new RegisterOn(register({ systems: [system('SYS-1'), system('SYS-2', { lifecycle: 'retired' })], ...given }), day)
const shown = (owed: readonly PrivacyOwed[]) =>
  owed.map(({ kind, record, day: until, readyOn, untested }) =>
    [kind, record.code, until, readyOn, untested === true ? 'untested' : null]
      .filter((each) => each !== null)
      .join(' '),
  )

test('assessments: begun in time, approved by their day, done again when they do not hold, and nothing once replaced', () => {
  const step = { outcome: 'required', screeningOn: '2026-10-01' } as const
  const given = {
    dpias: [
      dpia('DPIA-1', 'SYS-1', { wantedOn: '2027-03-31' }),
      dpia('DPIA-2', 'SYS-1', { ...step, wantedOn: '2026-12-31' }),
      approvedDpia('DPIA-3', 'SYS-1', '2026-04-01', { approvedContent: { 'system.personalData': 'yes' } }),
      approvedDpia('DPIA-4', 'SYS-1', '2026-04-01'),
      approvedDpia('DPIA-5', 'SYS-1', '2026-04-01', { validUntil: '2026-11-23' }),
      dpia('DPIA-6', 'SYS-1', { outcome: 'not_required', screeningOn: '2026-10-01' }),
      dpia('DPIA-7', 'SYS-1'),
      // Of a retired system nothing is owed.
      dpia('DPIA-8', 'SYS-2', { wantedOn: '2027-03-31' }),
    ],
  }
  const all = dpiaWorkOn(on(given))
  expect(shown(all)).toEqual([
    'dpiaStart DPIA-1 2026-12-31 2027-03-31',
    'dpiaApproval DPIA-2 2026-12-31',
    'dpiaReopened DPIA-3',
    'dpiaValidity DPIA-4 2027-03-31',
    'dpiaValidity DPIA-5 2026-11-23',
  ])
  const again = dpia('DPIA-9', 'SYS-1', { previousId: 'DPIA-5' })
  expect(shown(dpiaWorkOn(on({ dpias: [...given.dpias, again] }))).at(-1)).toBe('dpiaValidity DPIA-4 2027-03-31')
})

test('uses: consents that do not cover, reviews, and when a de-identification must begin to be ready', () => {
  const planning = dataUse('PDU-1', 'SYS-1', { plansStatistics: 'yes', wantedOn: '2027-03-31' })
  const uncovered = dataUse('PDU-2', 'SYS-1', {
    consentIds: ['CNS-1'],
    consentCovers: 'no',
    nextReviewOn: '2027-01-31',
  })
  const given = { dataUses: [planning, uncovered], consents: [consent('CNS-1')] }
  expect(shown(useWorkOn(on(given)))).toEqual([
    'deidentificationStart PDU-1 2027-01-30 2027-03-31',
    'useConsent PDU-2',
    'useReview PDU-2 2027-01-31',
  ])
  const done = [deidentification('DEI-1', 'SYS-1', { useId: 'PDU-1' })]
  expect(shown(useWorkOn(on({ ...given, deidentifications: done })))).toEqual([
    'useConsent PDU-2',
    'useReview PDU-2 2027-01-31',
  ])
  // That of another use is none of this one.
  const other = [deidentification('DEI-1', 'SYS-1', { useId: 'PDU-2' })]
  expect(shown(useWorkOn(on({ ...given, deidentifications: other })))[0]).toContain('deidentificationStart')
})

test('de-identifications: tried once, and again after a year', () => {
  const deidentifications = [
    deidentification('DEI-1', 'SYS-1', { testedOn: null }),
    deidentification('DEI-2', 'SYS-1', { testedOn: '2026-02-28' }),
    deidentification('DEI-3', 'SYS-1', { doneOn: null, testedOn: null }),
  ]
  expect(shown(deidentificationWorkOn(on({ deidentifications })))).toEqual([
    'deidentificationTest DEI-1 untested',
    'deidentificationTest DEI-2 2027-02-28',
  ])
})

test('is said with the day by which it must begin and the day for which', () => {
  const registerOn = on({ dpias: [dpia('DPIA-1', 'SYS-1', { wantedOn: '2027-03-31' })] })
  const work = workByWeight({ on: registerOn, positions: [], acceptances: [] })
  const [item] = work.filter(({ kind }) => kind === 'dpiaStart')
  if (item === undefined) throw new Error('nothing is owed')
  expect(item).toMatchObject({ code: 'DPIA-1', day: '2026-12-31', days: 37, standing: 'later', severity: null })
  expect(say('en', owedStatement(item))).toBe('Begin the impact assessment, to be approved on 2027-03-31')
  expect(say('ja', owedStatement(item))).toBe('影響評価に着手する（2027-03-31 に承認を受けるため）')
})

test('the page of a system: uses, checks, what is coming, and whether an assessment is needed', () => {
  const use = dataUse('PDU-1', 'SYS-1', { under16: 'yes', faceFeatures: 'unknown', countries: ['US'] })
  const picture = systemPrivacyOn(on({ dataUses: [use], dpias: [dpia('DPIA-1', 'SYS-1')] }), 'SYS-1')
  expect(picture.uses.map(({ unanswered, cover, abroad }) => ({ unanswered, cover, abroad }))).toEqual([
    { unanswered: ['faceFeatures', 'crossBorderRoute'], cover: 'not_relied_on', abroad: 'yes' },
  ])
  expect(picture.uses[0]?.coming.map(({ item, finding }) => [item.id, finding])).toEqual([
    ['APPI26-03-REPRESENTATIVE', null],
    ['APPI26-03-STOP', null],
    ['APPI26-03-INTEREST', null],
    // Face features are unknown, and counted as there.
    ['APPI26-04-NOTICE', null],
    ['APPI26-04-STOP', null],
    ['APPI26-04-OPT-OUT', null],
  ])
  expect(picture.dpias.map(({ code, state }) => [code, state])).toEqual([['DPIA-1', 'not_started']])
  expect(picture.need).toBe('not_screened')
  expect(systemPrivacyOn(on({}), 'SYS-1')).toEqual({ uses: [], dpias: [], need: null })
})

/** Records of personal data by hand: every answer is given and nothing is open but what a test opens. */
import { dpiaSteps } from '#shared/domain/privacy/dpia.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import * as open from './privacy-register.ts'

const whole = (code: string) => ({ id: code, version: 1, withdrawn: null, code, name: { ja: code, en: code } })

/** As in privacy-register.ts, with every answer given. */
export function dataUse(code: string, systemId: string, given: Partial<RecordOf<'dataUse'>> = {}): RecordOf<'dataUse'> {
  return open.dataUse(code, systemId, {
    ...whole(code),
    sensitive: 'no',
    under16: 'no',
    faceFeatures: 'no',
    otherBiometrics: 'no',
    pseudonymised: 'no',
    anonymised: 'no',
    personRelated: 'no',
    purpose: { ja: '応募者の選考', en: null },
    notifiedOn: '2026-04-01',
    basis: 'purpose',
    basisGrounds: '通知した目的',
    basisOn: '2026-04-01',
    handling: 'not_handled',
    countries: ['JP'],
    crossBorderRoute: 'domestic',
    retention: '1年',
    plansStatistics: 'no',
    ...given,
  })
}

export function consent(code: string, given: Partial<RecordOf<'consent'>> = {}): RecordOf<'consent'> {
  return {
    ...whole(code),
    wording: { ja: null, en: null },
    edition: null,
    from: '2026-04-01',
    to: null,
    channel: null,
    scope: null,
    withdrawalWay: null,
    evidenceIds: [],
    notes: null,
    ...given,
  }
}

/** Nothing done yet. */
export function dpia(code: string, systemId: string, given: Partial<RecordOf<'dpia'>> = {}): RecordOf<'dpia'> {
  return open.dpia(code, systemId, { ...whole(code), ...given })
}

/** Every step done on one day and approved on it; nothing was kept of what was judged, so that nothing counts as changed. */
export function approvedDpia(
  code: string,
  systemId: string,
  on: string,
  given: Partial<RecordOf<'dpia'>> = {},
): RecordOf<'dpia'> {
  const done = Object.fromEntries(dpiaSteps.map((step) => [`${step}On`, on]))
  return dpia(code, systemId, { ...done, outcome: 'required', approvedOn: on, validUntil: '2027-03-31', ...given })
}

export function deidentification(
  code: string,
  systemId: string,
  given: Partial<RecordOf<'deidentification'>> = {},
): RecordOf<'deidentification'> {
  const tested = { technique: 'aggregation', testedOn: '2026-06-01' } as const
  return open.deidentification(code, systemId, { ...whole(code), ...tested, ...given })
}

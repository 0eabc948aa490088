/** A result of monitoring or a change, made by hand: of SYS-1, significant, on 1 September 2026 unless told otherwise. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { noText } from '#shared/domain/text.ts'

export function observation(code: string, given: Partial<RecordOf<'observation'>> = {}): RecordOf<'observation'> {
  return {
    id: code,
    code,
    version: 1,
    name: { ja: code, en: null },
    withdrawn: null,
    systemId: 'SYS-1',
    kind: 'model_change',
    on: '2026-09-01',
    metric: null,
    measured: null,
    allowed: null,
    outcome: null,
    periodFrom: null,
    periodTo: null,
    versionBefore: null,
    versionAfter: null,
    source: null,
    significant: 'yes',
    significantReason: null,
    decision: noText,
    reassessBy: null,
    waivers: [],
    notes: null,
    ...given,
  }
}

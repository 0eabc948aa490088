/** All that the register knows of the personal data of one system on a day: what its page shows. */
import type { RegisterOn } from '../metrics/register-on.ts'
import type { Bilingual } from '../text.ts'
import type { CheckFinding, DataUse } from './data-use.ts'
import type { DataCheckItem } from './check-catalogue.ts'
import type { DpiaState } from './dpia.ts'
import { type DpiaNeed, dpiaNeedOf, dpiasBySystem, usesBySystem } from './privacy-on.ts'
import { type ConsentCover, consentCoverOn, isAbroad, unansweredOf, type UseQuestion } from './use-answers.ts'

export interface UsePicture {
  readonly use: Readonly<DataUse>
  readonly unanswered: readonly UseQuestion[]
  readonly cover: ConsentCover
  readonly abroad: 'yes' | 'no' | 'unknown'
  /** Checks by the law in force: how many are asked, are open (a gap, or no answer), and name evidence. */
  readonly checks: { readonly asked: number; readonly open: number; readonly withEvidence: number }
  /** Coming rules for people under 16 and face features, item by item: preparation, not law. */
  readonly coming: readonly {
    readonly item: DataCheckItem
    readonly finding: CheckFinding | null
    readonly grounds: string | null
  }[]
}

export interface DpiaPicture {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly state: DpiaState
  readonly startBy: string | null
  readonly wantedOn: string | null
  readonly validUntil: string | null
  /** How much of what was judged is otherwise now. */
  readonly changes: number
}

export interface SystemPrivacy {
  readonly uses: readonly UsePicture[]
  readonly dpias: readonly DpiaPicture[]
  /** Null where the system handles no personal data. */
  readonly need: DpiaNeed | null
}

export function systemPrivacyOn(on: RegisterOn, systemId: string): SystemPrivacy {
  const standings = dpiasBySystem(on).get(systemId) ?? []
  const uses = usesBySystem(on).get(systemId) ?? []
  const system = on.input.systems.find(({ id }) => id === systemId)
  const none = system?.personalData === 'no' && uses.length === 0
  return {
    uses: uses.map(({ use, asked, findings, gaps, unanswered }) => {
      const law = asked.filter(({ group }) => group === 'law')
      return {
        use,
        unanswered: unansweredOf(use),
        cover: consentCoverOn(use, on.input.consents, on.asOf),
        abroad: isAbroad(use),
        checks: {
          asked: law.length,
          open: gaps + unanswered,
          withEvidence: law.filter(({ id }) => (findings.get(id)?.evidenceIds.length ?? 0) > 0).length,
        },
        coming: asked
          .filter(({ group }) => group === 'coming')
          .map((item) => {
            const found = findings.get(item.id)
            return { item, finding: found?.finding ?? null, grounds: found?.grounds ?? null }
          }),
      }
    }),
    dpias: standings.map(({ dpia, state, startBy, changes }) => ({
      id: dpia.id,
      code: dpia.code,
      name: dpia.name,
      state,
      startBy,
      wantedOn: dpia.wantedOn,
      validUntil: dpia.approvedOn === null ? null : dpia.validUntil,
      changes: changes.length,
    })),
    need: none ? null : dpiaNeedOf(standings),
  }
}

/** Rules about jurisdictions and the outward account: what nobody judged, what is asked and missing, what was approved otherwise. */
import { europeanUnion, japan } from '../jurisdiction/jurisdiction-profile.ts'
import type { SystemFacts } from '../metrics/figure-input.ts'
import type { RegisterOn } from '../metrics/register-on.ts'
import { accountStandingOn } from '../readiness/outward-account.ts'
import { inEea } from '../third-party/applicable-points.ts'
import { itself, type QualityOn, type QualityRule, rule, when } from './quality-rule.ts'

type Profile = QualityOn['on']['input']['jurisdictionProfiles'][number]
type Account = QualityOn['on']['input']['outwardAccounts'][number]

const profile = {
  noun: 'jurisdictionProfile',
  record: itself<Profile>,
  rows: ({ on }: QualityOn) => on.input.jurisdictionProfiles.filter(({ withdrawn }) => withdrawn === null),
} as const

/** The systems of which somebody has said whether the EU's rules bear on them. */
function judgedForEu(on: RegisterOn): ReadonlySet<string> {
  const { jurisdictionProfiles } = on.input
  return on.kept.get<ReadonlySet<string>>(
    'systems judged for the EU',
    [jurisdictionProfiles],
    () =>
      new Set(
        jurisdictionProfiles
          .filter(
            (each) => each.withdrawn === null && each.jurisdiction === europeanUnion && each.inScope !== 'unknown',
          )
          .map(({ systemId }) => systemId),
      ),
  )
}

export const jurisdictionRules: readonly QualityRule[] = [
  rule<SystemFacts>({
    id: 'DQ-90',
    name: 'euScopeNotJudged',
    severity: 'warning',
    noun: 'system',
    field: 'jurisdictions',
    record: itself,
    rows: ({ on }) => on.systems.filter(({ jurisdictions }) => jurisdictions.some(inEea)),
    finds: ({ id }, { on }) => when(!judgedForEu(on).has(id)),
  }),
  rule({
    ...profile,
    id: 'DQ-91',
    name: 'euTierMissing',
    severity: 'warning',
    field: 'euTiers',
    rows: (quality) =>
      profile.rows(quality).filter(({ jurisdiction, inScope }) => jurisdiction === europeanUnion && inScope === 'yes'),
    finds: ({ euTiers, euRoles }) => when(euTiers.length === 0 || euRoles.length === 0),
  }),
  rule({
    ...profile,
    id: 'DQ-92',
    name: 'profileWithoutOwner',
    severity: 'note',
    field: 'ownerId',
    finds: ({ jurisdiction, ownerId }) => when(jurisdiction !== japan && ownerId === null),
  }),
  rule({
    ...profile,
    id: 'DQ-93',
    name: 'profileReviewPassed',
    severity: 'warning',
    field: 'nextReviewOn',
    finds: ({ nextReviewOn }, { on }) =>
      nextReviewOn !== null && nextReviewOn < on.asOf ? { day: nextReviewOn } : null,
  }),
  rule<Account>({
    id: 'DQ-94',
    name: 'accountChanged',
    severity: 'error',
    noun: 'outwardAccount',
    field: 'approvedOn',
    record: itself,
    rows: ({ on }) => on.input.outwardAccounts.filter(({ withdrawn }) => withdrawn === null),
    finds: (account, { on }) => when(accountStandingOn(account, on.asOf) === 'changed'),
  }),
]

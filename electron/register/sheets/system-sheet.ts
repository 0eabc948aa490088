/** The dossier of one AI system on one page: what it does, who answers, its data and vendors, risks, controls, what is open. Ours. */
import type { Level } from '#shared/domain/metrics/register-on.ts'
import type { PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { bandRank, orderScore } from '#shared/domain/scoring.ts'
import type { Language } from '#shared/domain/text.ts'
import { derivedToday } from '../derived.ts'
import { recordDetail } from '../record-detail.ts'
import type { Register } from '../store/register-file.ts'
import { SheetText } from './sheet-text.ts'

/** NOT_FOUND. */
export function systemSheet(register: Register, id: string, language: Language): PrintedSheet {
  const { record, labels, derived, related, positions } = recordDetail(register, 'system', id)
  const say = new SheetText(language, labels, register.organisation().timeZone)
  const { t } = say
  const field = (name: string, value: string) => say.field('system', name, value)
  const standing = <Row extends { readonly withdrawn: unknown }>(rows: readonly Row[] | undefined) =>
    (rows ?? []).filter(({ withdrawn }) => withdrawn === null)
  const named = (rows: readonly { readonly id: string }[]) =>
    rows.length === 0 ? t('sheet.none') : say.named(rows.map((row) => row.id))
  const risks = standing(related.risk).filter(({ status }) => status === 'open')
  const { on } = derivedToday(register)
  const levelOf = (riskId: string) => on.level(riskId, 'residual')
  const worst = risks.toSorted((one, other) => rankOf(levelOf(one.id)) - rankOf(levelOf(other.id)))
  const [attested] = standing(related.attestation)
  const chosen = (group: string, value: string | null) => (value === null ? say.missing : t(`value.${group}.${value}`))
  return say.sheet('system', record, [
    say.heading(t('sheet.system.what')),
    {
      kind: 'fields',
      rows: [
        field('purpose', say.both(record.purpose)),
        field('unitId', say.named([record.unitId])),
        field('lifecycle', chosen('lifecycle', record.lifecycle)),
        field('kind', chosen('systemKind', record.kind)),
        field(
          'roles',
          record.roles.length === 0
            ? say.missing
            : record.roles.map((role) => t(`value.systemRole.${role}`)).join(t('app.listSeparator')),
        ),
        field('tier', record.tier === null ? t('paper.tierUnset') : t(`value.tier.${record.tier}`)),
        field('autonomy', chosen('autonomy', record.autonomy)),
        field('humanOversight', say.both(record.humanOversight)),
        field('affected', say.both(record.affected)),
        field('goLiveOn', say.day(record.goLiveOn)),
        field('nextReviewOn', say.day(record.nextReviewOn)),
      ],
    },
    say.heading(t('sheet.system.who')),
    {
      kind: 'fields',
      rows: [
        { label: t('value.assignmentRole.accountable_executive'), value: say.answering(derived.executive) },
        { label: t('value.assignmentRole.system_owner'), value: say.answering(derived.owner) },
        {
          label: t('noun.attestation.one'),
          value: attested === undefined ? say.missing : `${attested.on} ${say.named([attested.personId])}`,
        },
      ],
    },
    say.heading(t('sheet.system.data')),
    {
      kind: 'fields',
      rows: [
        field('personalData', t(`value.answer.${record.personalData}`)),
        { label: t('noun.dataUse.many'), value: named(standing(related.dataUse)) },
        { label: t('noun.dpia.many'), value: named(standing(related.dpia)) },
        { label: t('noun.vendor.many'), value: say.named(derived.supply.vendorIds) },
        { label: t('noun.contract.many'), value: named(standing(related.contract)) },
        field('dependsOnIds', say.named(record.dependsOnIds)),
      ],
    },
    ...say.list(
      t('noun.risk.many'),
      [
        { title: t('paper.column.code'), share: 13 },
        { title: t('noun.risk.one'), share: 47 },
        { title: t('value.stage.residual'), share: 22 },
        { title: t('paper.column.appetite'), share: 18 },
      ],
      worst,
      {
        most: 4,
        cells: ({ id: riskId, code, name }) => {
          return [code, say.name(name), say.level(levelOf(riskId)), say.standing(positions[riskId] ?? null)]
        },
      },
    ),
    ...say.list(
      t('noun.control.many'),
      [
        { title: t('paper.column.code'), share: 13 },
        { title: t('noun.control.one'), share: 65 },
        { title: t('field.control.design'), share: 22 },
      ],
      standing(related.control),
      { most: 3, cells: ({ code, name, design }) => [code, say.name(name), t(`value.design.${design}`)] },
    ),
    ...say.list(
      t('noun.action.many'),
      [
        { title: t('paper.column.code'), share: 13 },
        { title: t('noun.action.one'), share: 47 },
        { title: t('field.action.ownerId'), share: 20 },
        { title: t('field.action.dueOn'), share: 20 },
      ],
      standing(related.action).filter(({ state }) => state !== 'verified'),
      {
        most: 3,
        cells: ({ code, name, ownerId, dueOn }) => [code, say.name(name), say.named([ownerId]), say.day(dueOn)],
      },
    ),
    {
      kind: 'fields',
      rows: [
        { label: t('noun.incident.many'), value: named(standing(related.incident)) },
        { label: t('noun.finding.many'), value: named(standing(related.finding)) },
        { label: t('noun.ruleAssessment.many'), value: named(standing(related.ruleAssessment)) },
      ],
    },
  ])
}

/** The lower, the worse: by band, then by the order score; what nobody has assessed comes last. */
function rankOf(residual: Level | null): number {
  return residual === null ? 0 : -(bandRank(residual.band) + 1) * 100 - orderScore(residual.likelihood, residual.impact)
}

/**
 * The detail sheet of a risk on one page, after the Risk Detail Record of NIST IR 8286: what it is, whose, how high before and after
 * controls and against appetite, what is done about it, what was accepted. The arrangement is ours.
 */
import { risksLeaningOn } from '#shared/domain/metrics/evidenced-level.ts'
import type { PrintedSheet } from '#shared/domain/printed-sheet.ts'
import type { Language } from '#shared/domain/text.ts'
import { derivedToday } from '../derived.ts'
import { recordDetail } from '../record-detail.ts'
import type { Register } from '../store/register-file.ts'
import { SheetText } from './sheet-text.ts'

/** NOT_FOUND. */
export function riskSheet(register: Register, id: string, language: Language): PrintedSheet {
  const { record, labels, derived, related, proofs } = recordDetail(register, 'risk', id)
  const say = new SheetText(language, labels, register.organisation().timeZone)
  const { t } = say
  const { position } = derived
  const { on } = derivedToday(register)
  const actions = (related.action ?? []).filter(({ withdrawn }) => withdrawn === null)
  const acceptances = (related.acceptance ?? []).filter(({ withdrawn }) => withdrawn === null).toReversed()
  const incidents = (related.incident ?? []).filter(({ withdrawn }) => withdrawn === null)
  const assessments = (related.assessment ?? []).filter(({ withdrawn }) => withdrawn === null).toReversed()
  const field = (name: string, value: string) => say.field('risk', name, value)
  /** With the control that most other risks lean on too: where it fails, they all rise at once. */
  const evidencedOf = () => {
    const level = say.level(position?.evidenced ?? null)
    const shared = proofs
      .filter(({ halves }) => halves !== null)
      .map(({ id: controlId, code }) => ({
        code,
        count: risksLeaningOn(on, controlId).filter((each) => each !== id).length,
      }))
      .reduce((most, each) => (each.count > most.count ? each : most), { code: '', count: 0 })
    return shared.count === 0 ? level : t('sheet.risk.shared', { level, ...shared })
  }
  return say.sheet('risk', record, [
    say.heading(t('sheet.risk.what')),
    {
      kind: 'fields',
      rows: [
        field('cause', say.both(record.cause)),
        field('event', say.both(record.event)),
        field('consequence', say.both(record.consequence)),
        field('category', t(`value.riskCategory.${record.category}`)),
        field('systemIds', say.named(record.systemIds)),
        { label: t('value.assignmentRole.risk_owner'), value: say.answering(derived.owner) },
        field('status', t(`value.riskStatus.${record.status}`)),
        field('identifiedOn', say.day(record.identifiedOn)),
        field('nextReviewOn', say.day(record.nextReviewOn)),
        { label: t('noun.incident.many'), value: incidentsOf(say, incidents) },
      ],
    },
    say.heading(t('sheet.risk.levels')),
    {
      kind: 'fields',
      rows: [
        { label: t('value.stage.inherent'), value: say.level(on.level(id, 'inherent')) },
        { label: t('value.stage.residual'), value: say.level(on.level(id, 'residual')) },
        { label: t('paper.column.evidenced'), value: evidencedOf() },
        { label: t('value.stage.target'), value: say.level(on.level(id, 'target')) },
        {
          label: t('paper.column.appetiteAndTolerance'),
          value:
            position === null
              ? t('sheet.risk.notCounted')
              : `${t(`band.${position.limits.appetite}`)} / ${t(`band.${position.limits.tolerance}`)}`,
        },
        {
          label: t('listField.risk.standing'),
          value: say.standing(position),
        },
        field('treatment', record.treatment === null ? say.missing : t(`value.treatment.${record.treatment}`)),
        field('targetOn', say.day(record.targetOn)),
      ],
    },
    ...say.list(
      t('noun.assessment.many'),
      [
        { title: t('field.assessment.on'), share: 14 },
        { title: t('field.assessment.stage'), share: 14 },
        { title: t('paper.column.level'), share: 16 },
        { title: t('field.assessment.rationale'), share: 56 },
      ],
      assessments,
      {
        most: 2,
        cells: ({ on, stage, likelihood, impact, rationale }) => [
          on,
          t(`value.stage.${stage}`),
          t('paper.grades', { likelihood, impact }),
          say.brief(rationale),
        ],
      },
    ),
    ...say.list(
      t('noun.control.many'),
      [
        { title: t('paper.column.code'), share: 14 },
        { title: t('noun.control.one'), share: 52 },
        { title: t('paper.column.evidence'), share: 34 },
      ],
      proofs,
      {
        most: 3,
        cells: ({ code, name, reason }) => [code, say.name(name), t(`proofReason.${reason}`)],
      },
    ),
    ...say.list(
      t('app.treatmentPlan'),
      [
        { title: t('paper.column.code'), share: 14 },
        { title: t('noun.action.one'), share: 46 },
        { title: t('field.action.ownerId'), share: 20 },
        { title: t('field.action.dueOn'), share: 20 },
      ],
      actions,
      {
        most: 3,
        cells: ({ code, name, ownerId, dueOn, state }) => [
          code,
          say.name(name),
          say.named([ownerId]),
          `${say.day(dueOn)} ${t(`value.actionState.${state}`)}`,
        ],
      },
    ),
    ...say.list(
      t('noun.acceptance.many'),
      [
        { title: t('paper.column.code'), share: 14 },
        { title: t('paper.column.acceptedBy'), share: 20 },
        { title: t('paper.column.period'), share: 28 },
        { title: t('field.acceptance.reason'), share: 38 },
      ],
      acceptances,
      {
        most: 2,
        cells: ({ code, personId, from, to, endedOn, reason }) => [
          code,
          say.named([personId]),
          t('paper.period', { from, to: endedOn ?? to }),
          say.brief(reason),
        ],
      },
    ),
  ])
}

function incidentsOf(say: SheetText, incidents: readonly { readonly id: string }[]): string {
  return incidents.length === 0 ? say.t('sheet.none') : say.named(incidents.map(({ id }) => id))
}

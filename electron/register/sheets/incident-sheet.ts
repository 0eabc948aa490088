/**
 * The one-page sheet of an incident, for whoever has to be told in a minute: what happened, to whom, where it stands, by when it must be
 * reported, what it taught. Printed as every sheet of a screen is (`printing.ts`).
 */
import { japanZone } from '#shared/domain/breach-clock.ts'
import type { ReportOn } from '#shared/domain/incident/breach-standing.ts'
import { localMoment } from '#shared/domain/incident/local-moment.ts'
import { reportItems } from '#shared/domain/incident/incident.ts'
import type { PrintedBlock, PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { recordDetail } from '../record-detail.ts'
import type { Register } from '../store/register-file.ts'
import { SheetText } from './sheet-text.ts'

/** NOT_FOUND. */
export function incidentSheet(register: Register, id: string, language: Language): PrintedSheet {
  const { record, labels, derived, related } = recordDetail(register, 'incident', id)
  const { timeZone } = register.organisation()
  const say = new SheetText(language, labels, timeZone)
  const { t } = say
  const field = (name: string, value: string) => say.field('incident', name, value)
  const { breach, notices } = derived
  const report = (on: ReportOn) => ({
    label: t(`value.reportKind.${on.kind}`),
    value: [
      on.dueOn === null ? t('incident.noDeadline') : t('incident.dueOn', { day: on.dueOn }),
      t(`incident.standing.${on.standing}`),
      ...(on.madeOn === null ? [] : [t('incident.madeOn', { day: on.madeOn })]),
      ...(on.withinLater ? [t(`incident.withinLater.${on.kind}`)] : []),
    ].join(t('app.listSeparator')),
  })
  const reports = (related.incidentReport ?? []).filter(({ withdrawn }) => withdrawn === null)
  const blocks: PrintedBlock[] = [
    { kind: 'heading', text: t('incident.sheet.what') },
    {
      kind: 'fields',
      rows: [
        field('kind', t(`value.incidentKind.${record.kind}`)),
        field(
          'severity',
          record.severity === null ? t('incident.unjudged') : t(`value.incidentSeverity.${record.severity}`),
        ),
        field('state', t(`value.incidentState.${record.state}`)),
        field('systemIds', say.named(record.systemIds)),
        field('description', say.both(record.description)),
        field('occurredAt', say.moment(record.occurredAt)),
        field('detectedAt', say.moment(record.detectedAt)),
        field('resolvedAt', say.moment(record.resolvedAt)),
        field(
          'affectedCount',
          record.affectedCount === null
            ? t('value.affectedBasis.unknown')
            : `${String(record.affectedCount)} (${t(`value.affectedBasis.${record.affectedBasis}`)})`,
        ),
        field('dataInvolved', say.both(record.dataInvolved)),
        field('ownerId', say.named([record.ownerPostId, record.ownerId])),
      ],
    },
    { kind: 'heading', text: t('incident.clock') },
    {
      kind: 'fields',
      rows:
        breach === null
          ? [{ label: t('listField.incident.reportability'), value: t('value.reportability.not_reportable') }]
          : [
              {
                label: t('listField.incident.reportability'),
                value:
                  `${t(`value.reportability.${breach.reportability}`)} ${(breach.clock?.triggers ?? []).join(' ')}`.trim(),
              },
              field('learnedAt', say.moment(record.learnedAt, record.learnedZone ?? japanZone)),
              report(breach.early),
              report(breach.final),
              {
                label: t('value.reportKind.persons'),
                value:
                  breach.personsOn === null
                    ? t('incident.personsMissing')
                    : t('incident.madeOn', { day: breach.personsOn }),
              },
              {
                label: t('incident.items'),
                value: t('incident.itemsFilled', {
                  count: reportItems.filter((item) => inLanguage(record[item], language).trim() !== '').length,
                  of: reportItems.length,
                }),
              },
            ],
    },
    ...(reports.length === 0 ? [] : [reportTable(reports, timeZone, language)]),
    ...(notices.length === 0
      ? []
      : [
          {
            kind: 'fields' as const,
            rows: notices.map(({ contractId, result }) => ({
              label: say.named([contractId]),
              value: t(`incident.notice.${result}`),
            })),
          },
        ]),
    { kind: 'heading', text: t('incident.sheet.why') },
    {
      kind: 'fields',
      rows: [
        field('cause', say.both(record.cause)),
        field('measures', say.both(record.measures)),
        field('lessons', say.both(record.lessons)),
        field('actionIds', say.named(record.actionIds)),
        {
          label: t('listField.incident.repeats'),
          value: derived.repeatIds.length === 0 ? t('incident.noRepeat') : say.named(derived.repeatIds),
        },
      ],
    },
  ]
  return say.sheet('incident', record, blocks)
}

function reportTable(
  reports: readonly {
    readonly kind: string
    readonly at: string
    readonly recipient: string
    readonly reference: string | null
  }[],
  timeZone: string,
  language: Language,
): PrintedBlock {
  const t = translate(language)
  return {
    kind: 'table',
    columns: (['kind', 'at', 'recipient', 'reference'] as const).map((name, place) => ({
      title: t(`field.incidentReport.${name}`),
      share: [20, 24, 32, 24][place] ?? 20,
      end: false,
    })),
    rows: reports.map(({ kind, at, recipient, reference }) => ({
      kind: 'row',
      cells: [t(`value.reportKind.${kind}`), localMoment(at, timeZone), recipient, reference ?? ''],
    })),
  }
}

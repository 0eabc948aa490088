/** readiness.csv: the immediate priorities under Japan's rules on the day, each with its count, who sees to it and by when. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { japanReadiness, type ReadinessLine } from '#shared/domain/readiness/japan-readiness.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { translate } from '#shared/locales/translate.ts'
import { type Cell, type ColumnDescription, type CsvFile, joiner } from './cell.ts'
import { partOf, words } from './labels.ts'
import { Names } from './names.ts'
import { sampleColumn } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'

interface Of {
  readonly column: ColumnDescription
  readonly of: (line: ReadinessLine) => Cell
}

export function readinessFile(state: RegisterState, day: Day): CsvFile {
  const names = new Names(state)
  const sample = sampleMark(state)
  const columns: Of[] = [
    { column: text('id', { required: true, options: 'readinessId' }), of: ({ id }) => id },
    { column: sampleColumn(sample), of: () => sample },
    ...(['ja', 'en'] as const).map((language): Of => ({
      column: {
        name: `name_${language}`,
        kind: 'text',
        label: partOf(words('bundle.readiness.name'), words(`value.language.${language}`)),
      },
      of: ({ id }) => translate(language)(`value.readinessId.${id}`),
    })),
    { column: { ...text('met'), kind: 'integer' }, of: ({ known, met }) => (known ? met : null) },
    { column: { ...text('of'), kind: 'integer' }, of: ({ known, of }) => (known ? of : null) },
    { column: text('state', { required: true, options: 'readinessState' }), of: ({ state: standing }) => standing },
    {
      column: text('owner_post_code', { refersTo: { file: 'posts.csv', column: 'code' } }),
      of: ({ ownerPostId }) => names.code(ownerPostId),
    },
    { column: text('owner_post_name'), of: ({ ownerPostId }) => names.name(ownerPostId) },
    { column: text('owner_name'), of: ({ ownerId }) => names.name(ownerId) },
    { column: { ...text('due_on'), kind: 'day' }, of: ({ dueOn }) => dueOn },
    { column: { ...text('days_overdue'), kind: 'integer' }, of: ({ daysOverdue }) => daysOverdue },
    {
      column: text('open_codes', { joined: true }),
      of: ({ open }) => (open.length === 0 ? null : names.codes(open).join(joiner)),
    },
    {
      column: { ...text('parts'), kind: 'json' },
      of: ({ parts }) => JSON.stringify(parts),
    },
    { column: text('notes'), of: ({ notes }) => notes },
  ]
  return {
    name: 'readiness.csv',
    title: words('bundle.file.readiness'),
    key: ['id'],
    columns: columns.map(({ column }) => column),
    *rows() {
      for (const line of japanReadiness(state, day)) yield columns.map(({ of }) => of(line))
    },
  }
}

function text(name: string, more: Partial<ColumnDescription> = {}): ColumnDescription {
  return { name, kind: 'text', label: words(`bundle.readiness.${name}`), ...more }
}

/** `compare FILE PACK PACK`: what differs between two packs, who entered it, when and why. `draft` is the register of today. */
import type { ComparedEvent, ComparedRecord } from '#shared/domain/compare/compare-packs.ts'
import { bridgeSteps, stepsBetweenEntities } from '#shared/domain/metrics/appetite-bridge.ts'
import { inLanguage } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { zonedIso, zonedMinute } from '#shared/pack-model/zoned-instant.ts'
import { compared, comparedSides, inOrder } from '#electron/register/compare-packs.ts'
import { differences, standings } from '#electron/register/export/compare-file.ts'
import { Names } from '#electron/register/export/names.ts'
import { packByCode } from '#electron/register/packs.ts'
import type { Command } from '../command.ts'
import { withRegister } from '../open-register.ts'

/** What stands for the register of today in place of a pack's code. */
const draft = 'draft'

export const compareCommand: Command = {
  name: 'compare',
  positionals: ['FILE', 'PACK', 'PACK'],
  options: {},
  async run({ files: [file = ''], words: [, one = '', other = ''], language, surroundings }) {
    const { comparison, told } = await withRegister(file, { mode: 'read', surroundings }, (register) => {
      // One of the two is a pack: a day has no second draft.
      const [first, second] = other === draft ? [other, one] : [one, other]
      const pair = inOrder(register, first === draft ? null : packByCode(register, first), packByCode(register, second))
      const { comparison } = compared(register, pair)
      const sides = comparedSides(register, pair)
      const columns = differences(sides)
      const names = { before: new Names(sides.earlier.state), after: new Names(sides.later.state) }
      const told = comparison.records.map((record) => ({
        record,
        fields: columns(record).map(({ part, column, before, after }) => ({ part, column, before, after })),
        standing: standings(record, names),
        people: record.events.map(({ personId }) => names.after.name(personId)),
      }))
      return { comparison, told }
    })
    const words = translate(language)
    const { earlier, later, timeZone, counts, movement, bridge, rescored } = comparison
    const by = (event: ComparedEvent, person: string | null) => person ?? event.account
    const titleOf = ({ noun, code, name, mark }: ComparedRecord) =>
      [words(`noun.${noun}.one`), code, name === null ? null : inLanguage(name, language), mark?.value]
        .filter((each) => typeof each === 'string')
        .join(' ')
    return {
      json: {
        earlier,
        later,
        counts,
        risks: movement,
        rescored,
        bridge: {
          before: bridge.before,
          ...Object.fromEntries(
            bridgeSteps
              .filter((step) => !stepsBetweenEntities.includes(step))
              .map((step) => [step, bridge.steps[step]]),
          ),
          now: bridge.now,
        },
        records: told.map(({ record, fields, standing, people }) => ({
          noun: record.noun,
          code: record.code,
          id: record.id,
          name: record.name,
          change: record.change,
          reason: record.reason,
          fields,
          standing,
          entries: record.events.map((event, index) => ({
            sequence: event.sequence,
            at: zonedIso(event.at, timeZone),
            person: people[index] ?? null,
            account: event.account,
            noun: event.noun,
            operation: event.operation,
            reason: event.reason,
            late: event.late,
          })),
        })),
      },
      lines: [
        words('cli.compare.heading', {
          earlier: earlier.code ?? draft,
          earlierDay: earlier.asOf,
          later: later.code ?? draft,
          laterDay: later.asOf,
        }),
        words('cli.compare.risks', {
          added: movement.new.length,
          gone: movement.gone.length,
          worse: movement.worse.length,
          better: movement.better.length,
        }),
        words('cli.compare.rescored', { down: rescored.down.length, up: rescored.up.length }),
        ...(told.length === 0 ? [words('cli.compare.nothing')] : []),
        ...told.flatMap(({ record, fields, standing, people }) => [
          `${titleOf(record)}: ${words(`compare.change.${record.change}`)}`,
          ...[...standing, ...fields].map(({ column, before, after }) =>
            words('cli.compare.moved', { column: column ?? '', before: before ?? '–', after: after ?? '–' }),
          ),
          ...record.events.map((event, index) =>
            words(event.reason ? 'cli.compare.entryBecause' : 'cli.compare.entry', {
              at: zonedMinute(event.at, timeZone),
              by: by(event, people[index] ?? null),
              operation: words(`operation.${event.operation}`),
              reason: event.reason ?? '',
            }),
          ),
        ]),
      ],
      exitCode: 0,
    }
  },
}

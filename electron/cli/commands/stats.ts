/** `stats FILE [--as-of DATE]`: how much the register holds, and its figures on a day. */
import { valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import type { KriResult } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import type { Language } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'
import { earlierPacks } from '#electron/register/earlier-packs.ts'
import { allPacks } from '#electron/register/packs.ts'
import { currentState } from '#electron/register/store/replay.ts'
import type { Command } from '../command.ts'
import { dayFrom } from '../days.ts'
import { withRegister } from '../open-register.ts'

const counted = [
  'systems',
  'risks',
  'controls',
  'actions',
  'people',
  'units',
] as const satisfies readonly (keyof RegisterState)[]
const nounOf = {
  systems: 'system',
  risks: 'risk',
  controls: 'control',
  actions: 'action',
  people: 'person',
  units: 'unit',
} as const

export const statsCommand: Command = {
  name: 'stats',
  positionals: ['FILE'],
  options: { 'as-of': { value: 'DATE', words: 'statsAsOf' } },
  async run({ files: [file = ''], options, language, surroundings, help }) {
    const said = options['as-of']
    const asked = said === undefined ? null : dayFrom('--as-of', said, help)
    const { state, asOf, kris } = await withRegister(file, { mode: 'read', surroundings }, (register) => {
      const state = currentState(register.read)
      const asOf = asked ?? register.today()
      const packs = allPacks(register).filter((pack) => pack.asOf <= asOf)
      return { state, asOf, kris: computeKris(state, asOf, earlierPacks(register, packs)) }
    })
    const words = translate(language)
    const counts = Object.fromEntries(
      counted.map((key) => [key, state[key].filter((record) => record.withdrawn === null).length]),
    )
    return {
      json: {
        counts,
        kris: kris.map(({ id, numerator, denominator, value, unit, status, parts }) => ({
          id,
          numerator,
          denominator,
          value,
          unit,
          status,
          parts,
        })),
      },
      lines: [
        words('cli.stats.heading', { day: asOf }),
        ...counted.map((key) => `  ${words(`noun.${nounOf[key]}.many`)}  ${String(counts[key] ?? 0)}`),
        '',
        ...kris.map((result) => figureLine(result, language)),
      ],
      exitCode: 0,
    }
  },
}

function figureLine(result: KriResult, language: Language): string {
  const words = translate(language)
  const value = valueStatement(result)
  const title = words(`kri.${result.id}.title`)
  const status = words(`status.${result.status}`)
  if (value === null || result.numerator === null || result.denominator === null)
    return words('cli.stats.figureWithoutValue', { id: result.id, title, status })
  return words('cli.stats.figure', {
    id: result.id,
    title,
    value: say(language, value),
    numerator: result.numerator,
    denominator: result.denominator,
    status,
  })
}

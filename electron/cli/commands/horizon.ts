/** `horizon [--on DATE]`: how each instrument and each dated event stands on a day. Needs no register. */
import { japanZone } from '#shared/domain/breach-clock.ts'
import { dayAt } from '#shared/domain/calendar-date.ts'
import { dateText } from '#shared/domain/horizon/horizon-date.ts'
import { eventOn, type RuleCheck, statusOn } from '#shared/domain/horizon/status-on.ts'
import { translate } from '#shared/locales/translate.ts'
import { shippedHorizon } from '#electron/register/horizon/shipped-horizon.ts'
import type { Command } from '../command.ts'
import { dayFrom } from '../days.ts'

export const horizonCommand: Command = {
  name: 'horizon',
  positionals: [],
  options: { on: { value: 'DATE', words: 'horizonOn' } },
  run({ options, language, surroundings, help }) {
    const words = translate(language)
    const content = shippedHorizon()
    const day = options.on === undefined ? dayAt(surroundings.clock(), japanZone) : dayFrom('--on', options.on, help)
    const instruments = content.instruments.map((each) => ({ each, ...statusOn(each, day, content) }))
    const events = content.events.map((each) => ({ each, ...eventOn(each, day, content) }))
    // That a day lies after the content is said once, above.
    const checked = (checks: readonly RuleCheck[]) =>
      checks.filter((check) => check !== 'AFTER_CONTENT').map((check) => `  ${words(`horizon.check.${check}`)}`)
    return Promise.resolve({
      json: [
        ...instruments.map(({ each, status }) => ({ id: each.id, status })),
        ...events.map(({ each, kind }) => ({ id: each.id, status: kind })),
      ],
      lines: [
        words('cli.horizon.heading', { day }),
        words('horizon.asOf', { asOf: content.asOf }),
        ...instruments.map(({ each, status, absent, checks }) => {
          const stands =
            status === null ? words(`horizon.absent.${absent ?? ''}`) : words(`requirement.status.${status}`)
          return [`  ${each.id}  ${each.label[language]}  ${stands}`, ...checked(checks)].join('')
        }),
        ...events.map(({ each, kind, checks }) => {
          const when = `${dateText(each.date)}  ${words(`horizon.kind.${kind}`)}`
          return [`  ${each.id}  ${each.label[language]}  ${when}`, ...checked(checks)].join('')
        }),
      ],
      exitCode: 0,
    })
  },
}

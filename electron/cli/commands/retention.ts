/** `retention FILE [--day DATE]`: whose names are due to be taken out, what keeps them, and the holds in force. */
import { translate } from '#shared/locales/translate.ts'
import { inLanguage } from '#shared/domain/text.ts'
import { retentionPicture } from '#electron/register/retention/retention-picture.ts'
import type { Command } from '../command.ts'
import { dayFrom } from '../days.ts'
import { withRegister } from '../open-register.ts'

export const retentionCommand: Command = {
  name: 'retention',
  positionals: ['FILE'],
  options: { day: { value: 'DATE', words: 'retentionDay' } },
  run({ files: [file = ''], options, surroundings, language, help }) {
    const day = options.day === undefined ? null : dayFrom('--day', options.day, help)
    const words = translate(language)
    return withRegister(file, { mode: 'read', surroundings }, (register) => {
      const { labels: _labels, ...picture } = retentionPicture(register, { day, standings: ['back', 'due', 'held'] })
      const holds = picture.holds.filter(({ inForce }) => inForce)
      return {
        json: picture,
        lines: [
          words('cli.retention.counts', {
            day: picture.day,
            due: picture.counts.due,
            held: picture.counts.held,
            back: picture.counts.back,
            rules: picture.rules.filter(({ withdrawn }) => withdrawn === null).length,
          }),
          ...picture.people.map(({ person, standing, dueOn }) =>
            words('cli.retention.person', {
              code: person.code,
              name: inLanguage(person.name, language),
              standing: words(`value.retentionStanding.${standing}`),
              dueOn: dueOn ?? '-',
            }),
          ),
          ...holds.map(({ matter, from, scope, personIds }) =>
            words('cli.retention.hold', {
              matter,
              from,
              scope: words(`value.holdScope.${scope}`),
              people: personIds.length,
            }),
          ),
          ...(picture.cleaningDueSince === null
            ? []
            : [words('cli.retention.cleaning', { since: picture.cleaningDueSince })]),
        ],
        exitCode: 0,
      }
    })
  },
}

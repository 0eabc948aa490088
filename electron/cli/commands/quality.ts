/** `quality FILE [--as-of DATE]`: what the rules of data quality find on a day, rule by rule. */
import { severities } from '#shared/domain/quality/quality-rule.ts'
import { translate } from '#shared/locales/translate.ts'
import { qualityOn } from '#electron/register/quality.ts'
import type { Command } from '../command.ts'
import { dayFrom } from '../days.ts'
import { withRegister } from '../open-register.ts'

export const qualityCommand: Command = {
  name: 'quality',
  positionals: ['FILE'],
  options: { 'as-of': { value: 'DATE', words: 'qualityAsOf' } },
  async run({ files: [file = ''], options, language, surroundings, help }) {
    const said = options['as-of']
    const asked = said === undefined ? null : dayFrom('--as-of', said, help)
    const { day, results } = await withRegister(file, { mode: 'read', surroundings }, (register) => {
      const { derived, results } = qualityOn(register, asked)
      return { day: derived.day, results }
    })
    const words = translate(language)
    const found = results.filter(({ findings }) => findings.length > 0)
    const count = (severity: (typeof severities)[number]) =>
      found.reduce((sum, { rule, findings }) => sum + (rule.severity === severity ? findings.length : 0), 0)
    return {
      json: {
        asOf: day,
        counts: Object.fromEntries(severities.map((severity) => [severity, count(severity)])),
        rules: results.map(({ rule, looked, findings }) => ({
          id: rule.id,
          severity: rule.severity,
          noun: rule.noun,
          field: rule.field,
          looked,
          codes: findings.map(({ code }) => code),
        })),
      },
      lines: [
        words('cli.quality.heading', { day }),
        ...found.map(({ rule, looked, findings }) =>
          words('cli.quality.rule', {
            id: rule.id,
            severity: words(`quality.severity.${rule.severity}`),
            found: findings.length,
            looked,
            sentence: words(`quality.rule.${rule.name}`),
          }),
        ),
      ],
      exitCode: 0,
    }
  },
}

/** `clock --trigger BR-n --learned INSTANT`: by when a leak is reported, counted in Japan time. Needs no register. */
import { type BreachTrigger, breachTriggers, clock, finalReportDays } from '#shared/domain/breach-clock.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Command } from '../command.ts'
import { instantFrom } from '../days.ts'

export const clockCommand: Command = {
  name: 'clock',
  positionals: [],
  options: {
    trigger: { value: 'BR-n', words: 'clockTrigger', required: true, choices: breachTriggers },
    learned: { value: 'INSTANT', words: 'clockLearned', required: true },
  },
  run({ options, language, help }) {
    const words = translate(language)
    // The choices of the option are the triggers.
    const trigger = options.trigger as BreachTrigger
    const deadlines = clock(trigger, instantFrom('--learned', options.learned ?? '', help))
    const { learnedOn, early, earlyLatest, final, finalExtended } = deadlines
    return Promise.resolve({
      json: { early, final },
      lines: [
        words('cli.clock.learned', { trigger, day: learnedOn }),
        words('cli.clock.early', { day: early, latest: earlyLatest }),
        words('cli.clock.final', { day: final, count: finalReportDays[trigger] }),
        ...(finalExtended === null ? [] : [words('cli.clock.extended', { day: finalExtended })]),
        words('cli.clock.counting'),
      ],
      exitCode: 0,
    })
  },
}

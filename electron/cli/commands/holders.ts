/** `holders FILE --system CODE --on DATE`: who answered for a system that day. */
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { Problem } from '#shared/domain/problem.ts'
import { inLanguage } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { currentState } from '#electron/register/store/replay.ts'
import type { Command } from '../command.ts'
import { dayFrom } from '../days.ts'
import { withRegister } from '../open-register.ts'

export const holdersCommand: Command = {
  name: 'holders',
  positionals: ['FILE'],
  options: {
    system: { value: 'CODE', words: 'system', required: true },
    on: { value: 'DATE', words: 'holdersOn', required: true },
  },
  async run({ files: [file = ''], options, language, surroundings, help }) {
    const code = options.system ?? ''
    const day = dayFrom('--on', options.on ?? '', help)
    const { state, system, on } = await withRegister(file, { mode: 'read', surroundings }, (register) => {
      const state = currentState(register.read)
      const system = state.systems.find((each) => each.code === code)
      if (system === undefined) throw new Problem('NOT_FOUND', { noun: 'system', id: code })
      return { state, system, on: new RegisterOn(state, day) }
    })
    const { state: standing, holding } = on.executive(system.id)
    // Names as the register writes them; a post that was abolished or is not an executive's has nobody who answers.
    const nameOf = (record: { readonly name: Parameters<typeof inLanguage>[0] } | null) =>
      record === null ? null : inLanguage(record.name, state.organisation.language)
    const post = on.post(holding.postId)
    const person = standing === 'held' ? on.person(holding.personId) : null
    const deputy = on.person(holding.deputyId)
    const { vacantSince } = holding
    const words = translate(language)
    const none = words('cli.holders.none')
    return {
      json: {
        system: system.code,
        on: day,
        post: nameOf(post),
        person: nameOf(person),
        deputy: nameOf(deputy),
        vacantSince,
        postCode: post?.code ?? null,
        personCode: person?.code ?? null,
        deputyCode: deputy?.code ?? null,
      },
      lines: [
        words('cli.holders.heading', { code: system.code, name: nameOf(system) ?? '', day }),
        words('cli.holders.post', { name: nameOf(post) ?? none }),
        words('cli.holders.person', { name: nameOf(person) ?? (post === null ? none : words('cli.holders.vacant')) }),
        ...(vacantSince === null ? [] : [words('cli.holders.since', { day: vacantSince })]),
        words('cli.holders.deputy', { name: nameOf(deputy) ?? none }),
      ],
      exitCode: 0,
    }
  },
}

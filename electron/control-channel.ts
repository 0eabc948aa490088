/**
 * The private channel between a shell and its register process: typed questions of the register process and the shell's
 * answers, over whatever carries messages (a forked child's channel, a utility process's parent port). The window never
 * sees it.
 */
import { Problem, type ProblemCode, type ProblemFacts } from '#shared/domain/problem.ts'
import type { ClosingAnswer } from '#shared/contract/application.ts'
import type { CommandId } from '#shared/domain/commands.ts'
import type { Choice, ChoiceRequest, JsonValue, PrintJob, Shell, Showing } from './shell.ts'

/** What the register process may ask, and what it is answered. */
interface Questions {
  choose: { readonly ask: ChoiceRequest; readonly answer: Choice }
  reveal: { readonly ask: string; readonly answer: null }
  print: { readonly ask: PrintJob; readonly answer: Uint8Array }
  showing: { readonly ask: Showing | null; readonly answer: null }
  answerClosing: { readonly ask: ClosingAnswer; readonly answer: null }
  readPreferences: { readonly ask: null; readonly answer: { [key: string]: JsonValue } }
  writePreference: { readonly ask: { key: string; value: JsonValue }; readonly answer: null }
}
type Question = keyof Questions

interface Ask {
  readonly kind: 'ask'
  readonly id: number
  readonly question: Question
  readonly ask: unknown
}
type Answer =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly code: ProblemCode; readonly facts: ProblemFacts }
export type ControlMessage = Ask | Answer

/** What a shell tells its register process unasked; all of it is for the window. */
export type ShellTold =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'open'; readonly files: readonly string[] }
  | { readonly kind: 'closing' }

type Send = (message: ControlMessage) => void

/** The shell as the register process sees it. `receive` takes the messages that arrive. */
export function shellOverChannel(
  kind: Shell['kind'],
  send: Send,
): { shell: Shell; receive: (message: ControlMessage) => void } {
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (problem: Problem) => void }>()
  let last = 0
  const ask = <Q extends Question>(question: Q, asked: Questions[Q]['ask']): Promise<Questions[Q]['answer']> =>
    new Promise<Questions[Q]['answer']>((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      send({ kind: 'ask', id: last, question, ask: asked })
    })
  return {
    shell: {
      kind,
      choose: (request) => ask('choose', request),
      reveal: async (path) => {
        await ask('reveal', path)
      },
      print: (job) => ask('print', job),
      showing: async (register) => {
        await ask('showing', register)
      },
      answerClosing: async (answer) => {
        await ask('answerClosing', answer)
      },
      preferences: {
        read: () => ask('readPreferences', null),
        write: async (key, value) => {
          await ask('writePreference', { key, value })
        },
      },
    },
    receive(message) {
      if (message.kind === 'ask') return
      const asker = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'answer') asker?.resolve(message.answer as never)
      else asker?.reject(new Problem(message.code, message.facts))
    },
  }
}

/** Answers the questions of a register process from a shell. */
export function answerFromShell(shell: Shell, send: Send): (message: ControlMessage) => void {
  const answers: { readonly [Q in Question]: (asked: Questions[Q]['ask']) => Promise<Questions[Q]['answer']> } = {
    choose: (asked) => shell.choose(asked),
    reveal: async (asked) => {
      await shell.reveal(asked)
      return null
    },
    print: (asked) => shell.print(asked),
    showing: async (asked) => {
      await shell.showing(asked)
      return null
    },
    answerClosing: async (asked) => {
      await shell.answerClosing(asked)
      return null
    },
    readPreferences: () => shell.preferences.read(),
    writePreference: async ({ key, value }) => {
      await shell.preferences.write(key, value)
      return null
    },
  }
  return (message) => {
    if (message.kind !== 'ask') return
    const { id, question } = message
    const answering = (answers[question] as (asked: unknown) => Promise<unknown>)(message.ask)
    answering.then(
      (answer) => {
        send({ kind: 'answer', id, answer })
      },
      (error: unknown) => {
        const problem = error instanceof Problem ? error : new Problem('INTERNAL', { detail: String(error) })
        send({ kind: 'refusal', id, code: problem.code, facts: problem.facts })
      },
    )
  }
}

import type { TorturePart } from '../part.ts'
import { tryAgreement } from './agreement.ts'

export const agreement: TorturePart = {
  name: 'agreement',
  promise: 'undo, history, replay and audit say the same after any sequence of changes',
  async run({ seed, share, until }) {
    try {
      const { sequences, commands } = await tryAgreement(Math.ceil(300 * share), seed, until)
      return { counts: { 'sequences of commands': sequences, commands }, broken: [] }
    } catch (error) {
      return { counts: {}, broken: [error instanceof Error ? error.message : String(error)] }
    }
  },
}

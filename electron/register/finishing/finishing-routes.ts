/** The operations of finishing a pack, over a desk. */
import type { FinishingState } from '#shared/contract/finishing.ts'
import { choicesOf, isOlderThanSnapshot, standardChoices } from '#shared/domain/finishing.ts'
import { appVersion, type Desk } from '../desk.ts'
import { os } from '../implementer.ts'
import { packInput } from '../pack-input.ts'
import { LabelCollector } from '../labels.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { notesOf, setupOf, signOffOf } from './finishing-records.ts'
import { statementOf } from './statement.ts'
import { confirmNote, saveSetup, signaturesAs, signOffPack, withdrawNote, writeNote } from './finishing.ts'
import { Problem } from '#shared/domain/problem.ts'

export function finishingRoutes(desk: Desk) {
  return {
    state: os.finishing.state.handler(({ input }) => finishingState(desk.register, input.packId)),
    writeNote: os.finishing.writeNote.handler(({ input }) => writeNote(desk.register, input)),
    confirmNote: os.finishing.confirmNote.handler(({ input }) => confirmNote(desk.register, input)),
    withdrawNote: os.finishing.withdrawNote.handler(({ input }) => withdrawNote(desk.register, input)),
    saveSetup: os.finishing.saveSetup.handler(({ input }) => saveSetup(desk.register, input)),
    signOff: os.finishing.signOff.handler(async ({ input }) => {
      const pack = recordTables.pack.get(desk.register.read, input.packId)
      // A pack that is not there is refused by the sign-off itself.
      const count =
        pack === undefined
          ? null
          : await desk.sheets.of(
              packInput(desk.register, pack, 'ja', appVersion),
              signaturesAs(desk.register, input.signatures),
            )
      return signOffPack(desk.register, input, count)
    }),
  }
}

function finishingState(register: Register, packId: string | null): FinishingState {
  const { read } = register
  const pack = packId === null ? null : recordTables.pack.get(read, packId)
  if (pack === undefined) throw new Problem('PACK_NOT_FOUND', { pack: packId })
  const setup = setupOf(read, packId)
  const signOff = signOffOf(read, packId)
  const labels = new LabelCollector()
  labels.add(register.personId)
  return {
    notes: notesOf(read, packId).map((note) => ({
      ...note,
      author: note.personId === null ? null : (recordTables.person.get(read, note.personId)?.name ?? null),
      older: signOff === null && isOlderThanSnapshot(note, pack?.cutOff ?? null),
    })),
    choices:
      signOff?.content.settings ?? (setup === null ? standardChoices(register.organisation()) : choicesOf(setup)),
    setupVersion: setup?.version ?? null,
    signOff,
    statement: pack === null ? null : statementOf(pack.code),
    labels: labels.labels(read),
  }
}

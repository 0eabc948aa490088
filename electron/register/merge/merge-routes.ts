/** The operations of the merge over a desk: the other register by its token, held between looks. */
import { basename, join } from 'node:path'
import type { Desk } from '../desk.ts'
import { entityTable, writeEntityFile } from '../entities.ts'
import { os } from '../implementer.ts'
import { labelOf } from '../labels.ts'
import { stagedProgressOf } from '../long-work.ts'
import { mergeRuns } from '../store/kept-log.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { inLanguage } from '#shared/domain/text.ts'
import { keptHistory, recordOrigin } from './kept-history.ts'
import { madeMergeReport, writeMergeReport } from './merge-report.ts'
import { MergeSession } from './merge-session.ts'

function runOf(read: ReadHandle, id: string): RecordOf<'mergeRun'> {
  const run = recordTables.mergeRun.get(read, id)
  if (run === undefined) throw new Problem('NOT_FOUND', { noun: 'mergeRun', id })
  return run
}

export function mergeRoutes(desk: Desk) {
  const session = new MergeSession()
  return {
    list: os.merging.list.handler(() => {
      const { read } = desk.register
      const unitOf = (id: string | null) => {
        const label = id === null ? null : labelOf(read, id)
        return label === null ? null : inLanguage(label.name, desk.language)
      }
      return [...mergeRuns(read)].reverse().map((run) => ({ run, unit: unitOf(run.entityUnitId) }))
    }),
    look: os.merging.look.handler(({ input, signal }) =>
      stagedProgressOf('reading', signal, (work) =>
        session.look(desk.register, desk.tokens.peek(input.token), input.answers, work),
      ),
    ),
    run: os.merging.run.handler(({ input, signal }) =>
      stagedProgressOf('comparing', signal, async (work) => {
        const { run, copy, counts } = await session.run(desk.register, desk.tokens.peek(input.token), input, work)
        return { run, copy: basename(copy), counts }
      }),
    ),
    entities: os.merging.entities.handler(({ input }) => entityTable(desk.register, input.day)),
    writeEntities: os.merging.writeEntities.handler(async ({ input }) => {
      const { register, tokens, language } = desk
      const folder = tokens.peek(input.folder)
      const { name, rows } = await writeEntityFile(register, { day: input.day, folder, language })
      return { name, rows, token: tokens.issue(join(folder, name)) }
    }),
    origin: os.merging.origin.handler(({ input }) => recordOrigin(desk.register.read, input.id)),
    history: os.merging.history.handler(({ input }) => keptHistory(desk.register.read, input.id)),
    report: os.merging.report.handler(({ input }) => {
      const { read } = desk.register
      return madeMergeReport(read, runOf(read, input.id))
    }),
    close: os.merging.close.handler(() => {
      session.close()
      return null
    }),
    writeReport: os.merging.writeReport.handler(async ({ input }) => {
      const { register, tokens, language } = desk
      const run = runOf(register.read, input.runId)
      const folder = tokens.peek(input.folder)
      const { name, rows } = await writeMergeReport(register, run, { folder, language })
      return { name, rows, token: tokens.issue(join(folder, name)) }
    }),
  }
}

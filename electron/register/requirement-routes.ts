/** The operations of requirements: what is asked and how it stands, answers, and packs that come in and go out. */
import { boardQuestions } from './requirements/board-questions.ts'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { RequirementPackFile } from '#shared/contract/requirement.ts'
import { libraryOf } from '#shared/domain/requirements/ciso-library.ts'
import type { Desk } from './desk.ts'
import { writeCsvFile } from './export/csv-file.ts'
import { writeNewFile } from './export/new-file.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { earlierPacks } from './earlier-packs.ts'
import { requirementFiles } from './export/requirement-files.ts'
import { allPacks } from './packs.ts'
import { heldHorizon } from './horizon/held-horizon.ts'
import { takeInHorizon } from './horizon/take-in.ts'
import { os } from './implementer.ts'
import { adoptIn, type Adopted, adoptShipped } from './requirements/adopt.ts'
import { answerRequirements, declareRequirementsNotApplicable } from './requirements/answers.ts'
import {
  headOf,
  itemDetail,
  packDetail,
  replacedBy,
  requirementOverview,
  requirementSuggestions,
  systemRequirements,
} from './requirements/coverage.ts'
import { heldById, heldPacks } from './requirements/held.ts'
import { linkControls } from './requirements/link-control.ts'
import { readPackFile } from './requirements/pack-file.ts'
import { requirementApplicability, requirementCoverage, requirementGaps } from './requirements/tables.ts'
import { currentState } from './store/replay.ts'

const adopted = ({ record, carried, reopened }: Adopted) => ({ id: record.id, carried, reopened })

export function requirementRoutes(desk: Desk) {
  return {
    overview: os.requirement.overview.handler(() => requirementOverview(desk.register)),
    pack: os.requirement.pack.handler(({ input }) => packDetail(desk.register, input.id)),
    item: os.requirement.item.handler(({ input }) => itemDetail(desk.register, input.id, input.itemId)),
    system: os.requirement.system.handler(({ input }) => systemRequirements(desk.register, input.id)),
    coverage: os.requirement.coverage.handler(() => requirementCoverage(desk.register)),
    gaps: os.requirement.gaps.handler(({ input }) => requirementGaps(desk.register, input)),
    applicability: os.requirement.applicability.handler(({ input }) =>
      requirementApplicability(desk.register, input.id),
    ),
    questions: os.requirement.questions.handler(() => boardQuestions(desk.register)),
    writeTable: os.requirement.writeTable.handler(async ({ input }) => {
      const { register, tokens } = desk
      const folder = tokens.peek(input.folder)
      const [state, day] = [currentState(register.read), register.today()]
      const figures = () => computeKris(state, day, earlierPacks(register, allPacks(register)))
      const file = requirementFiles(state, day, figures)[input.table]
      const { name } = await writeCsvFile(folder, file.name.replace('.csv', `-${register.today()}.csv`), file)
      return { name, token: tokens.issue(join(folder, name)) }
    }),
    adopt: os.requirement.adopt.handler(({ input }) =>
      adopted(adoptShipped(desk.register, { id: input.packId, version: input.packVersion })),
    ),
    lookInto: os.requirement.lookInto.handler(({ input }): RequirementPackFile => {
      const { packs, horizon, ...file } = readPackFile(desk.tokens.peek(input.token))
      const { read } = desk.register
      const current = heldPacks(read)
      return {
        ...file,
        packs: packs.map((pack) => ({ ...headOf(pack), replaces: replacedBy(pack, current) })),
        horizon: horizon && {
          version: horizon.version,
          title: horizon.title,
          asOf: horizon.asOf,
          events: horizon.events.length,
          replaces: heldHorizon(read)?.packVersion ?? null,
        },
      }
    }),
    install: os.requirement.install.handler(({ input }) => {
      const { packs, horizon, origin, fileName } = readPackFile(desk.tokens.peek(input.token))
      const operation = horizon === null ? 'requirement.adopt' : 'horizon.takeIn'
      return desk.register.change({ operation }, (change) => {
        const taken = horizon && takeInHorizon(change, horizon, { origin, fileName })
        return {
          packs: packs.map((pack) => adopted(adoptIn(change, pack, { origin, fileName }))),
          horizon: taken && { added: taken.added, changed: taken.changed },
        }
      })
    }),
    answer: os.requirement.answer.handler(({ input }) => answerRequirements(desk.register, input)),
    declareNotApplicable: os.requirement.declareNotApplicable.handler(({ input }) =>
      declareRequirementsNotApplicable(desk.register, input),
    ),
    linkControls: os.requirement.linkControls.handler(({ input }) => linkControls(desk.register, input)),
    suggestions: os.requirement.suggestions.handler(({ input }) => requirementSuggestions(desk.register, input.id)),
    writeLibrary: os.requirement.writeLibrary.handler(({ input }) => {
      const { content } = heldById(desk.register, input.id)
      const text = stringify(libraryOf(content, desk.register.organisation().language))
      const name = `${content.id}-${content.version}.yaml`.replace(/[^\p{L}\p{N}.-]+/gu, '-')
      const folder = desk.tokens.peek(input.folder)
      const written = writeNewFile(folder, name, Buffer.from(text, 'utf8'))
      return { name: written, token: desk.tokens.issue(join(folder, written)) }
    }),
  }
}

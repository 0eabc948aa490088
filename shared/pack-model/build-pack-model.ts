/**
 * A frozen register as the pages of a board pack. Pure: the same snapshot, the same pages. Facts come from the snapshot; what is
 * asked of the board, commentary, choices and signatures come in beside it: they are written after the lock.
 */
import { fiscalQuarterOf } from '../domain/calendar-date.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { annexPage } from './annexes/annex-pages.ts'
import { accountabilityPage } from './accountability-page.ts'
import { actionsPage } from './actions-page.ts'
import { boardQuestionsPage } from './board-questions-page.ts'
import { controlsPage } from './controls-page.ts'
import { dataQualityPage } from './data-quality-page.ts'
import { decisionsPage } from './decisions-page.ts'
import { entitiesPage, packEntity } from './entities-page.ts'
import { createContext, type PackContext } from './pack-context.ts'
import { limitsPage } from './limits-page.ts'
import { entitiesOf } from '../domain/entity-scope.ts'
import { type PackSection, sectionsOfWhole } from '../domain/finishing.ts'
import type { PackEntity, PackInput, PackModel, PackPage } from './pages.ts'
import { horizonPage } from './horizon-page.ts'
import { privacyPage } from './privacy-page.ts'
import { readinessPage } from './readiness-page.ts'
import { requirementsPage } from './requirements-page.ts'
import { type RecordsBehind, recordsBehind } from './records-behind.ts'
import { riskProfilePage } from './risk-profile-page.ts'
import { summaryPage } from './summary-page.ts'
import { thirdPartiesPage } from './third-parties-page.ts'
import { topRisksPage } from './top-risks-page.ts'

export function buildPackModel(input: PackInput): PackModel {
  return modelOf(input, createContext(input))
}

/** The pages, and the records behind the numbers on them. */
export function buildShownPack(input: PackInput): ShownPack {
  const context = createContext(input)
  const model = modelOf(input, context)
  return { model, behind: recordsBehind(context, model) }
}

export interface ShownPack {
  readonly model: PackModel
  readonly behind: RecordsBehind
}

function modelOf(input: PackInput, context: PackContext): PackModel {
  const { organisation } = input.snapshot
  const period = fiscalQuarterOf(input.asOf, organisation.fiscalStartMonth)
  const quarter = statement('pack.period', { year: period.year, quarter: period.quarter })
  return {
    language: input.language,
    bilingual: input.bilingual === true && input.language === 'ja',
    state: stateOf(input),
    commentary: input.finishing.commentary,
    draft: input.code === null,
    sample: input.sample,
    code: input.code,
    title: input.title,
    organisation: organisation.name,
    entity: input.entity == null ? null : packEntity(input.entity),
    entities: entitiesFor(input),
    classification: input.finishing.choices.classification,
    period,
    asOf: input.asOf,
    cutOff: input.cutOff,
    lockedAt: input.lockedAt,
    dataDigest: input.dataDigest,
    preparedBy: input.preparedBy,
    previous: input.previous && { code: input.previous.code, asOf: input.previous.asOf },
    heading: headingOf(input, quarter),
    identity: identityOf(input),
    standing: standingOf(input),
    pages: pagesOf(context),
  }
}

/** The heads of all pages say whose they are. */
function headingOf({ title, entity }: PackInput, quarter: Statement): Statement {
  const heading =
    title === null ? statement('pack.heading', { quarter }) : statement('pack.headingTitled', { title, quarter })
  return entity == null ? heading : statement('pack.headingEntity', { heading, entity: entity.name })
}

function entitiesFor({ snapshot }: PackInput): readonly PackEntity[] {
  const entities = entitiesOf(snapshot.units)
  return entities.length < 2 ? [] : entities.map(packEntity)
}

/** Some only where the register has what they are about. */
const makers: Readonly<Record<PackSection, (context: PackContext, number: number) => PackPage | null>> = {
  summary: summaryPage,
  decisions: decisionsPage,
  riskProfile: riskProfilePage,
  topRisks: topRisksPage,
  controls: controlsPage,
  accountability: accountabilityPage,
  limits: limitsPage,
  actions: actionsPage,
  requirements: requirementsPage,
  boardQuestions: boardQuestionsPage,
  thirdParties: thirdPartiesPage,
  privacy: privacyPage,
  horizon: horizonPage,
  readiness: readinessPage,
  entities: entitiesPage,
  dataQuality: dataQualityPage,
}

/** Those that were chosen, in their order, which is that of the figures' running numbers. */
function pagesOf(context: PackContext): readonly PackPage[] {
  const pages: PackPage[] = []
  for (const section of sectionsOf(context.input)) {
    const page = makers[section](context, pages.length + 1)
    if (page !== null) pages.push(page)
  }
  for (const annex of context.input.finishing.choices.annexes) pages.push(annexPage(annex, context, pages.length + 1))
  return pages
}

/** In a pack for one legal entity without those of the whole, and without requests where none is about its records. */
function sectionsOf({ entity, decisions, finishing }: PackInput): readonly PackSection[] {
  const { sections } = finishing.choices
  if (entity == null) return sections
  return sections.filter(
    (section) => !sectionsOfWhole.includes(section) && (section !== 'decisions' || decisions.asked.length > 0),
  )
}

function identityOf(input: PackInput): Statement {
  if (input.code === null || input.dataDigest === null) return statement('pack.identityDraft', { day: input.asOf })
  const digest = beginningOf(input.dataDigest)
  const { packDigest } = input.finishing
  return packDigest === null
    ? statement('pack.identity', { code: input.code, digest })
    : statement('pack.identityFinal', { code: input.code, digest, pack: beginningOf(packDigest) })
}

/** The first 16 digits, by fours. */
function beginningOf(digest: string): string {
  return digest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
}

function stateOf(input: PackInput): PackModel['state'] {
  if (input.code === null) return 'draft'
  return input.finishing.signOff === null ? 'locked' : 'final'
}

function standingOf(input: PackInput): Statement {
  const state = statement(`pack.${stateOf(input)}`)
  const by =
    input.preparedBy === null
      ? statement('pack.preparerNotRecorded')
      : statement('pack.preparedBy', { name: input.preparedBy })
  return statement(input.sample ? 'pack.standingSample' : 'pack.standing', { state, by })
}

/** What follows the pages of a pack where it was chosen: how figures are defined, words, the worst risks one by one, an extract. */
import type { PackAnnex } from '../../domain/finishing.ts'
import { statement } from '../../domain/statement.ts'
import type { PackContext } from '../pack-context.ts'
import { capped } from '../pack-context.ts'
import type { AnnexPage } from '../pages.ts'
import { definitionRows } from './definition-rows.ts'
import { riskDetails } from './risk-details.ts'
import { riskExtract, systemExtract } from './extract-rows.ts'
import { glossaryTerms } from './glossary-terms.ts'

/** Two hundred rows in all: a longer list is read in its file. */
const extractRows = 100

export function annexPage(annex: PackAnnex, context: PackContext, number: number): AnnexPage {
  const page = { number, orientation: 'portrait', lead: [] } as const
  switch (annex) {
    case 'A1': {
      const rows = definitionRows(context)
      return {
        ...page,
        key: 'annexDefinitions',
        name: statement('pack.page.annexDefinitions'),
        title: statement('pack.annex.definitions', { count: rows.length }),
        definitions: context.figure('annexDefinitions', rows, { meaning: statement('pack.meaning.annexDefinitions') }),
      }
    }
    case 'A2':
      return {
        ...page,
        key: 'annexGlossary',
        name: statement('pack.page.annexGlossary'),
        title: statement('pack.annex.glossary', { count: glossaryTerms.length }),
        glossary: context.figure('annexGlossary', glossaryTerms, { meaning: statement('pack.meaning.annexGlossary') }),
      }
    case 'A3': {
      const most = context.input.finishing.choices.topRisks
      const details = riskDetails(context, context.positions.slice(0, most))
      return {
        ...page,
        key: 'annexRisks',
        name: statement('pack.page.annexRisks'),
        title: statement(details.length === 0 ? 'pack.annex.noRisks' : 'pack.annex.risks', { count: details.length }),
        risks: context.figure('annexRisks', details),
      }
    }
    case 'A4': {
      const systems = systemExtract(context)
      const risks = riskExtract(context)
      return {
        ...page,
        key: 'annexExtract',
        name: statement('pack.page.annexExtract'),
        title: statement('pack.annex.extract', { systems: systems.length, risks: risks.length }),
        systems: context.figure('annexSystems', capped(systems, extractRows, 'systems')),
        risks: context.figure('annexOpenRisks', capped(risks, extractRows, 'risks')),
      }
    }
  }
}

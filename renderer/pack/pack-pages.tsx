/**
 * The board pack: the same pages in the window, on screen for directors and in the PDF. Draws a model and knows nothing else;
 * white in either theme.
 */
import { type CSSProperties, memo } from 'react'
import './pack.css'
import { tokenProperties } from '#renderer/theme/tokens.ts'
import type { Language } from '#shared/domain/text.ts'
import type { PackModel, PackPage } from '#shared/pack-model/pages.ts'
import { AnnexDefinitionsContent, AnnexGlossaryContent } from './annex-definitions.tsx'
import { AnnexExtractContent, AnnexRisksContent } from './annex-risks.tsx'
import { AccountabilityContent } from './accountability-page.tsx'
import { ActionsContent } from './actions-page.tsx'
import { BoardQuestionsContent } from './board-questions-page.tsx'
import { CommentaryProvider } from './pack-commentary.tsx'
import { ControlsContent } from './controls-page.tsx'
import { DataQualityContent } from './data-quality-page.tsx'
import { DecisionsContent } from './decisions-page.tsx'
import { PackSheet } from './pack-sheet.tsx'
import { EntitiesContent } from './entities-page.tsx'
import { furnitureOf } from './page-furniture.tsx'
import { PackWordsProvider } from './pack-words.tsx'
import { LimitsContent } from './limits-page.tsx'
import { HorizonContent } from './horizon-page.tsx'
import { PrivacyContent } from './privacy-page.tsx'
import { ReadinessContent } from './readiness-page.tsx'
import { RequirementsContent } from './requirements-page.tsx'
import { RiskProfileContent } from './risk-profile-page.tsx'
import { SummaryContent } from './summary-page.tsx'
import { ThirdPartiesContent } from './third-parties-page.tsx'
import { TopRisksContent } from './top-risks-page.tsx'

interface Props {
  model: PackModel
  language: Language
  /** Its number: this page alone. */
  only?: number
}

/** Paper is white in a dark window too. */
const paper = tokenProperties('paper') as CSSProperties

/** Drawn again only for another model, language or page: fitting rows to their sheets takes longer than anything around them. */
export const PackPages = memo(function PackPages({ model, language, only }: Props) {
  const furniture = furnitureOf(model, language)
  const shown = only === undefined ? model.pages : model.pages.filter(({ number }) => number === only)
  return (
    <PackWordsProvider language={language} bilingual={model.bilingual}>
      <CommentaryProvider of={model.commentary}>
        <div className="pack" lang={language} style={paper}>
          {shown.map((page) => (
            <PackSheet key={page.key} page={page} pages={model.pages.length} furniture={furniture}>
              <PageContent page={page} model={model} />
            </PackSheet>
          ))}
        </div>
      </CommentaryProvider>
    </PackWordsProvider>
  )
})

function PageContent({ page, model }: { page: PackPage; model: PackModel }) {
  switch (page.key) {
    case 'summary':
      return <SummaryContent page={page} />
    case 'decisions':
      return <DecisionsContent page={page} />
    case 'riskProfile':
      return <RiskProfileContent page={page} first={model.previous === null} />
    case 'topRisks':
      return <TopRisksContent page={page} first={model.previous === null} />
    case 'controls':
      return <ControlsContent page={page} />
    case 'accountability':
      return <AccountabilityContent page={page} />
    case 'limits':
      return <LimitsContent page={page} />
    case 'actions':
      return <ActionsContent page={page} asOf={model.asOf} />
    case 'requirements':
      return <RequirementsContent page={page} />
    case 'boardQuestions':
      return <BoardQuestionsContent page={page} />
    case 'thirdParties':
      return <ThirdPartiesContent page={page} />
    case 'privacy':
      return <PrivacyContent page={page} />
    case 'horizon':
      return <HorizonContent page={page} />
    case 'readiness':
      return <ReadinessContent page={page} />
    case 'entities':
      return <EntitiesContent page={page} />
    case 'dataQuality':
      return <DataQualityContent page={page} />
    case 'annexDefinitions':
      return <AnnexDefinitionsContent page={page} />
    case 'annexGlossary':
      return <AnnexGlossaryContent page={page} />
    case 'annexRisks':
      return <AnnexRisksContent page={page} />
    case 'annexExtract':
      return <AnnexExtractContent page={page} />
  }
}

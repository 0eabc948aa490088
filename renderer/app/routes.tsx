/** Which path shows which screen. Paths are spelled as the nouns are. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Route, Switch } from 'wouter'
import { useRegister } from '#renderer/api/status.ts'
import { AccountabilityScreen } from '#renderer/features/accountability/accountability-screen.tsx'
import { acceptanceScreen } from '#renderer/features/acceptance/acceptance-screen.tsx'
import { actionScreen } from '#renderer/features/action/action-screen.tsx'
import { CatalogueScreen } from '#renderer/features/check-point/catalogue-screen.tsx'
import { checkPointScreen } from '#renderer/features/check-point/check-point-screen.tsx'
import { CompareScreen } from '#renderer/features/contract/compare-screen.tsx'
import { contractReadingScreen } from '#renderer/features/contract/contract-reading-screen.tsx'
import { ReadingScreen } from '#renderer/features/contract/reading-screen.tsx'
import { contractScreen } from '#renderer/features/contract/contract-screen.tsx'
import { controlScreen } from '#renderer/features/control/control-screen.tsx'
import { BoardCalendarScreen } from '#renderer/features/decision/board-calendar-screen.tsx'
import { decisionScreen } from '#renderer/features/decision/decision-screen.tsx'
import { meetingScreen } from '#renderer/features/decision/meeting-screen.tsx'
import { directionScreen } from '#renderer/features/direction/direction-screen.tsx'
import { MirrorScreen } from '#renderer/features/direction/mirror-screen.tsx'
import { evidenceScreen } from '#renderer/features/evidence/evidence-screen.tsx'
import { enforcementScreen } from '#renderer/features/enforcement/enforcement-screen.tsx'
import { FiguresScreen } from '#renderer/features/figure/figures-screen.tsx'
import { findingScreen } from '#renderer/features/finding/finding-screen.tsx'
import { HandoverScreen } from '#renderer/features/handover/handover-screen.tsx'
import { HandoverSheetScreen } from '#renderer/features/handover/handover-sheet-screen.tsx'
import { EntryScreen } from '#renderer/features/horizon/entry-screen.tsx'
import { HorizonScreen } from '#renderer/features/horizon/horizon-screen.tsx'
import { ruleAssessmentScreen } from '#renderer/features/horizon/rule-assessment-screen.tsx'
import { ImportScreen } from '#renderer/features/import/import-screen.tsx'
import { jurisdictionProfileScreen } from '#renderer/features/jurisdiction/jurisdiction-profile-screen.tsx'
import { outwardAccountScreen } from '#renderer/features/readiness/outward-account-screen.tsx'
import { ReadinessScreen } from '#renderer/features/readiness/readiness-screen.tsx'
import { LicencesScreen } from '#renderer/features/licences/licences-screen.tsx'
import { incidentScreen } from '#renderer/features/incident/incident-screen.tsx'
import { intakeScreen } from '#renderer/features/intake/intake-screen.tsx'
import { LogScreen } from '#renderer/features/history/log-screen.tsx'
import { ManualScreen } from '#renderer/features/manual/manual-screen.tsx'
import { observationScreen } from '#renderer/features/observation/observation-screen.tsx'
import { EntityScreen } from '#renderer/features/entity/entity-screen.tsx'
import { BackupScreen } from '#renderer/features/backup/backup-screen.tsx'
import { MergeScreen } from '#renderer/features/merge/merge-screen.tsx'
import { OverviewScreen } from '#renderer/features/overview/overview-screen.tsx'
import { PackCompareScreen } from '#renderer/features/pack/compare-screen.tsx'
import { AttestationScreen } from '#renderer/features/attestation/attestation-screen.tsx'
import { CampaignsScreen } from '#renderer/features/attestation/campaigns-screen.tsx'
import { PackScreen } from '#renderer/features/pack/pack-screen.tsx'
import { VerifyScreen } from '#renderer/features/pack/verify-screen.tsx'
import { PackViewScreen } from '#renderer/features/pack/pack-view-screen.tsx'
import { personScreen } from '#renderer/features/person/person-screen.tsx'
import { consentScreen } from '#renderer/features/privacy/consent-screen.tsx'
import { dataUseScreen } from '#renderer/features/privacy/data-use-screen.tsx'
import { deidentificationScreen } from '#renderer/features/privacy/deidentification-screen.tsx'
import { dpiaScreen } from '#renderer/features/privacy/dpia-screen.tsx'
import { PrivacyOverviewScreen } from '#renderer/features/privacy/overview-screen.tsx'
import { StatisticsReadinessScreen } from '#renderer/features/privacy/readiness-screen.tsx'
import { policyScreen } from '#renderer/features/policy/policy-screen.tsx'
import { postScreen } from '#renderer/features/post/post-screen.tsx'
import { LibraryScreen } from '#renderer/features/library/library-screen.tsx'
import { RetentionScreen } from '#renderer/features/retention/retention-screen.tsx'
import { riskScreen } from '#renderer/features/risk/risk-screen.tsx'
import { SettingsScreen } from '#renderer/features/organisation/settings-screen.tsx'
import { systemScreen } from '#renderer/features/system/system-screen.tsx'
import { TrainingByRoleScreen } from '#renderer/features/training/training-by-role-screen.tsx'
import { VendorConcentrationScreen } from '#renderer/features/third-party/concentration-screen.tsx'
import { ContractSheetScreen } from '#renderer/features/contract/contract-sheet-screen.tsx'
import { ContractMatrixScreen } from '#renderer/features/third-party/matrix-screen.tsx'
import { ContractPositionsScreen } from '#renderer/features/third-party/positions-screen.tsx'
import { trainingScreen } from '#renderer/features/training/training-screen.tsx'
import { unitScreen } from '#renderer/features/unit/unit-screen.tsx'
import { vendorScreen } from '#renderer/features/vendor/vendor-screen.tsx'
import { OwnerQuestionsScreen } from '#renderer/features/owner-questions/owner-questions-screen.tsx'
import { QualityScreen } from '#renderer/features/quality/quality-screen.tsx'
import { ApplicabilityScreen } from '#renderer/features/requirement/applicability-screen.tsx'
import { BoardQuestionsScreen } from '#renderer/features/requirement/board-questions-screen.tsx'
import { CoverageScreen } from '#renderer/features/requirement/coverage-screen.tsx'
import { GapsScreen } from '#renderer/features/requirement/gaps-screen.tsx'
import { PackItemsScreen } from '#renderer/features/requirement/pack-items-screen.tsx'
import { RequirementsScreen } from '#renderer/features/requirement/requirements-screen.tsx'
import { SystemRequirementsScreen } from '#renderer/features/requirement/system-requirements-screen.tsx'
import { QuestionnaireScreen } from '#renderer/features/vendor/questionnaire-screen.tsx'
import { WorkCalendarScreen } from '#renderer/features/work-queue/work-calendar-screen.tsx'
import { WorkGroupsScreen } from '#renderer/features/work-queue/work-groups-screen.tsx'
import { WorkLettersScreen } from '#renderer/features/work-queue/work-letters-screen.tsx'
import { WorkScreen } from '#renderer/features/work-queue/work-screen.tsx'
import { CreateScreen } from '#renderer/records/create-screen.tsx'
import { ListScreen } from '#renderer/records/list/list-screen.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { RecordScreen } from '#renderer/records/record-screen.tsx'
import { workGroupings } from '#shared/contract/work-queue.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { DisplaySheet } from './display/display-choices.tsx'
import { nounPath } from '#renderer/records/noun-path.ts'
import { recordNouns } from '#shared/domain/import-record/record-targets.ts'

export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <OverviewScreen />
      </Route>
      <Route path="/accountability">
        <AccountabilityScreen tabs={<Tabs current="accountability" tabs={accountabilityTabs} />} />
      </Route>
      {nounRoutes(systemScreen, <Tabs current="system" tabs={systemTabs} />)}
      {nounRoutes(intakeScreen, <Tabs current="intake" tabs={systemTabs} />)}
      {nounRoutes(riskScreen, <Tabs current="risk" tabs={riskTabs} />)}
      <Route path="/library">
        <LibraryScreen tabs={<Tabs current="library" tabs={riskTabs} />} />
      </Route>
      {nounRoutes(controlScreen, <Tabs current="control" tabs={controlTabs} />)}
      {nounRoutes(evidenceScreen, <Tabs current="evidence" tabs={controlTabs} />)}
      {nounRoutes(actionScreen)}
      {nounRoutes(acceptanceScreen)}
      {nounRoutes(dataUseScreen, <Tabs current="dataUse" tabs={privacyTabs} />)}
      {nounRoutes(dpiaScreen, <Tabs current="dpia" tabs={privacyTabs} />)}
      {nounRoutes(deidentificationScreen, <Tabs current="deidentification" tabs={privacyTabs} />)}
      {nounRoutes(consentScreen, <Tabs current="consent" tabs={privacyTabs} />)}
      <Route path="/privacy">
        <PrivacyOverviewScreen tabs={<Tabs current="privacy" tabs={privacyTabs} />} />
      </Route>
      <Route path="/statistics-readiness">
        <StatisticsReadinessScreen tabs={<Tabs current="statistics-readiness" tabs={privacyTabs} />} />
      </Route>
      {nounRoutes(vendorScreen, <Tabs current="vendor" tabs={thirdPartyTabs} />)}
      {nounRoutes(contractScreen, <Tabs current="contract" tabs={thirdPartyTabs} />)}
      <Route path="/contract-reading">
        <ListScreen screen={contractReadingScreen} tabs={<Tabs current="contractReading" tabs={thirdPartyTabs} />} />
      </Route>
      <Route path="/contract-reading/:id/history">
        {({ id }) => <RecordScreen key={id} screen={contractReadingScreen} id={id} history />}
      </Route>
      <Route path="/contract-reading/:id/compare">{({ id }) => <CompareScreen key={id} id={id} />}</Route>
      <Route path="/contract-reading/:id">{({ id }) => <ReadingScreen key={id} id={id} />}</Route>
      <Route path="/check-point/catalogue">
        <CatalogueScreen tabs={<Tabs current="checkPoint" tabs={thirdPartyTabs} />} />
      </Route>
      {nounRoutes(checkPointScreen, <Tabs current="checkPoint" tabs={thirdPartyTabs} />)}
      <Route path="/contract-matrix">
        <ContractMatrixScreen tabs={<Tabs current="contract-matrix" tabs={thirdPartyTabs} />} />
      </Route>
      <Route path="/contract-positions">
        <ContractPositionsScreen tabs={<Tabs current="contract-positions" tabs={thirdPartyTabs} />} />
      </Route>
      <Route path="/vendor-concentration">
        <VendorConcentrationScreen tabs={<Tabs current="vendor-concentration" tabs={thirdPartyTabs} />} />
      </Route>
      <Route path="/contract-sheet/:id">{({ id }) => <ContractSheetScreen key={id} id={id} />}</Route>
      {nounRoutes(incidentScreen, <Tabs current="incident" tabs={incidentTabs} />)}
      {nounRoutes(enforcementScreen, <Tabs current="enforcement" tabs={incidentTabs} />)}
      {nounRoutes(decisionScreen, <Tabs current="decision" tabs={decisionTabs} />)}
      {nounRoutes(meetingScreen, <Tabs current="meeting" tabs={decisionTabs} />)}
      <Route path="/board-calendar">
        <BoardCalendarScreen tabs={<Tabs current="board-calendar" tabs={decisionTabs} />} />
      </Route>
      {nounRoutes(findingScreen, <Tabs current="finding" tabs={oversightTabs} />)}
      {nounRoutes(observationScreen, <Tabs current="observation" tabs={oversightTabs} />)}
      {nounRoutes(policyScreen, <Tabs current="policy" tabs={oversightTabs} />)}
      {nounRoutes(trainingScreen, <Tabs current="training" tabs={oversightTabs} />)}
      <Route path="/training-by-role">
        <TrainingByRoleScreen tabs={<Tabs current="training-by-role" tabs={oversightTabs} />} />
      </Route>
      {nounRoutes(postScreen, <Tabs current="post" tabs={accountabilityTabs} />)}
      {nounRoutes(personScreen, <Tabs current="person" tabs={accountabilityTabs} />)}
      {nounRoutes(unitScreen, <Tabs current="unit" tabs={accountabilityTabs} />)}
      <Route path="/handover">
        <HandoverScreen tabs={<Tabs current="handover" tabs={accountabilityTabs} />} />
      </Route>
      <Route path="/attestation">
        <CampaignsScreen tabs={<Tabs current="attestation" tabs={accountabilityTabs} />} />
      </Route>
      <Route path="/attestation/:postId">{({ postId }) => <AttestationScreen key={postId} postId={postId} />}</Route>
      <Route path="/handover/:transaction">
        {({ transaction }) => <HandoverSheetScreen key={transaction} transaction={Number(transaction)} />}
      </Route>
      <Route path="/work-queue">
        <WorkScreen />
      </Route>
      {workGroupings.map((by) => (
        <Route key={by} path={`/work-queue/${by}`}>
          <WorkGroupsScreen by={by} />
        </Route>
      ))}
      <Route path="/work-queue/calendar">
        <WorkCalendarScreen />
      </Route>
      <Route path="/work-queue/letters">
        <WorkLettersScreen />
      </Route>
      <Route path="/requirement">
        <RequirementsScreen />
      </Route>
      <Route path="/requirement/coverage">
        <CoverageScreen />
      </Route>
      <Route path="/requirement/gaps">
        <GapsScreen />
      </Route>
      <Route path="/requirement/applicability">
        <ApplicabilityScreen />
      </Route>
      <Route path="/requirement/questions">
        <BoardQuestionsScreen />
      </Route>
      <Route path="/requirement/system/:id">{({ id }) => <SystemRequirementsScreen key={id} id={id} />}</Route>
      <Route path="/requirement/:id">{({ id }) => <PackItemsScreen key={id} id={id} />}</Route>
      <Route path="/vendor/:id/questionnaire">{({ id }) => <QuestionnaireScreen key={id} vendorId={id} />}</Route>
      <Route path="/mirror/import">
        <ImportScreen noun="direction" />
      </Route>
      <Route path="/mirror/:item?">{({ item }) => <MirrorScreen item={item} />}</Route>
      {nounRoutes(directionScreen)}
      <Route path="/horizon">
        <HorizonScreen tabs={<Tabs current="horizon" tabs={horizonTabs} />} />
      </Route>
      <Route path="/horizon/:id">{({ id }) => <EntryScreen key={id} id={decodeURIComponent(id)} />}</Route>
      {nounRoutes(ruleAssessmentScreen, <Tabs current="ruleAssessment" tabs={horizonTabs} />)}
      {nounRoutes(jurisdictionProfileScreen, <Tabs current="jurisdictionProfile" tabs={horizonTabs} />)}
      <Route path="/readiness">
        <ReadinessScreen tabs={<Tabs current="readiness" tabs={horizonTabs} />} />
      </Route>
      {nounRoutes(outwardAccountScreen, <Tabs current="outwardAccount" tabs={horizonTabs} />)}
      <Route path="/import">
        <ImportScreen noun="system" />
      </Route>
      <Route path="/import/:noun">
        {({ noun: address }) => {
          const noun = recordNouns.find((each) => nounPath(each) === `/${address}`)
          return noun === undefined ? <NoSuchScreen /> : <ImportScreen key={noun} noun={noun} />
        }}
      </Route>
      <Route path="/settings">
        <SettingsScreen display={<DisplaySheet />} />
      </Route>
      <Route path="/pack">
        <PackScreen locking={false} />
      </Route>
      <Route path="/pack/lock">
        <PackScreen locking />
      </Route>
      <Route path="/pack/verify">
        <VerifyScreen />
      </Route>
      <Route path="/pack/compare">
        <PackCompareScreen />
      </Route>
      <Route path="/pack/compare/:id">{({ id }) => <PackCompareScreen key={id} id={id} />}</Route>
      <Route path="/pack/:id">{({ id }) => <PackViewScreen key={id} id={id} />}</Route>
      <Route path="/figure">
        <FiguresScreen tabs={<Tabs current="figure" tabs={figureTabs} />} />
      </Route>
      <Route path="/entity">
        <EntityScreen tabs={<Tabs current="entity" tabs={figureTabs} />} />
      </Route>
      <Route path="/quality/:rule?">
        {({ rule }) => <QualityScreen rule={rule} tabs={<Tabs current="quality" tabs={qualityTabs} />} />}
      </Route>
      <Route path="/owner-questions">
        <OwnerQuestionsScreen tabs={<Tabs current="owner-questions" tabs={qualityTabs} />} />
      </Route>
      <Route path="/log">
        <LogScreen tabs={<Tabs current="log" tabs={logTabs} />} />
      </Route>
      <Route path="/merge/:id?">
        {({ id }) => <MergeScreen id={id} tabs={<Tabs current="merge" tabs={logTabs} />} />}
      </Route>
      <Route path="/backup">
        <BackupScreen tabs={<Tabs current="backup" tabs={logTabs} />} />
      </Route>
      <Route path="/retention">
        <RetentionScreen tabs={<Tabs current="retention" tabs={logTabs} />} />
      </Route>
      <Route path="/manual/:chapter?/:part?">
        {({ chapter, part }) => <ManualScreen chapter={chapter} part={part} />}
      </Route>
      <Route path="/licences">
        <LicencesScreen />
      </Route>
      <Route>
        <NoSuchScreen />
      </Route>
    </Switch>
  )
}

const accountabilityTabs = ['accountability', 'post', 'person', 'unit', 'attestation', 'handover'] as const
const systemTabs = ['system', 'intake'] as const
const riskTabs = ['risk', 'library'] as const
const figureTabs = ['figure', 'entity'] as const
const qualityTabs = ['quality', 'owner-questions'] as const
const logTabs = ['log', 'merge', 'backup', 'retention'] as const
const controlTabs = ['control', 'evidence'] as const
const horizonTabs = ['horizon', 'ruleAssessment', 'jurisdictionProfile', 'readiness', 'outwardAccount'] as const
const decisionTabs = ['decision', 'meeting', 'board-calendar'] as const
const incidentTabs = ['incident', 'enforcement'] as const
const oversightTabs = ['finding', 'observation', 'policy', 'training', 'training-by-role'] as const
const thirdPartyTabs = [
  'vendor',
  'contract',
  'contractReading',
  'checkPoint',
  'contract-matrix',
  'contract-positions',
  'vendor-concentration',
] as const
const privacyTabs = ['dataUse', 'dpia', 'deidentification', 'consent', 'privacy', 'statistics-readiness'] as const
/** Tabs that are no list of a noun, and their words. */
const otherTabs = {
  accountability: 'app.chart',
  handover: 'handover.title',
  attestation: 'attestation.campaigns',
  horizon: 'horizon.tab',
  readiness: 'readiness.tab',
  'board-calendar': 'decision.calendar',
  'training-by-role': 'training.byRole',
  library: 'library.tab',
  figure: 'nav.figure',
  entity: 'entity.title',
  log: 'nav.log',
  merge: 'merge.title',
  backup: 'backup.title',
  retention: 'retention.tab',
  quality: 'nav.quality',
  'owner-questions': 'ownerQuestions.tab',
  'contract-matrix': 'contractMatrix.tab',
  'contract-positions': 'contractPosition.title',
  'vendor-concentration': 'vendorConcentration.title',
  privacy: 'privacyFigure.tab',
  'statistics-readiness': 'privacyFigure.readiness.tab',
} as const

function NoSuchScreen() {
  const { t } = useTranslation()
  return (
    <div className="empty">
      <h1>{t('app.noSuchScreen')}</h1>
      <Link href="/" className="button">
        {t('nav.overview')}
      </Link>
    </div>
  )
}

/** List, new record, page and history of a noun. */
function nounRoutes<N extends CodedNoun>(screen: NounScreen<N>, tabs?: ReactNode) {
  const { noun } = screen
  return [
    <Route key={noun} path={nounPath(noun)}>
      <ListScreen screen={screen} tabs={tabs} />
    </Route>,
    ...(screen.createFields.length === 0
      ? []
      : [
          <Route key={`${noun} new`} path={`${nounPath(noun)}/new`}>
            <CreateScreen screen={screen} />
          </Route>,
        ]),
    <Route key={`${noun} history`} path={`${nounPath(noun)}/:id/history`}>
      {({ id }: { readonly id: string }) => <RecordScreen key={id} screen={screen} id={id} history />}
    </Route>,
    <Route key={`${noun} page`} path={`${nounPath(noun)}/:id`}>
      {({ id }: { readonly id: string }) => <RecordScreen key={id} screen={screen} id={id} history={false} />}
    </Route>,
  ]
}

type TabName =
  | (typeof decisionTabs)[number]
  | (typeof incidentTabs)[number]
  | (typeof accountabilityTabs)[number]
  | (typeof systemTabs)[number]
  | (typeof controlTabs)[number]
  | (typeof riskTabs)[number]
  | (typeof logTabs)[number]
  | (typeof qualityTabs)[number]
  | (typeof figureTabs)[number]
  | (typeof oversightTabs)[number]
  | (typeof thirdPartyTabs)[number]
  | (typeof horizonTabs)[number]
  | (typeof privacyTabs)[number]

function isOther(tab: TabName): tab is keyof typeof otherTabs {
  return tab in otherTabs
}

/** Lists that belong to one section of the navigation. */
function Tabs({ current, tabs }: { readonly current: TabName; readonly tabs: readonly TabName[] }) {
  const { t } = useTranslation()
  const { counts } = useRegister()
  return (
    <nav className="tabs" aria-label={t('app.tabs')}>
      {tabs.map((tab) => (
        <Link key={tab} href={nounPath(tab)} aria-current={tab === current ? 'page' : undefined}>
          {isOther(tab) ? (
            t(otherTabs[tab])
          ) : (
            <>
              {t(`noun.${tab}.many`)}
              <span className="muted">{counts[tab]}</span>
            </>
          )}
        </Link>
      ))}
    </nav>
  )
}

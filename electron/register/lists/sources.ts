/**
 * What the derived fields of a list stand on: rows from which the value of a record follows, and which records a row bears on.
 * After a change the values of those records are made again that a changed row bears on, and no others. A field that names too
 * few of its sources shows what was: `test/store/following.test.ts` holds every list against one made from nothing.
 */
import { type Bearing, bearingOnAll, rowsBearing } from '#shared/domain/kept-parts.ts'
import { trainingsOn } from '#shared/domain/metrics/training-figures.ts'
import { contractsByVendorOn, contractsOn, systemsByVendorOn } from '#shared/domain/third-party/third-party-on.ts'
import type { DerivedOn } from '../derived.ts'

export type Sources = (derived: DerivedOn) => readonly Bearing[]

/** Follows from the record and the day alone. */
export const itsOwn: Sources = () => []
/** Who answers: which post or person was assigned, and who holds the posts. */
export const answering: Sources = ({ facts }) => [
  rowsBearing(facts.assignments, ({ subjectId }) => [subjectId]),
  bearingOnAll(facts.terms),
]
export const positionOfRisk: Sources = ({ positions }) => [rowsBearing(positions, ({ id }) => [id])]
export const positionsOfSystem: Sources = ({ positions }) => [rowsBearing(positions, ({ systemIds }) => systemIds)]
export const testsOfControl: Sources = ({ facts }) => [rowsBearing(facts.controlTests, ({ controlId }) => [controlId])]
export const evidenceOfControl: Sources = ({ facts }) => [rowsBearing(facts.evidence, ({ controlIds }) => controlIds)]
export const standingOfAcceptance: Sources = ({ acceptances }) => [rowsBearing(acceptances, ({ id }) => [id])]
export const reopeningOfRisk: Sources = ({ reopenings }) => [bearingOnAll(reopenings)]
export const policyChain: Sources = ({ facts }) => [bearingOnAll(facts.policies)]
export const trainingPeople: Sources = ({ on }) => [bearingOnAll(trainingsOn(on))]
export const suppliedSystems: Sources = ({ on }) => [bearingOnAll(systemsByVendorOn(on))]
export const contractsOfVendor: Sources = ({ on }) => [bearingOnAll(contractsByVendorOn(on))]
export const standingOfContract: Sources = ({ on }) => [bearingOnAll(contractsOn(on))]
export const supplyOfSystem: Sources = ({ on, facts }) => [
  rowsBearing(facts.supplies, ({ systemId }) => [systemId]),
  bearingOnAll(facts.vendors),
  bearingOnAll(contractsOn(on)),
]
export const answersOfReading: Sources = ({ facts }) => [
  rowsBearing(facts.pointAnswers, ({ readingId }) => [readingId]),
]
export const incidentsOfDay: Sources = ({ incidents }) => [bearingOnAll(incidents)]
export const checksOfUse: Sources = ({ facts }) => [rowsBearing(facts.dataChecks, ({ useId }) => [useId])]
export const profilesOfSystem: Sources = ({ facts }) => [
  rowsBearing(facts.jurisdictionProfiles, ({ systemId }) => [systemId]),
]
export const usesOfConsent: Sources = ({ usesByConsent }) => [bearingOnAll(usesByConsent)]
export const standingOfDpia: Sources = ({ dpias }) => [bearingOnAll(dpias)]
/** A decision stands by the day of its meeting. */
export const meetingsOfDecision: Sources = ({ facts }) => [bearingOnAll(facts.meetings)]
export const preparedForMeeting: Sources = ({ facts }) => [
  rowsBearing(facts.preparations, ({ meetingId }) => [meetingId]),
]
export const askedOfMeeting: Sources = ({ facts }) => [
  rowsBearing(facts.decisions, ({ meetingId }) => (meetingId === null ? [] : [meetingId])),
]
export const holders: Sources = ({ facts }) => [bearingOnAll(facts.terms)]
export const postsHeld: Sources = ({ facts }) => [bearingOnAll(facts.posts), bearingOnAll(facts.terms)]
export const systemsOfPost: Sources = ({ systemsByPost }) => [bearingOnAll(systemsByPost)]
export const systemsOfUnit: Sources = ({ systemsByUnit }) => [bearingOnAll(systemsByUnit)]

/**
 * Operations that end what can be undone: those that lock a pack, and those in which a person signs. The log is their only
 * witness, so an operation that writes a record of such a noun and is not named here is refused as it writes: it cannot be
 * forgotten.
 */
import type { Noun } from '#shared/domain/nouns.ts'

/** What another register has locked and signed comes in with a merge, with its log: it is not taken back, a copy was made. */
export const mergeOperations: readonly string[] = ['register.merge']
/** A register made from an export of another, log and all, or from the bundle of a pack: neither is a change that could be taken back. */
export const fromExportOperation = 'register.fromExport'
export const fromBundleOperation = 'register.fromBundle'

/** The register was put back to a backup, or made from what could be read of a damaged one: what was done before is not taken back. */
export const restoreOperation = 'register.restore'
export const recoverOperation = 'register.recover'
export const restoreOperations: readonly string[] = [restoreOperation, recoverOperation]

/** A person's name was taken out, of what was as well: no change from before can be taken back without it. */
export const redactOperation = 'person.redact'
export const redactOperations: readonly string[] = [redactOperation]
/** Placed and released by those who may order it: neither is taken back unsaid. */
const holdOperations: readonly string[] = ['legalHold.place', 'legalHold.release']

export const lockOperations: readonly string[] = ['pack.lock', fromExportOperation, ...restoreOperations]
/** Those that sign a record of their own. */
const acceptOperations: readonly string[] = ['system.attest', 'attestationSheet.sign', 'risk.accept', 'acceptance.end']
/** Those that say that something was reported, or was not after all. */
const reportOperations: readonly string[] = ['incident.recordReport', 'incident.withdrawReport']
/** That a pack is finished. */
const finishOperations: readonly string[] = ['pack.signOff']
/** That nothing is asked of the board in a pack is said by a named person. */
const noneOperations: readonly string[] = ['decision.confirmNone', 'decision.withdrawNone']
/** Records that are plain but for what a person decides of them: evidence accepted as proof, a finding answered and closed. */
export const signOperations: readonly string[] = [
  ...acceptOperations,
  'evidence.accept',
  'evidence.withdrawAcceptance',
  'finding.respond',
  'finding.verify',
  'policy.approve',
  'observation.waive',
  'contractReading.acceptRisk',
  'incident.judge',
  'incident.close',
  'enforcement.complete',
  ...reportOperations,
  'dpia.approve',
  'decision.recordOutcome',
  'decision.withdrawOutcome',
  ...noneOperations,
  ...finishOperations,
  ...holdOperations,
  'outwardAccount.review',
  'outwardAccount.approve',
]

/** Records that are never written but by locking, or by signing. */
const operationsOf: { readonly [N in Noun]?: readonly string[] } = {
  pack: lockOperations,
  attestation: [...acceptOperations, ...mergeOperations],
  acceptance: [...acceptOperations, ...mergeOperations],
  attestationSheet: [...acceptOperations, ...mergeOperations],
  incidentReport: [...reportOperations, ...mergeOperations],
  mergeRun: mergeOperations,
  redaction: [...redactOperations, ...mergeOperations, ...restoreOperations],
  legalHold: [...holdOperations, ...mergeOperations, ...restoreOperations],
  packSignOff: finishOperations,
  // Locking a pack gives it what was said of the pack that is locked next.
  noDecision: [...noneOperations, ...lockOperations],
}

/** A mistake of the program, not of a person: throws where an operation locks or signs without being known to. */
export function assertDecided(noun: Noun, operation: string): void {
  const known = operationsOf[noun]
  // What was decided in another register is taken over as it was decided there.
  if (operation === fromBundleOperation || operation === recoverOperation) return
  if (known !== undefined && !known.includes(operation))
    throw new Error(`${operation} writes ${noun} records: name it in store/decided.ts as one that locks or signs`)
}

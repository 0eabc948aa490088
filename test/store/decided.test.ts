/** What locks or signs cannot be written by an operation that the log does not know as such. */
import { expect, test } from 'vitest'
import { assertDecided, lockOperations, signOperations } from '#electron/register/store/decided.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister } from '#test/support/register.ts'

test('an operation that writes an acceptance and is not known to sign is refused, and nothing is written', () => {
  const { register } = testRegister()
  fillOneOfEach(register)
  const [acceptance] = [...recordTables.acceptance.all(register.read)]
  if (acceptance === undefined) throw new Error('one of each holds an acceptance')
  const head = register.head()
  expect(() =>
    register.change({ operation: 'acceptance.prolong' }, (change) => {
      change.update('acceptance', acceptance, { to: '2027-01-31' })
    }),
  ).toThrow('acceptance.prolong writes acceptance records')
  expect(register.head()).toEqual(head)
  expect([...recordTables.acceptance.all(register.read)]).toEqual([acceptance])
})

test('locking and signing are what is named so', () => {
  for (const operation of lockOperations) expect(() => assertDecided('pack', operation)).not.toThrow()
  const ofOwnRecords = ['system.attest', 'attestationSheet.sign', 'risk.accept', 'acceptance.end']
  for (const noun of ['attestation', 'attestationSheet', 'acceptance'] as const)
    for (const operation of ofOwnRecords) expect(() => assertDecided(noun, operation)).not.toThrow()
  const ofReports = ['incident.recordReport', 'incident.withdrawReport']
  for (const operation of ofReports) expect(() => assertDecided('incidentReport', operation)).not.toThrow()
  expect(() => assertDecided('incidentReport', 'incident.update')).toThrow()
  expect(signOperations).toEqual([
    ...ofOwnRecords,
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
    ...ofReports,
    'dpia.approve',
    'decision.recordOutcome',
    'decision.withdrawOutcome',
    'decision.confirmNone',
    'decision.withdrawNone',
    'pack.signOff',
    'legalHold.place',
    'legalHold.release',
    'outwardAccount.review',
    'outwardAccount.approve',
  ])
  expect(() => assertDecided('pack', 'system.attest')).toThrow()
  expect(() => assertDecided('system', 'system.update')).not.toThrow()
})

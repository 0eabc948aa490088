/** A contract of the sample read through on one day, by the same acts as a person's. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { standingIn } from '../third-party/reading-facts.ts'
import { completeReading, setFinding, setFindingIn, startReadingIn } from '../third-party/readings.ts'

type Said = Omit<Parameters<typeof setFinding>[1], 'readingId' | 'version'>

interface SampleReading {
  readonly contractId: string
  readonly edition: string
  readonly readerId: string
  readonly terms: Pick<
    RecordOf<'contractReading'>,
    'trainingUse' | 'liabilityCap' | 'liabilityCapValue' | 'incidentNoticeHours'
  >
  readonly rest: boolean
  readonly complete: boolean
  readonly findings: readonly Said[]
}

export function readSampleContract(register: Register, input: SampleReading): RecordOf<'contractReading'> {
  const { contractId, edition, readerId, terms, findings } = input
  const started = register.change({ operation: 'contractReading.start' }, (change) =>
    change.update('contractReading', startReadingIn(change, { contractId, edition, readerId }), terms),
  )
  const versions = (read: Register['read']) => {
    const contract = recordOf(register, 'contract', contractId)
    const { points } = standingIn(read, contract, started, register.today())
    return new Map(points.filter(({ applies }) => applies).map(({ id, answer }) => [id, answer?.version ?? null]))
  }
  register.change({ operation: 'contractReading.setFinding' }, (change) => {
    const asked = versions(change.read)
    const named = new Map(findings.map((said) => [said.pointId, said]))
    for (const [pointId, version] of asked) {
      const said = named.get(pointId) ?? (input.rest ? { pointId, finding: 'in_order' as const } : undefined)
      if (said === undefined || said.finding === 'risk_accepted') continue
      setFindingIn(change, { ...said, readingId: started.id, version })
    }
  })
  // To bear a risk is an act of its own.
  for (const said of findings.filter(({ finding }) => finding === 'risk_accepted'))
    setFinding(register, { ...said, readingId: started.id, version: versions(register.read).get(said.pointId) ?? null })
  return input.complete ? completeReading(register, { id: started.id, version: started.version }) : started
}

function recordOf(register: Register, noun: 'contract', id: string): RecordOf<'contract'> {
  const record = recordTables[noun].get(register.read, id)
  if (record === undefined) throw new RangeError(`${id} is gone`)
  return record
}

/** The sheet of one contract for whoever negotiates it, and its print. */
import { basename } from 'node:path'
import type { PrintJob } from '#electron/shell.ts'
import { contractOn } from '#shared/domain/metrics/third-party-on.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type Bilingual, inLanguage, type Language, noText } from '#shared/domain/text.ts'
import { positionOf } from '#shared/domain/third-party/contract-positions.ts'
import { contractCounts, termEndOn } from '#shared/domain/third-party/contract-term.ts'
import type { ContractSheet, SheetPoint } from '#shared/domain/third-party/contract-sheet.ts'
import { pointStates } from '#shared/domain/third-party/reading-standing.ts'
import { matterRowsOf } from '#shared/domain/third-party/vendor-rows.ts'
import { translate } from '#shared/locales/translate.ts'
import { zonedMinute } from '#shared/pack-model/zoned-instant.ts'
import { derivedOn } from '../derived.ts'
import { finishPdf } from '../export/finish-pdf.ts'
import { LabelCollector } from '../labels.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import type { Register } from '../store/register-file.ts'

const weightRank = { key: 0, supporting: 1, minor: 2 } as const

/** As it stands today. NOT_FOUND. */
export function contractSheet(register: Register, id: string): ContractSheet {
  const { on } = derivedOn(register, register.today())
  const contract = on.input.contracts.find((each) => each.id === id)
  if (contract === undefined) throw new Problem('NOT_FOUND', { noun: 'contract', id })
  const standing = contractOn(on, contract)
  const { reading, points } = standing
  const organisation = register.organisation()
  const [day = '', time = ''] = zonedMinute(register.surroundings.clock(), organisation.timeZone).split(' ')
  const collector = new LabelCollector()
  collector.add(contract.vendorId, contract.ownerId, contract.ownerPostId, contract.legalReviewerId, reading?.readerId)
  collector.add(...contract.systemIds)
  for (const { answer } of points)
    if (answer !== null)
      collector.add(answer.ownerId, answer.ownerPostId, answer.accepterId, ...answer.riskIds, ...answer.actionIds)
  const labels = collector.labels(register.read)
  const nameOf = (named: string | null): Bilingual | null => (named === null ? null : (labels[named]?.name ?? null))
  const codeOf = (named: string) => labels[named]?.code ?? named
  return {
    organisation: organisation.name,
    classification: organisation.classification,
    sample: organisation.sampleDay !== null,
    fileName: basename(register.file),
    day,
    time,
    contract: {
      code: contract.code,
      name: contract.name,
      type: contract.type,
      provision: contract.provision,
      duty: contract.duty,
      stage: contract.stage,
      signedOn: contract.signedOn,
      from: contract.from,
      to: contract.to,
      renews: contract.renews,
      renewalMonths: contract.renewalMonths,
      noticeMonths: contract.noticeMonths,
      terminatedOn: contract.terminatedOn,
      governingLaw: contract.governingLaw,
      court: contract.court,
      valueBand: contract.valueBand,
    },
    end: termEndOn(contract, on.asOf),
    inForce: contractCounts(contract, on.asOf),
    vendor: {
      code: codeOf(contract.vendorId),
      name: nameOf(contract.vendorId) ?? noText,
      group: on.input.vendors.find((each) => each.id === contract.vendorId)?.group ?? null,
    },
    systems: contract.systemIds.map((systemId) => ({ code: codeOf(systemId), name: nameOf(systemId) ?? noText })),
    owner: nameOf(contract.ownerId),
    ownerPost: nameOf(contract.ownerPostId),
    legalReviewer: nameOf(contract.legalReviewerId),
    reading: reading && {
      code: reading.code,
      edition: reading.edition,
      startedOn: reading.startedOn,
      completedOn: reading.completedOn,
      reader: nameOf(reading.readerId),
    },
    position: positionOf(standing),
    count: standing.count,
    matters: matterRowsOf([standing]).map(({ matter, count }) => ({ matter, count })),
    points: points
      .map((point): SheetPoint => {
        const { id: pointId, question, own, element, head, matter, weight, state, gap, answer } = point
        return {
          id: pointId,
          question,
          own: own !== null,
          element,
          head,
          matter,
          weight,
          state,
          gap,
          written: answer && {
            clause: answer.clause,
            quotation: answer.quotation,
            reason: answer.reason,
            position: answer.position,
            agreedText: answer.agreedText,
            dueOn: answer.dueOn,
            acceptedUntil: answer.acceptedUntil,
          },
          owner: nameOf(answer?.ownerId ?? null),
          ownerPost: nameOf(answer?.ownerPostId ?? null),
          accepter: nameOf(answer?.accepterId ?? null),
          links: answer === null ? [] : [...answer.riskIds, ...answer.actionIds].map(codeOf),
        }
      })
      .sort(
        (one, other) =>
          Number(other.gap) - Number(one.gap) ||
          (one.gap ? weightRank[one.weight] - weightRank[other.weight] : 0) ||
          pointStates.indexOf(one.state) - pointStates.indexOf(other.state),
      ),
  }
}

/** The sheet as a PDF, finished as packs are. */
export async function printContractSheet(
  register: Register,
  input: { readonly id: string; readonly language: Language },
  print: (job: PrintJob) => Promise<Uint8Array>,
): Promise<{ readonly name: string; readonly pdf: Uint8Array }> {
  const { id, language } = input
  const sheet = contractSheet(register, id)
  const title = translate(language)('contractSheet.documentTitle', {
    code: sheet.contract.code,
    name: inLanguage(sheet.contract.name, language),
    day: sheet.day,
  })
  const raw = await print({ kind: 'contract', model: sheet, language, title })
  const pdf = await finishPdf(raw, {
    title,
    author: inLanguage(sheet.organisation, language),
    subject: translate(language)('contractSheet.title'),
    keywords: [sheet.contract.code],
    language,
    at: register.surroundings.clock(),
    id: sha256(canonicalJson(sheet)),
  })
  return { name: `contract-${sheet.contract.code}-${sheet.day}-${language}.pdf`, pdf }
}

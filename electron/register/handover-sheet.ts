/** The sheet of a hand-over, from its plan or from the log, and its print. */
import type { HandoverPlan } from '#shared/contract/handover.ts'
import { dayAt } from '#shared/domain/calendar-date.ts'
import {
  type HandedOver,
  handoverKinds,
  type HandoverLine,
  type HandoverSheet,
  type NamedRecord,
} from '#shared/domain/handover.ts'
import { Problem } from '#shared/domain/problem.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { askedPerson, type WorkItem } from '#shared/domain/work-item.ts'
import { translate } from '#shared/locales/translate.ts'
import type { PrintJob } from '#electron/shell.ts'
import { finishPdf } from './export/finish-pdf.ts'
import { alongOn, holdingsOf, named } from './handover.ts'
import { loggedHandover, type MovedLine } from './handover-log.ts'
import { canonicalJson, sha256 } from './store/canonical.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'
import { workQueue } from './work-queue.ts'

/** More do not fit on a sheet that somebody signs; the rest is counted. */
const openShown = 60

/** Of a plan: as it would be. NOT_FOUND where a line is not the person's. */
export function draftSheet(register: Register, plan: HandoverPlan): HandoverSheet {
  const held = new Map(holdingsOf(register, plan.personId, plan.effective).map((line) => [line.id, line]))
  const lines = plan.lines.map(({ id, to }): HandedOver => {
    const line = held.get(id)
    if (line === undefined) throw new Problem('NOT_FOUND', { noun: 'handover', id })
    return { line, to: to === 'vacant' || to === 'keep' ? to : named(register.read, to) }
  })
  return {
    ...common(register, plan.personId, lines),
    recorded: null,
    effective: plan.effective,
    reason: plan.reason.trim() === '' ? null : plan.reason.trim(),
  }
}

/** Of one that was carried out, from the log; what the person keeps is as it stands now. NOT_FOUND. */
export function loggedSheet(register: Register, transaction: number): HandoverSheet {
  const { handover, lines, recordedBy, sequence } = loggedHandover(register, transaction)
  const moved = lines.map((line): HandedOver => ({
    line: lineOf(register, line, handover.effective),
    to: line.to === null ? 'vacant' : named(register.read, line.to),
  }))
  const kept = holdingsOf(register, handover.personId, handover.effective).map((line): HandedOver => ({
    line,
    to: 'keep',
  }))
  const rank = ({ line }: HandedOver) => handoverKinds.indexOf(line.kind)
  const all = [...moved, ...kept].sort((one, other) => rank(one) - rank(other))
  const person = recordedBy === null ? undefined : recordTables.person.get(register.read, recordedBy)
  return {
    ...common(register, handover.personId, all),
    recorded: {
      at: handover.at,
      day: dayAt(handover.at, register.organisation().timeZone),
      by: person?.name ?? null,
      sequence,
    },
    effective: handover.effective,
    reason: handover.reason,
  }
}

function common(register: Register, personId: string, lines: readonly HandedOver[]) {
  const person = recordTables.person.get(register.read, personId)
  const unit = person?.unitId == null ? undefined : recordTables.unit.get(register.read, person.unitId)
  const organisation = register.organisation()
  return {
    organisation: organisation.name,
    classification: organisation.classification,
    sample: organisation.sampleDay !== null,
    predecessor: named(register.read, personId),
    unit: unit?.name ?? null,
    lines,
    open: openMatters(register, personId, lines),
  }
}

/** What is late, missing or due within 30 days on what goes, whoever is asked for it by now. */
function openMatters(register: Register, personId: string, lines: readonly HandedOver[]): readonly WorkItem[] {
  const going = lines.filter(({ to, line }) => to !== 'keep' && line.kind !== 'acceptance')
  const codes = new Set(going.flatMap(({ line }) => [line.subject.code, ...line.along]))
  return workQueue(register, null)
    .items.filter((item) => item.standing !== 'later' && (codes.has(item.code) || askedPerson(item) === personId))
    .slice(0, openShown)
}

function lineOf(register: Register, { kind, before }: MovedLine, day: string): HandoverLine {
  const subjectId = kind === 'action' ? before.id : kind === 'assignment' ? before.subjectId : before.postId
  const subject: NamedRecord = named(register.read, subjectId ?? before.id)
  return {
    kind,
    id: before.id,
    version: before.version,
    subject,
    role: before.role ?? null,
    from: before.from ?? null,
    to: kind === 'action' ? (before.dueOn ?? null) : (before.to ?? null),
    along: kind === 'holder' ? alongOn(register, subject.id, day) : [],
  }
}

/** The sheet as a PDF, finished as packs are: the same sheet has the same bytes. */
export async function printSheet(
  register: Register,
  input: { readonly transaction: number; readonly language: Language },
  print: (job: PrintJob) => Promise<Uint8Array>,
): Promise<{ readonly name: string; readonly pdf: Uint8Array }> {
  const { transaction, language } = input
  const sheet = loggedSheet(register, transaction)
  const title = translate(language)('handoverSheet.documentTitle', {
    name: inLanguage(sheet.predecessor.name, language),
    day: sheet.effective,
  })
  const raw = await print({ kind: 'handover', model: sheet, language, title })
  const pdf = await finishPdf(raw, {
    title,
    author: inLanguage(sheet.organisation, language),
    subject: translate(language)('handoverSheet.title'),
    keywords: [sheet.predecessor.code],
    language,
    at: sheet.recorded?.at ?? register.surroundings.clock(),
    id: sha256(canonicalJson(sheet)),
  })
  return { name: `handover-${sheet.predecessor.code}-${sheet.effective}-${language}.pdf`, pdf }
}

/** The questionnaire that goes to a vendor, and what comes back: shown first, taken only as far as a person says. */
import { join } from 'node:path'
import type {
  QuestionnairePreview,
  TakeQuestionnaire,
  WriteQuestionnaire,
  WrittenQuestionnaire,
} from '#shared/contract/questionnaire.ts'
import { writtenFileName } from '#shared/domain/file-name.ts'
import { Problem } from '#shared/domain/problem.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { compareQuestionnaire, takeableStates, warningsOf } from '#shared/domain/third-party/compare-questionnaire.ts'
import { currentQuestionCatalogue } from '#shared/domain/third-party/question-catalogue.ts'
import { questionBook } from '#shared/domain/third-party/question-book.ts'
import { questionnaireRows } from '#shared/domain/third-party/questionnaire.ts'
import { readQuestionnaire } from '#shared/domain/third-party/read-questionnaire.ts'
import { translate } from '#shared/locales/translate.ts'
import { writeNewFile } from '../export/new-file.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { headOf, vendorFacts, wordsOf } from './due-diligence.ts'
import { questionnaireCsv, type Questionnaire, questionnaireWorkbook } from './questionnaire-file.ts'
import { sheetsOfFile } from './questionnaire-sheets.ts'
import { takeAnswers } from './vendor-answers.ts'

/** Writes it into a folder, beside what is there. NOT_FOUND, WITHDRAWN, FOLDER_NOT_WRITABLE. */
export async function writeQuestionnaire(
  register: Register,
  input: Omit<WriteQuestionnaire, 'folder'>,
  folder: string,
): Promise<Omit<WrittenQuestionnaire, 'token'> & { readonly file: string }> {
  const { language } = input
  const facts = vendorFacts(register, input.vendorId)
  const { vendor } = facts
  if (vendor.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'vendor', id: vendor.code })
  const contracts = input.contractIds.map((id) => {
    const contract = facts.contracts.find((each) => each.id === id)
    if (contract === undefined) throw new Problem('NOT_FOUND', { noun: 'contract', id })
    return contract
  })
  const organisation = register.organisation()
  const questionnaire: Questionnaire = {
    mark: {
      vendorId: vendor.id,
      registerId: organisation.registerId,
      issuedOn: register.today(),
      language,
      questions: currentQuestionCatalogue.version,
    },
    from: inLanguage(organisation.name, language),
    to: inLanguage(vendor.name, language),
    answerBy: input.answerBy,
    purpose: input.purpose === '' ? null : input.purpose,
    contracts: contracts.map(({ code, name }) => `${code} ${inLanguage(name, language)}`),
    rows: questionnaireRows({ language, questions: facts.questions, contracts, answers: facts.answers }),
  }
  const content =
    input.format === 'xlsx'
      ? await questionnaireWorkbook(questionnaire, `${register.today()}T00:00:00.000Z`)
      : questionnaireCsv(questionnaire)
  const words = [translate(language)('questionnaire.fileName'), vendor.code, questionnaire.to, register.today()]
  const name = writeNewFile(folder, `${writtenFileName(words.join('-'))}.${input.format}`, content)
  return { name, file: join(folder, name), questions: questionnaire.rows.length }
}

/** What a file holds, against what is on record. QUESTIONNAIRE_EMPTY where no question is in it; SOURCE_…, WORKBOOK_…. */
export async function lookIntoQuestionnaire(
  register: Register,
  vendorId: string,
  path: string,
  fileName: string,
): Promise<QuestionnairePreview> {
  const sheets = await sheetsOfFile(path)
  const { vendor, answers, checkPoints } = vendorFacts(register, vendorId)
  const read = readQuestionnaire(sheets, questionBook(checkPoints))
  if (read === null) throw new Problem('QUESTIONNAIRE_EMPTY', { file: fileName })
  // Without answers there is nothing to take: said at once, not row by row.
  if (read.missing.includes('answer')) throw new Problem('QUESTIONNAIRE_NO_ANSWERS', { file: fileName })
  const { registerId, language } = register.organisation()
  const warnings = warningsOf(read, { vendorId, registerId, questions: currentQuestionCatalogue.version })
  const rows = compareQuestionnaire(read, answers, documentLine(read.mark?.language ?? language))
  const other =
    read.mark === null || read.mark.vendorId === vendorId ? undefined : otherVendor(register, read.mark.vendorId)
  const shown = {
    fileName,
    vendor: headOf(vendor),
    issuedOn: read.mark?.issuedOn ?? null,
    filledOn: read.filledOn,
    warnings,
    otherVendor: other === undefined ? null : { code: other.code, name: other.name },
    missing: read.missing,
    rows: rows.map((row) => {
      const { question, subject } = row.id === null ? { question: null, subject: null } : wordsOf(row.id, checkPoints)
      return { ...row, asked: question, subject }
    }),
  }
  return { ...shown, digest: sha256(canonicalJson(shown)) }
}

function otherVendor(register: Register, id: string) {
  return recordTables.vendor.get(register.read, id)
}

function documentLine(language: Language): (document: string) => string {
  const t = translate(language)
  return (document) => t('questionnaire.documentLine', { document })
}

/**
 * Takes over the rows that a person ticked, all or none. PREVIEW_OUTDATED where the file or the register is not what was shown;
 * INVALID where a row cannot be taken, a question stands twice, or nobody said what a word means.
 */
export async function takeQuestionnaire(
  register: Register,
  input: TakeQuestionnaire,
  path: string,
  fileName: string,
): Promise<{ readonly taken: number }> {
  const preview = await lookIntoQuestionnaire(register, input.vendorId, path, fileName)
  if (preview.digest !== input.digest) throw new Problem('PREVIEW_OUTDATED', { file: fileName })
  const chosen = input.rows.map(({ place, answer }) => {
    const row = preview.rows[place]
    const meant = row?.answer ?? answer
    if (row?.id == null || meant === null || !takeableStates.includes(row.state)) throw refused('rows', place)
    return { point: row.id, answer: meant, text: row.after }
  })
  if (new Set(chosen.map(({ point }) => point)).size !== chosen.length) throw refused('rows', -1)
  const { vendorId, answeredOn, takenById } = input
  return { taken: takeAnswers(register, vendorId, { source: 'vendor', answeredOn, takenById }, chosen).length }
}

function refused(field: string, place: number): Problem {
  return new Problem('INVALID', { noun: 'vendorAnswer', field: `${field}.${String(place)}`, issue: 'NOT_TAKEABLE' })
}

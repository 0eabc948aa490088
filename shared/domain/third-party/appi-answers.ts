/**
 * What the APPI asks of a contract under which a vendor comes near personal data, and what of it nobody has answered. That an
 * answer is missing is no finding of law: it says what the company still has to settle.
 */
import type { AiContract } from './ai-contract.ts'
import type { TrainingUse } from './contract-reading.ts'

/** The states of the EEA (EU and Iceland, Liechtenstein, Norway), and `EU` for all of them. */
const eea = [
  ...['EU', 'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU'],
  ...['LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'IS', 'LI', 'NO'],
]
/** The only countries that the PPC has named as giving equivalent protection: the EEA and the United Kingdom (regulatory.md 5.3). */
const equivalentCountries: ReadonlySet<string> = new Set([...eea, 'GB'])

/** Each with the article, our check point and the field in which it is answered (regulatory.md 3.3 and 5.1; Q&A 7-53 in 5.3). */
const questions = {
  /** Entrustment, a third party, or not handled at all. */
  basis: { field: 'dataBasis', sources: ['APPI-27', 'CC-IN-15'] },
  /** Why it does not handle them: the terms and the access control. */
  grounds: { field: 'dataBasisGrounds', sources: ['PPC Q&A 7-53', 'CC-IN-15'] },
  /** It is said not to handle them, and its terms let it train on them. */
  trainedOn: { field: 'dataBasis', sources: ['PPC Q&A 7-53', 'CC-IN-08'] },
  /** Supervision of the processor: chosen with care, agreed, checked. */
  selection: { field: 'selectedOn', sources: ['APPI-25', 'CC-GN-10'] },
  agreement: { field: 'agreedOn', sources: ['APPI-25', 'CC-GN-10'] },
  checking: { field: 'checkedOn', sources: ['APPI-25', 'CC-GN-10'] },
  countries: { field: 'dataCountries', sources: ['APPI-28', 'CC-IN-14'] },
  /** Data are handled abroad and nobody has said what lets them go there. */
  route: { field: 'crossBorderRoute', sources: ['APPI-28', 'CC-IN-14'] },
  /** The route names equivalent countries, or Japan alone, and the data are in others. */
  routeWrong: { field: 'crossBorderRoute', sources: ['APPI-28', 'CC-IN-14'] },
} as const satisfies Readonly<Record<string, { readonly field: keyof AiContract; readonly sources: readonly string[] }>>
export type AppiQuestion = keyof typeof questions
export const appiQuestions = Object.keys(questions) as readonly AppiQuestion[]

/** Those that say that what was answered cannot be right. */
const contradictions: ReadonlySet<AppiQuestion> = new Set(['trainedOn', 'routeWrong'])

export interface AppiGap {
  readonly question: AppiQuestion
  /** Nobody has answered, or what was answered contradicts what is known. */
  readonly kind: 'missing' | 'contradiction'
  readonly field: keyof AiContract
  readonly sources: readonly string[]
}

export type AppiFacts = Readonly<
  Pick<
    AiContract,
    | 'personalData'
    | 'dataBasis'
    | 'dataBasisGrounds'
    | 'dataCountries'
    | 'crossBorderRoute'
    | 'selectedOn'
    | 'agreedOn'
    | 'checkedOn'
  >
>

/** Whether the vendor has to be taken to come near personal data: it is said, nobody has said, or a system of it holds them. */
export function nearPersonalData(
  contract: Pick<AiContract, 'personalData'>,
  systems: readonly { readonly personalData: AiContract['personalData'] }[],
): boolean {
  return contract.personalData !== 'no' || systems.some(({ personalData }) => personalData === 'yes')
}

/**
 * @param systems those that the contract covers
 * @param trainingUse what the reading that counts found; null where there is none
 */
export function appiGaps(
  contract: AppiFacts,
  systems: readonly { readonly personalData: AiContract['personalData'] }[],
  trainingUse: TrainingUse | null,
): readonly AppiGap[] {
  if (!nearPersonalData(contract, systems)) return []
  const { dataBasis, dataCountries, crossBorderRoute } = contract
  const abroad = dataCountries.filter((country) => country !== 'JP')
  const open: AppiQuestion[] = []
  const ask = (question: AppiQuestion, isOpen: boolean) => {
    if (isOpen) open.push(question)
  }
  ask('basis', dataBasis === null)
  ask('grounds', dataBasis === 'not_handled' && (contract.dataBasisGrounds ?? '').trim() === '')
  ask('trainedOn', dataBasis === 'not_handled' && (trainingUse === 'allowed' || trainingUse === 'opt_out_open'))
  if (dataBasis === 'entrustment') {
    ask('selection', contract.selectedOn === null)
    ask('agreement', contract.agreedOn === null)
    ask('checking', contract.checkedOn === null)
  }
  ask('countries', dataCountries.length === 0)
  // Where nothing is provided, nothing needs a route; where they are handled is known all the same.
  if (abroad.length > 0 && dataBasis !== 'not_handled') {
    ask('route', crossBorderRoute === null)
    ask(
      'routeWrong',
      crossBorderRoute === 'domestic' ||
        (crossBorderRoute === 'equivalent_country' && abroad.some((country) => !equivalentCountries.has(country))),
    )
  }
  return open.map((question) => ({
    question,
    kind: contradictions.has(question) ? 'contradiction' : 'missing',
    ...questions[question],
  }))
}

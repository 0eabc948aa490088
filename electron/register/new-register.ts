/** A new register: the organisation with the defaults that product and board-pack name, all marked provisional. */
import { usualDays } from '#shared/domain/privacy/lead-time.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { riskCategories } from '#shared/domain/principles.ts'
import { defaultThresholds } from '#shared/domain/metrics/kri-result.ts'
import { type ImpactDimension, defaultBandTable, impactDimensions } from '#shared/domain/scoring.ts'
import type { Bilingual, Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Change } from './store/change.ts'
import { createRegister, type Register, type Surroundings } from './store/register-file.ts'

export interface NewRegister {
  readonly language: Language
  readonly name: Bilingual
  /** The first day of the default scale, appetite and thresholds. */
  readonly from: Day
  readonly sampleDay?: Day
}

/** Both languages' words of a catalogue key. */
function words(key: string): Bilingual {
  return { ja: translate('ja')(key), en: translate('en')(key) }
}

type Five = [Bilingual, Bilingual, Bilingual, Bilingual, Bilingual]
const grades = [1, 2, 3, 4, 5] as const
const labels = (group: string) => grades.map((grade) => words(`${group}.${String(grade)}`)) as Five

/** Creates a register file with its defaults. FILE_EXISTS, FOLDER_NOT_WRITABLE, FILE_NOT_FOUND, DISK_FULL. */
export function newRegister(file: string, surroundings: Surroundings, options: NewRegister): void {
  createRegister(file, {
    surroundings,
    fill: (register) => {
      fillRegister(register, options)
    },
  })
}

/** The first transaction of a register. */
export function fillRegister(register: Register, options: NewRegister): void {
  register.change({ operation: 'newRegister' }, (change) => {
    const id = change.newId()
    change.insert('organisation', {
      id,
      version: 1,
      withdrawn: null,
      registerId: id,
      originRegisterId: id,
      parentRegisterId: null,
      name: options.name,
      entityCode: null,
      fiscalStartMonth: 4,
      language: options.language,
      timeZone: 'Asia/Tokyo',
      classification: 'board_only',
      sampleDay: options.sampleDay ?? null,
      dayCalendar: 'gregorian',
      dpiaDays: usualDays.dpia,
      deidentificationDays: usualDays.deidentification,
    })
    addDefaults(change, options.from)
  })
}

function addDefaults(change: Change, from: Day): void {
  const provisional = { to: null, approverPersonId: null, approvedOn: null }
  change.add('scale', {
    from,
    ...provisional,
    likelihoodLabels: labels('scale.likelihood'),
    likelihoodRanges: ['< 5 %', '5–20 %', '20–50 %', '50–80 %', '> 80 %'],
    impactLabels: labels('scale.impact'),
    dimensionNotes: Object.fromEntries(
      impactDimensions.map((dimension) => [dimension, words(`scale.dimensionNote.${dimension}`)]),
    ) as Record<ImpactDimension, Bilingual>,
    bandTable: defaultBandTable,
  })
  for (const category of riskCategories)
    change.add('appetite', {
      category,
      appetite: 'moderate',
      tolerance: 'high',
      statement: { ja: null, en: null },
      level: null,
      reviewOn: null,
      from,
      ...provisional,
    })
  for (const threshold of defaultThresholds)
    change.add('threshold', {
      kri: threshold.kri,
      appetite: threshold.appetite,
      tolerance: threshold.tolerance,
      ownerPostId: null,
      escalation: { ja: null, en: null },
      from,
      ...provisional,
    })
}

/** The company's fiscal quarter of a day in words: 2026年度 第2四半期, FY2026 Q2. */
import { useRegister } from '#renderer/api/status.ts'
import { fiscalQuarterOf } from '#shared/domain/calendar-date.ts'
import { useWords } from './words.ts'

export function useFiscalWords(): (day: string) => string {
  const { t } = useWords()
  const { fiscalStartMonth } = useRegister().organisation
  return (day) => {
    const { year, quarter } = fiscalQuarterOf(day, fiscalStartMonth)
    return t('workQueue.quarter', { year, quarter })
  }
}

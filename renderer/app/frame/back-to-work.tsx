/** The way back to the queue, on a screen that was reached from it. */
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'

export function BackToWork() {
  const { t } = useTranslation()
  const state = useHistoryState<{ readonly from?: unknown } | null>()
  if (state?.from !== '/work-queue') return null
  return (
    <p className="frame-back">
      <Link href="/work-queue" className="text-button">
        <IconArrowLeft size={14} stroke={1.5} aria-hidden />
        {t('workQueue.back')}
      </Link>
    </p>
  )
}

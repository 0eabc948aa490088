/** The place where one page lies, as large as it fits. */
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { type ReactNode, type Ref, useEffect, useRef } from 'react'
import { say } from '#shared/locales/say.ts'
import type { Language } from '#shared/domain/text.ts'
import type { PackPage } from '#shared/pack-model/pages.ts'
import { scaleOf } from './director-keys.ts'

export const fits = ['whole', 'width'] as const
export type Fit = (typeof fits)[number]

/** A4 in CSS pixels, with the line around it. */
const sizes = { landscape: { width: 1125, height: 796 }, portrait: { width: 796, height: 1125 } }

const largestUpright = 1.5

export interface PageStageProps {
  readonly ref: Ref<HTMLDivElement>
  readonly page: PackPage
  readonly fit: Fit
  readonly language: Language
  readonly children: ReactNode
}

export function PageStage({ ref, page, fit, language, children }: PageStageProps) {
  const { ref: measured, width, height } = useElementSize<HTMLDivElement>()
  const place = useRef<HTMLDivElement>(null)
  const merged = useMergedRef<HTMLDivElement>(ref, measured, place)
  useEffect(() => {
    // A director begins to read: the keys that scroll belong to the page.
    place.current?.focus()
  }, [])
  // An upright page is several sheets long: it is read downwards, and never larger than is needed for that.
  const size = sizes[page.orientation]
  const scale =
    page.orientation === 'portrait'
      ? Math.min(scaleOf({ width, height }, size, 'width'), largestUpright)
      : scaleOf({ width, height }, size, fit)
  return (
    <div
      className="director-stage"
      ref={merged}
      role="region"
      tabIndex={-1}
      data-fit={fit}
      aria-label={say(language, page.title)}
    >
      <div className="director-sheet" style={{ zoom: scale }}>
        {children}
      </div>
    </div>
  )
}

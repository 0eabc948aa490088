/** Makes everything larger or smaller by a step, or as it was at first. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { useSetDisplay } from '#renderer/api/display.ts'
import { defaultDisplay, nextZoom } from '#shared/domain/display.ts'

export function useZoomBy(): (step: 1 | -1 | 0) => void {
  const { mutate } = useSetDisplay()
  const { utils } = useApi()
  const queries = useQueryClient()
  return useCallback(
    (step) => {
      // As it is now, not as it was drawn: a key that is held down comes faster than the window is drawn.
      const zoom = queries.getQueryData(utils.display.get.queryKey())?.zoom ?? defaultDisplay.zoom
      const next = step === 0 ? defaultDisplay.zoom : nextZoom(zoom, step)
      if (next !== zoom) mutate({ zoom: next })
    },
    [mutate, queries, utils],
  )
}

/** Puts what the person has chosen into effect: theme, zoom, motion, and the keys that change the zoom. */
import { useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { useDisplay, useSetDisplay } from '#renderer/api/display.ts'
import { defaultDisplay, nextZoom, type Zoom } from '#shared/domain/display.ts'

export function useShownDisplay(): void {
  const { theme, zoom, motion } = useDisplay() ?? defaultDisplay
  const { setColorScheme } = useMantineColorScheme()
  const { mutate } = useSetDisplay()
  const { utils } = useApi()
  const queries = useQueryClient()
  useEffect(() => {
    setColorScheme(theme === 'system' ? 'auto' : theme)
  }, [setColorScheme, theme])
  useEffect(() => {
    const { style, dataset } = document.documentElement
    // One way for both shells: neither can set the other's own zoom. What follows from it stands in theme/base.css.
    style.setProperty('--daicho-zoom', String(zoom / 100))
    dataset['motion'] = motion
  }, [zoom, motion])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // As it is now, not as it was drawn: a key that is held down comes faster than the window is drawn.
      const zoom = queries.getQueryData(utils.display.get.queryKey())?.zoom ?? defaultDisplay.zoom
      const next = (event.ctrlKey || event.metaKey) && !event.altKey ? zoomOfKey(event, zoom) : undefined
      if (next === undefined) return
      // Before the browser makes everything larger in its own way.
      event.preventDefault()
      if (next !== zoom) mutate({ zoom: next })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [mutate, queries, utils])
}

/** The plus of the letters, with and without Shift, and that of the figures. */
function zoomOfKey({ key }: KeyboardEvent, zoom: Zoom): Zoom | undefined {
  if (key === '+' || key === '=' || key === ';') return nextZoom(zoom, 1)
  if (key === '-' || key === '_') return nextZoom(zoom, -1)
  return key === '0' ? defaultDisplay.zoom : undefined
}

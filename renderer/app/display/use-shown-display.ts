/** Puts what the person has chosen into effect: theme, zoom and motion. */
import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useDisplay } from '#renderer/api/display.ts'
import { defaultDisplay } from '#shared/domain/display.ts'

export function useShownDisplay(): void {
  const { theme, zoom, motion } = useDisplay() ?? defaultDisplay
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    setColorScheme(theme === 'system' ? 'auto' : theme)
  }, [setColorScheme, theme])
  useEffect(() => {
    const { style, dataset } = document.documentElement
    // One way for both shells: neither can set the other's own zoom. What follows from it stands in theme/base.css.
    style.setProperty('--daicho-zoom', String(zoom / 100))
    dataset['motion'] = motion
  }, [zoom, motion])
}

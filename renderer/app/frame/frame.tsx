/** The frame of an open register: bar, navigation, screen, foot, palette, and the keys that reach them. */
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { isComposing } from '#renderer/records/composing.ts'
import { allSections } from '../sections.ts'
import { Routes } from '../routes.tsx'
import { Foot } from './foot.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { ReadOnlyNotice } from './read-only-notice.tsx'
import { TopBar } from './top-bar.tsx'

export function Frame() {
  const [finding, setFinding] = useState(false)
  const [location, navigate] = useLocation()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event)) return
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setFinding(true)
      } else if (event.altKey && /^[1-7]$/.test(event.key)) {
        const section = allSections[Number(event.key) - 1]
        if (section === undefined) return
        event.preventDefault()
        navigate(section.path)
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [navigate])
  return (
    <div className="frame">
      <TopBar onFind={() => setFinding(true)} />
      <Navigation />
      <main className="frame-main" key={location.split('/')[1]}>
        <ReadOnlyNotice />
        <Routes />
      </main>
      <Foot />
      {finding && <Palette onClose={() => setFinding(false)} />}
    </div>
  )
}

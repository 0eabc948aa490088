/** The frame of an open register: bar, navigation, screen, foot and palette. */
import { useLocation } from 'wouter'
import { useCommands } from '../commands/commands.tsx'
import { Routes } from '../routes.tsx'
import { BackToWork } from './back-to-work.tsx'
import { Foot } from './foot.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { ReadOnlyNotice } from './read-only-notice.tsx'
import { TopBar } from './top-bar.tsx'

export function Frame() {
  const { run, finding, stopFinding } = useCommands()
  const [location] = useLocation()
  return (
    <div className="frame">
      <TopBar onFind={() => run('find')} />
      <Navigation />
      <main className="frame-main" key={location.split('/')[1]}>
        <ReadOnlyNotice />
        <BackToWork />
        <Routes />
      </main>
      <Foot />
      {finding && <Palette onClose={stopFinding} />}
    </div>
  )
}

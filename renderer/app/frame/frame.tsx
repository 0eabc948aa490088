/** The frame of an open register: bar, navigation, screen, foot and palette. */
import { useLocation } from 'wouter'
import { DirectorRoutes, isDirectorPath } from '#renderer/features/director/director-routes.tsx'
import { useCommands } from '../commands/commands.tsx'
import { Routes } from '../routes.tsx'
import { BackToWork } from './back-to-work.tsx'
import { Foot } from './foot.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from '../palette/palette.tsx'
import { useNoteVisits } from '../palette/use-note-visits.ts'
import { RegisterNotices } from './register-notices.tsx'
import { TopBar } from './top-bar.tsx'

export function Frame() {
  const { run, opened, closeOpened } = useCommands()
  const [location] = useLocation()
  useNoteVisits(location)
  if (isDirectorPath(location))
    return (
      <>
        <DirectorRoutes hasRegister />
        {opened === 'palette' && <Palette onClose={closeOpened} />}
      </>
    )
  return (
    <div className="frame">
      <TopBar onFind={() => run('find')} />
      <Navigation />
      <main className="frame-main" key={location.split('/')[1]}>
        <RegisterNotices />
        <BackToWork />
        <Routes />
      </main>
      <Foot />
      {opened === 'palette' && <Palette onClose={closeOpened} />}
    </div>
  )
}

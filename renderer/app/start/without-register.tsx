/** The window while no register is open: the start screen, or the manual, which needs none. */
import { useTranslation } from 'react-i18next'
import { Link, Route, Switch } from 'wouter'
import { bundlePath } from '#renderer/features/director/bundle-director.tsx'
import { DirectorRoutes } from '#renderer/features/director/director-routes.tsx'
import { ManualScreen } from '#renderer/features/manual/manual-screen.tsx'
import { Brand } from '../brand.tsx'
import { LanguageSwitch } from '../language-switch.tsx'
import { StartScreen } from './start-screen.tsx'

export function WithoutRegister() {
  const { t } = useTranslation()
  return (
    <Switch>
      <Route path="/manual/:chapter?/:part?">
        {({ chapter, part }) => (
          <div className="manual-window">
            <header className="frame-top">
              <Brand />
              <Link href="/" className="link">
                {t('action.backToStart')}
              </Link>
              <LanguageSwitch />
            </header>
            <main>
              <ManualScreen chapter={chapter} part={part} />
            </main>
          </div>
        )}
      </Route>
      <Route path={`${bundlePath}/:page?`}>
        <DirectorRoutes hasRegister={false} />
      </Route>
      <Route>
        <StartScreen refusal={null} />
      </Route>
    </Switch>
  )
}

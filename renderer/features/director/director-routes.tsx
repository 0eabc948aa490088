/** The paths of the director's view, which takes the whole window: of a pack of the register, of a draft, of a bundle. */
import { Route, Switch } from 'wouter'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { BundleDirector, bundlePath } from './bundle-director.tsx'
import { DirectorScreen } from './director-screen.tsx'

export function isDirectorPath(location: string): boolean {
  return location.startsWith('/director/')
}

export function DirectorRoutes({ hasRegister }: { readonly hasRegister: boolean }) {
  return (
    <Switch>
      <Route path={`${bundlePath}/:page?`}>
        {({ page }) => <BundleDirector page={numberOf(page)} leaveTo={hasRegister ? '/pack' : '/'} />}
      </Route>
      {hasRegister && (
        <Route path="/director/:id/:page?">
          {({ id, page }) => <RegisterDirector key={id} id={id} page={numberOf(page)} />}
        </Route>
      )}
    </Switch>
  )
}

function numberOf(page: string | undefined): number {
  return page !== undefined && /^\d{1,3}$/.test(page) ? Number(page) : 1
}

function RegisterDirector({ id, page }: { readonly id: string; readonly page: number }) {
  const { t } = useWords()
  const packId = id === 'draft' ? null : id
  return (
    <DirectorScreen
      shown={{ kind: 'register', packId }}
      path={`/director/${id}`}
      page={page}
      leaveTo={`/pack/${id}`}
      notice={
        packId === null ? (
          <p className="director-notice">
            <StatusMark status="warning" word={t('director.draft')} />
          </p>
        ) : null
      }
    />
  )
}

/** What everything in the window stands on: connection, queries, theme, words, and the screens that failures have. */
import { MantineProvider, Modal } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { ApiProvider, useApi } from '#renderer/api/client.tsx'
import type { Connection, ConnectionState } from '#renderer/api/connection.ts'
import { DraftsProvider } from '#renderer/api/drafts.tsx'
import { problemOf } from '#renderer/api/problem.ts'
import { RegisterContext, useLanguage, useStatus } from '#renderer/api/status.ts'
import { CreateInPassing } from '#renderer/records/create-in-passing.tsx'
import { InPassingDialog } from '#renderer/records/in-passing-dialog.tsx'
import { cssVariablesResolver, theme } from '#renderer/theme/theme.ts'
import { createCatalogue, nameEras } from '#shared/locales/translate.ts'
import { useShownDisplay } from './display/use-shown-display.ts'
import { ErrorScreen } from './error-screen.tsx'
import { CommandsProvider, useCommands } from './commands/commands.tsx'
import { KeySheet } from './key-sheet/key-sheet.tsx'
import { FailureScreen } from './start/failure-screen.tsx'
import { FileChooser } from './start/file-chooser.tsx'
import { PassphraseAsker } from './start/passphrase-asker.tsx'
import { FromOutside } from './from-outside.tsx'
import { RegisterOpenerProvider } from './start/register-opener.tsx'
import { ButtonNames } from './frame/button-names.tsx'
import { Frame } from './frame/frame.tsx'
import { useLeaveTyped } from './leave-typed.ts'
import { LostScreen, UnstartedScreen } from './lost-screen.tsx'
import { StartScreen } from './start/start-screen.tsx'
import { WithoutRegister } from './start/without-register.tsx'

export interface AppProps {
  readonly connection: Connection
  readonly nonce: string
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // What the register says changes by our own changes alone, and those read everything again.
      queries: {
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}

export function App({ connection, nonce }: AppProps) {
  const [queries] = useState(createQueries)
  const [catalogue] = useState(() => createCatalogue(navigator.language.startsWith('ja') ? 'ja' : 'en'))
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <I18nextProvider i18n={catalogue}>
        <QueryClientProvider client={queries}>
          <ApiProvider client={connection.client}>
            <ErrorScreen>
              <Router hook={useHashLocation}>
                <FileChooser>
                  <Notifications position="bottom-right" />
                  <PassphraseAsker>
                    <RegisterOpenerProvider>
                      <CommandsProvider>
                        <FromOutside connection={connection} />
                        <CurrentScreen connection={connection} queries={queries} catalogue={catalogue} />
                        <OpenedKeySheet />
                        <ButtonNames />
                      </CommandsProvider>
                    </RegisterOpenerProvider>
                  </PassphraseAsker>
                </FileChooser>
              </Router>
            </ErrorScreen>
          </ApiProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </MantineProvider>
  )
}

/** Keys are looked up on every screen, also before a register is open. */
function OpenedKeySheet() {
  const { opened, closeOpened } = useCommands()
  return opened === 'keySheet' ? <KeySheet onClose={closeOpened} /> : null
}

interface ScreenProps {
  readonly connection: Connection
  readonly queries: QueryClient
  readonly catalogue: i18n
}

function CurrentScreen({ connection, queries, catalogue }: ScreenProps) {
  const state = useSyncExternalStore<ConnectionState>(
    (listener) => connection.subscribe(listener),
    () => connection.state,
  )
  const { utils } = useApi()
  // A file can be moved away behind the window: what is so is asked again whenever a person comes back to it.
  const { error } = useQuery({ ...utils.file.status.queryOptions(), refetchOnWindowFocus: 'always' })
  const status = useStatus()
  const language = useLanguage()
  useShownDisplay()
  useLeaveTyped()
  const [lost, setLost] = useState(false)
  if (state === 'lost' && !lost) setLost(true)
  const eras = status?.register?.organisation.dayCalendar === 'japanese'
  useEffect(() => {
    document.documentElement.lang = language
    void catalogue.changeLanguage(language)
  }, [catalogue, language])
  useEffect(() => {
    void nameEras(catalogue, eras)
  }, [catalogue, eras])
  if (state === 'failed') return <UnstartedScreen />
  if (lost)
    return (
      <LostScreen
        ready={state === 'ready'}
        fileName={status?.register?.fileName ?? null}
        onGoOn={() => {
          setLost(false)
          void queries.resetQueries()
        }}
      />
    )
  if (status === undefined) return error === null ? null : <StartScreen refusal={problemOf(error)} />
  const { register, refused } = status
  if (register === null) return refused === null ? <WithoutRegister /> : <FailureScreen refused={refused} />
  return (
    <>
      <RegisterContext value={register}>
        <DraftsProvider key={register.organisation.registerId}>
          <CreateInPassing dialog={(props) => <InPassingDialog {...props} />}>
            <Frame />
          </CreateInPassing>
        </DraftsProvider>
      </RegisterContext>
      {refused !== null && (
        // Above the register that stays open, so that what is being typed there is not lost.
        <Modal opened onClose={() => undefined} fullScreen withCloseButton={false} padding={0} zIndex={400}>
          <FailureScreen refused={refused} />
        </Modal>
      )}
    </>
  )
}

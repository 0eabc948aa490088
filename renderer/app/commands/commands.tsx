/** Carries out commands, however they were given: by a key, in the palette, in the application's menu. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useSetDisplay } from '#renderer/api/display.ts'
import { useStatus } from '#renderer/api/status.ts'
import { bundlePath } from '#renderer/features/director/bundle-director.tsx'
import { isTyping } from '#renderer/records/typing.ts'
import { useUndo } from '#renderer/records/use-undo.tsx'
import { nounPath } from '#renderer/records/noun-path.ts'
import { usePrintScreen } from '#renderer/records/print/print-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import {
  type Command,
  type CommandId,
  commandOf,
  commands,
  creatableNouns,
  type CreatableNoun,
  isAvailable,
  type SectionName,
} from '#shared/domain/commands.ts'
import { allSections } from '../sections.ts'
import { useRegisterOpener } from '../start/register-opener.tsx'
import { useForgetRecentFiles } from '../start/recent-files.tsx'
import { useExportRegister } from '#renderer/records/export-register.ts'
import { findHere } from './find-here.ts'
import { useSaveCopy } from './save-copy.ts'
import { useSaveNow } from './save-now.ts'
import { useKeys } from './use-keys.ts'
import { useZoomBy } from './use-zoom-by.ts'

interface Commands {
  /** Those that can be carried out now, in the order of the menus. */
  readonly available: readonly Command[]
  /** Nothing happens where the command cannot be carried out now. */
  readonly run: (id: CommandId) => void
  /** The same for keys and menu items, which can be reached while a dialog is open: it is finished or left first. */
  readonly runUnlessInDialog: (id: CommandId) => void
  /** What a command has opened above the screen. */
  readonly opened: 'palette' | 'keySheet' | null
  readonly closeOpened: () => void
}

const CommandsContext = createContext<Commands | null>(null)

export function useCommands(): Commands {
  const found = useContext(CommandsContext)
  if (found === null) throw new Error('useCommands needs a CommandsProvider above it')
  return found
}

/** A command as a sentence. */
export function useCommandWords(): (command: Command) => string {
  const words = useWords()
  return ({ words: key, noun }) => words.t(key, noun === undefined ? {} : { noun: words.inSentence(noun) })
}

export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<Commands['opened']>(null)
  const carryOut = useCarryOut(setOpened)
  const register = useStatus()?.register ?? null
  const open = register !== null
  const mayChange = register?.readOnly === null
  const run = useCallback(
    (id: CommandId) => {
      if (isAvailable(commandOf(id).when, { open, mayChange })) carryOut(id)
    },
    [carryOut, mayChange, open],
  )
  const runUnlessInDialog = useCallback(
    (id: CommandId) => {
      if (document.querySelector('[role="dialog"][aria-modal="true"]') === null) run(id)
    },
    [run],
  )
  useKeys(useCallback((command) => (command.anywhere ? run : runUnlessInDialog)(command.id), [run, runUnlessInDialog]))
  const value = useMemo<Commands>(
    () => ({
      available: commands.filter(({ when }) => isAvailable(when, { open, mayChange })),
      run,
      runUnlessInDialog,
      opened: opened === 'palette' && !open ? null : opened,
      closeOpened: () => setOpened(null),
    }),
    [opened, mayChange, open, run, runUnlessInDialog],
  )
  return <CommandsContext value={value}>{children}</CommandsContext>
}

/** What each command does. */
function useCarryOut(show: (what: 'palette' | 'keySheet') => void): (id: CommandId) => void {
  const [location, navigate] = useLocation()
  const opener = useRegisterOpener()
  const forgetRecent = useForgetRecentFiles()
  const exportRegister = useExportRegister()
  const exportProtected = useExportRegister('csv', null, true)
  const save = useSaveNow()
  const undo = useUndo()
  /** From the menu of a Mac the text that is typed is meant, as long as somebody types. */
  const takeBack = (way: 'undo' | 'redo') => {
    if (isTyping(document.activeElement)) document.execCommand(way)
    else void undo[way]()
  }
  const saveCopy = useSaveCopy()
  const saveProtectedCopy = useSaveCopy(true)
  const zoomBy = useZoomBy()
  const printScreen = usePrintScreen()
  const { mutate: display } = useSetDisplay()
  const here = location.split('/')[1]
  const lastPack = useStatus()?.register?.lastPack ?? null
  const plain: Readonly<Record<Exclude<CommandId, `go.${SectionName}` | `add.${CreatableNoun}`>, () => void>> = {
    newRegister: opener.createNew,
    newFromExport: opener.createFromExport,
    openRegister: opener.openFile,
    openSample: opener.openSample,
    clearRecent: forgetRecent,
    save: () => void save(),
    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
    saveCopy: () => void saveCopy(),
    saveProtectedCopy: () => void saveProtectedCopy(),
    importSystems: () => navigate('/import'),
    handOver: () => navigate('/handover'),
    export: () => void exportRegister(),
    exportProtected: () => void exportProtected(),
    print: printScreen,
    verify: () => navigate('/log'),
    showDraft: () => navigate('/pack/draft'),
    showDirector: () => navigate(`/director/${lastPack?.id ?? 'draft'}`),
    openBundle: () => navigate(bundlePath),
    lockPack: () => navigate('/pack/lock'),
    closeRegister: opener.close,
    addHere: () =>
      navigate(`${nounPath(creatableNouns.find((noun) => nounPath(noun) === `/${String(here)}`) ?? 'system')}/new`),
    find: () => show('palette'),
    findHere: () => {
      // A screen without a field of its own is searched over everything.
      if (!findHere()) show('palette')
    },
    zoomIn: () => zoomBy(1),
    zoomOut: () => zoomBy(-1),
    zoomReset: () => zoomBy(0),
    themeLight: () => display({ theme: 'light' }),
    themeDark: () => display({ theme: 'dark' }),
    themeAuto: () => display({ theme: 'system' }),
    languageJa: () => display({ language: 'ja' }),
    languageEn: () => display({ language: 'en' }),
    manual: () => navigate('/manual'),
    keySheet: () => show('keySheet'),
    licences: () => navigate('/licences'),
  }
  return (id) => {
    const [kind, name] = id.split('.')
    if (kind === 'add') navigate(`${nounPath(String(name))}/new`)
    else if (kind === 'go') navigate(allSections.find((section) => section.name === name)?.path ?? '/')
    else plain[id as keyof typeof plain]()
  }
}

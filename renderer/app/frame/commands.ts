/** What the palette can do beside opening records and screens. */
import { useMantineColorScheme } from '@mantine/core'
import { useLocation } from 'wouter'
import { useWords } from '#renderer/records/words.ts'
import { useExportRegister } from '../use-export-register.ts'

export interface Command {
  readonly name: string
  /** Left out where the register is read-only. */
  readonly changes: boolean
  readonly run: () => void
}

const creatable = ['system', 'risk', 'control', 'evidence', 'action', 'post', 'person', 'unit'] as const

export function useCommands(): readonly Command[] {
  const words = useWords()
  const { t } = words
  const [, navigate] = useLocation()
  const { setColorScheme } = useMantineColorScheme()
  const exportRegister = useExportRegister()
  const stays = (name: string, run: () => void): Command => ({ name, changes: false, run })
  return [
    ...creatable.map((noun) => ({
      name: t('action.addNoun', { noun: words.inSentence(noun) }),
      changes: true,
      run: () => navigate(`/${noun}/new`),
    })),
    { name: t('action.importSystems'), changes: true, run: () => navigate('/import') },
    { name: t('action.lockPack'), changes: true, run: () => navigate('/pack/lock') },
    stays(t('action.verify'), () => navigate('/log')),
    stays(t('action.exportEverything'), () => void exportRegister()),
    stays(t('action.themeLight'), () => setColorScheme('light')),
    stays(t('action.themeDark'), () => setColorScheme('dark')),
    stays(t('action.themeAuto'), () => setColorScheme('auto')),
  ]
}

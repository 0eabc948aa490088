/** Prints the screen that is shown, in the way that it says, or as it is drawn. */
import { useTell } from '../tell.ts'
import { useWords } from '../words.ts'
import { usePrintSheet } from './print-sheet.ts'
import { printSource } from './print-source.ts'
import { readScreen } from './read-screen.ts'

export function usePrintScreen(): () => void {
  const { t } = useWords()
  const print = usePrintSheet()
  const tell = useTell()
  return () => {
    const source = printSource()
    if (source?.kind === 'own') source.print()
    else if (source?.kind === 'sheet') void print(source.make)
    else {
      const main = document.querySelector('main')
      const sheet =
        main === null ? null : readScreen(main, { missing: t('app.notRegistered'), none: t('app.noneOfThese') })
      if (sheet === null || sheet.blocks.length === 0) tell.refused(t('printed.nothing'))
      else void print(() => sheet)
    }
  }
}

/** How far long work is, on standard error: one line that is rewritten on a screen, now and then a line elsewhere. */
import type { Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Out, Progress } from './command.ts'

/** Work that is done sooner says nothing at all; a file of messages is told less often than a screen. */
const onScreen = { quiet: 500, between: 100 }
const elsewhere = { quiet: 5000, between: 5000 }

export function progressLine(out: Out, language: Language, now: () => number = () => performance.now()): Progress {
  const words = translate(language)
  const isScreen = out.isTTY === true
  const pace = isScreen ? onScreen : elsewhere
  const start = now()
  let shownAt = -Infinity
  let isShown = false
  return {
    show(stage, done, total) {
      const at = now()
      if (at - start < pace.quiet || at - shownAt < pace.between) return
      shownAt = at
      const line = words('cli.progress', { stage: words(`cli.stage.${stage}`), done, total })
      out.write(isScreen ? `\r\u001b[K${line}` : `${line}\n`)
      isShown = isScreen
    },
    end() {
      if (isShown) out.write('\r\u001b[K')
      isShown = false
    },
  }
}

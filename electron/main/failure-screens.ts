/**
 * What a person sees when the program itself fails: a page with what happened, that the register is safe, and a report to
 * copy. Before there is a window it is a box of the system's. Nothing is written to a file or sent anywhere.
 */
import type { BrowserWindow } from 'electron'
import { type Failure, privateHere, reportOf } from '#electron/failure-report.ts'
import type { Language } from '#shared/domain/text.ts'
import { type Translate, translate } from '#shared/locales/translate.ts'
import type { AppProtocol } from './app-protocol.ts'
import type { ElectronParts, Surroundings } from './parts.ts'
import { appOrigin } from './security.ts'

export class FailureScreens {
  /** The step of the start that is under way, for the report. */
  step = ''
  readonly #parts: Pick<ElectronParts, 'app' | 'dialog'>
  readonly #around: Pick<Surroundings, 'platform' | 'system' | 'version' | 'versions'>
  readonly #assets: AppProtocol
  readonly #language: () => Language

  constructor(
    parts: Pick<ElectronParts, 'app' | 'dialog'>,
    around: Pick<Surroundings, 'platform' | 'system' | 'version' | 'versions'>,
    assets: AppProtocol,
    language: () => Language,
  ) {
    this.#parts = parts
    this.#around = around
    this.#assets = assets
    this.#language = language
  }

  get #words(): Translate {
    return translate(this.#language())
  }

  /** In the window; where there is none yet, in a box, and then the program ends. */
  show(window: BrowserWindow | null, failure: Failure): void {
    const report = reportOf(
      { ...failure, details: [`reason: ${this.step.replaceAll(' ', '-')}`, ...failure.details] },
      { ...this.#around, shell: 'electron' },
      privateHere(),
    )
    if (window === null || window.isDestroyed()) {
      const words = this.#words
      this.#parts.dialog.showErrorBox(words('failed.main.title'), `${words('failed.startText')}\n\n${report}`)
      this.#parts.app.exit(1)
      return
    }
    this.#assets.failure = { kind: failure.kind, language: this.#language(), report }
    window.loadURL(`${appOrigin}/failure.html`).catch((error: unknown) => {
      console.error(error)
    })
    if (!window.isVisible()) window.show()
  }

  /** The page does not answer: waiting may help, else it is drawn anew. */
  async askAboutSilence(window: BrowserWindow): Promise<void> {
    const words = this.#words
    const { response } = await this.#parts.dialog.showMessageBox(window, {
      type: 'warning',
      message: words('failed.silent.title'),
      detail: words('failed.silent.text'),
      buttons: [words('failed.wait'), words('failed.drawAnew')],
      defaultId: 0,
      cancelId: 0,
    })
    // Its end is told by `render-process-gone`, which shows the page of failures.
    if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
  }

  /** A write has not ended within the time: true where the person wants to close all the same. */
  async askToCloseNow(window: BrowserWindow | null): Promise<boolean> {
    const words = this.#words
    const question = {
      type: 'warning' as const,
      message: words('closing.title'),
      detail: words('closing.slow'),
      buttons: [words('failed.wait'), words('closing.closeAnyway')],
      defaultId: 0,
      cancelId: 0,
    }
    const { dialog } = this.#parts
    const { response } = await (window === null || window.isDestroyed()
      ? dialog.showMessageBox(question)
      : dialog.showMessageBox(window, question))
    return response === 1
  }
}

/** Prints with a window that nobody sees; one print at a time, since the job is a file of the application. */
import {
  assertFits,
  assertReady,
  figuresText,
  pageReady,
  type PageState,
  printPatience,
  tooWide,
} from '#electron/print-page.ts'
import type { PrintJob, Shell } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { AppProtocol } from './app-protocol.ts'
import type { ElectronParts } from './parts.ts'
import { appOrigin } from './security.ts'

export function printerOf(makeWindow: ElectronParts['makeWindow'], assets: AppProtocol): Shell['print'] {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const printing = last.then(() => print(makeWindow, assets, job))
    last = printing.catch(() => undefined)
    return printing
  }
}

async function print(makeWindow: ElectronParts['makeWindow'], assets: AppProtocol, job: PrintJob): Promise<Uint8Array> {
  assets.job = job
  const window = makeWindow({
    show: false,
    // Narrower than any paper: what is wider than its page then shows (see `tooWide`).
    width: 400,
    height: 800,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, backgroundThrottling: false },
  })
  const ask = (question: string): Promise<unknown> => window.webContents.executeJavaScript(question)
  try {
    await window.loadURL('about:blank')
    // The style sheets for print count while the page is drawn and measured, as they do in the other shell.
    window.webContents.debugger.attach()
    await window.webContents.debugger.sendCommand('Emulation.setEmulatedMedia', { media: 'print' })
    await window.loadURL(`${appOrigin}/print.html`)
    assertReady((await ask(`(${pageReady.toString()})(${String(printPatience)})`)) as PageState)
    assertFits((await ask(`(${tooWide.toString()})()`)) as string[])
    if (job.kind === 'figures') return Buffer.from(String(await ask(`(${figuresText.toString()})()`)))
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('PRINT_FAILED', { detail: error instanceof Error ? error.message : String(error) })
  } finally {
    assets.job = undefined
    window.destroy()
  }
}

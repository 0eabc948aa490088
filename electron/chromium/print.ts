/**
 * Prints packs in a headless browser: the built `print.html`, its model as a file of the application, the paper as the page
 * itself defines it. A fresh context for each print, so that nothing of one pack can reach another.
 */
import type { Browser as Launched, CDPSession, Page } from 'playwright-core'
import { chromiumOrigin, serveAsset } from '#electron/assets.ts'
import { assertFits, assertReady, figuresText, pageReady, printPatience, tooWide } from '#electron/print-page.ts'
import type { ShownFailure } from '#electron/failure-report.ts'
import type { PrintJob } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type Browser, findBrowser } from './find-browser.ts'
import { browserFailed, firstLine, launchOptions } from './launch-options.ts'

/** Narrower than any paper: what is wider than its page then shows (see `tooWide`). */
const narrow = { width: 400, height: 800 }

export interface PrinterOptions {
  /** The folder of the built renderer. */
  readonly assets: string
  readonly browser?: Browser
  /** Milliseconds to wait for one pack. */
  readonly patience?: number
}

/** A browser that prints one pack after another; closed by its user. NO_BROWSER, BROWSER_FAILED. */
export class ChromiumPrinter {
  readonly #assets: string
  readonly #browser: Launched
  readonly #patience: number

  private constructor({ assets, patience = printPatience }: PrinterOptions, browser: Launched) {
    this.#assets = assets
    this.#browser = browser
    this.#patience = patience
  }

  static async start(options: PrinterOptions): Promise<ChromiumPrinter> {
    const browser = options.browser ?? (await findBrowser())
    // Loaded when needed: only prints need it, and it is not part of the packed application.
    const { chromium } = await import('playwright-core')
    try {
      return new ChromiumPrinter(options, await chromium.launch({ ...launchOptions(browser), headless: true }))
    } catch (error) {
      throw browserFailed(error)
    }
  }

  /** The PDF as the browser made it, before finishing. PRINT_FAILED, PRINT_TOO_WIDE. */
  async print(job: PrintJob): Promise<Uint8Array> {
    const context = await this.#browser.newContext({
      serviceWorkers: 'block',
      acceptDownloads: false,
      viewport: narrow,
    })
    try {
      const page = await context.newPage()
      page.setDefaultTimeout(this.#patience)
      await page.route('**/*', (route) => answer(route, this.#assets, { printJob: job }))
      await page.emulateMedia({ media: 'print', colorScheme: 'light', reducedMotion: 'reduce' })
      const failures: string[] = []
      page.on('pageerror', (error) => failures.push(error.message))
      const response = await page.goto(`${chromiumOrigin}/print.html`)
      if (response?.ok() !== true) throw new Problem('PRINT_FAILED', { detail: 'print.html' })
      assertReady(await page.evaluate(pageReady, this.#patience), failures[0])
      assertFits(await page.evaluate(tooWide))
      if (job.kind === 'figures') return Buffer.from(await page.evaluate(figuresText))
      return await pdf(await context.newCDPSession(page))
    } catch (error) {
      if (error instanceof Problem) throw error
      throw new Problem('PRINT_FAILED', { detail: firstLine(error) }, { cause: error })
    } finally {
      await context.close()
    }
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }
}

/** One print by a browser of its own. */
export async function printWithChromium(job: PrintJob, options: PrinterOptions): Promise<Uint8Array> {
  const printer = await ChromiumPrinter.start(options)
  try {
    return await printer.print(job)
  } finally {
    await printer.close()
  }
}

type Route = Parameters<Parameters<Page['route']>[1]>[0]

/** Answers a request of our own origin from the built files; any other is refused. */
export async function answer(
  route: Route,
  assets: string,
  given: { readonly printJob?: PrintJob | undefined; readonly failure?: ShownFailure | undefined } = {},
): Promise<void> {
  const url = new URL(route.request().url())
  if (url.origin !== chromiumOrigin) return route.abort('blockedbyclient')
  const { status, headers, body } = serveAsset(assets, url.pathname, given)
  return route.fulfill({ status, headers, body: Buffer.from(body) })
}

/** The page says its own paper; tags and outline come from its headings (the outline only together with the tags). */
async function pdf(session: CDPSession): Promise<Uint8Array> {
  const { data, stream } = await session.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    transferMode: 'ReturnAsStream',
  })
  if (stream === undefined) return Buffer.from(data, 'base64')
  const pieces: Buffer[] = []
  for (;;) {
    const piece = await session.send('IO.read', { handle: stream })
    pieces.push(Buffer.from(piece.data, piece.base64Encoded === true ? 'base64' : 'utf8'))
    if (piece.eof) break
  }
  await session.send('IO.close', { handle: stream })
  return Buffer.concat(pieces)
}

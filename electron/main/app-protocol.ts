/** `app://daicho/…` answered from the built renderer, and what single pages are given: a print job, a failure. */
import { serveAsset } from '#electron/assets.ts'
import type { ShownFailure } from '#electron/failure-report.ts'
import type { PrintJob } from '#electron/shell.ts'

export class AppProtocol {
  readonly #folder: string
  /** The job of the one print that is under way. */
  job: PrintJob | undefined
  /** What the screen of failures tells. */
  failure: ShownFailure | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  answer(address: string): Response {
    const url = new URL(address)
    const { status, headers, body } =
      url.host === 'daicho'
        ? serveAsset(this.#folder, url.pathname, { printJob: this.job, failure: this.failure })
        : { status: 404, headers: {}, body: new Uint8Array() }
    return new Response(Buffer.from(body), { status, headers })
  }
}

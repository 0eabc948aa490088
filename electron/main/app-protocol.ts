/** `app://daicho/…` answered from the built renderer; a print window's job as one more file, by the host of its own. */
import { serveAsset } from '#electron/assets.ts'
import type { PrintJob } from '#electron/shell.ts'

/** Print windows load `app://daicho/print.html?job=<n>`; the job is taken from here by the page's own fetch. */
export class AppProtocol {
  readonly #folder: string
  #job: PrintJob | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The job of the one print that is under way. */
  set job(job: PrintJob | undefined) {
    this.#job = job
  }

  answer(address: string): Response {
    const url = new URL(address)
    const { status, headers, body } =
      url.host === 'daicho'
        ? serveAsset(this.#folder, url.pathname, this.#job)
        : { status: 404, headers: {}, body: new Uint8Array() }
    return new Response(Buffer.from(body), { status, headers })
  }
}

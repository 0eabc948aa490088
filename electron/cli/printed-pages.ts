/** Prints packs for the command line: the built pages, and a browser that is started once for all prints of a call. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { builtFolder, ensureBuilt, type Lines } from '../build.ts'
import { ChromiumPrinter } from '../chromium/print.ts'
import type { PrintJob } from '../shell.ts'

export type Print = (job: PrintJob) => Promise<Uint8Array>

/** Gives `work` a printer and closes it afterwards. NO_BROWSER, BROWSER_FAILED. */
export async function withPrinter<Result>(report: Lines, work: (print: Print) => Promise<Result>): Promise<Result> {
  const printer = await ChromiumPrinter.start({ assets: await pagesFolder(report) })
  try {
    return await work((job) => printer.print(job))
  } finally {
    await printer.close()
  }
}

/**
 * Where the pages are: built beside this bundle in the packaged application, else built from the sources when they have
 * changed. The one place of the command line that knows how the program lies on the disk.
 */
async function pagesFolder(report: Lines): Promise<string> {
  const beside = [join(import.meta.dirname, '../renderer'), join(import.meta.dirname, '../../renderer')]
  if (!import.meta.filename.endsWith('.ts')) {
    const packaged = beside.find((folder) => existsSync(join(folder, 'print.html')))
    if (packaged !== undefined) return packaged
  }
  await ensureBuilt({ what: ['renderer'], report })
  return builtFolder('renderer')
}

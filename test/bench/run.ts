/** `npm run bench [part …]`: figures of one run on one machine. Ratios carry over, milliseconds do not. */
import { rmSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { benchBackup } from './backup.ts'
import { benchBatch } from './batch.ts'
import { benchColdStart, benchParts } from './application.ts'
import { benchCoverage } from './coverage.ts'
import { benchExport } from './export.ts'
import { benchImport } from './import.ts'
import { benchImportWorkbook } from './import-workbook.ts'
import { benchKeys } from './keys.ts'
import { benchLists } from './lists.ts'
import { benchMemory } from './memory.ts'
import { benchMerge } from './merge.ts'
import { benchOpening, benchPack } from './pack.ts'
import { benchPackSizes } from './pack-sizes.ts'
import { benchPalette } from './palette.ts'
import { benchPaste } from './paste.ts'
import { benchQuality } from './quality.ts'
import { benchQueue } from './queue.ts'
import { benchFolder } from './registers.ts'
import { benchSize } from './size.ts'
import { benchWindow } from './window.ts'

const parts: Readonly<Record<string, () => Promise<void> | void>> = {
  import: benchImport,
  'import-workbook': benchImportWorkbook,
  batch: benchBatch,
  export: benchExport,
  backup: benchBackup,
  lists: () => benchLists(),
  queue: () => benchQueue(),
  quality: benchQuality,
  coverage: benchCoverage,
  palette: benchPalette,
  size: benchSize,
  pack: benchPack,
  'pack-sizes': benchPackSizes,
  opening: benchOpening,
  memory: benchMemory,
  parts: benchParts,
  'cold-start': benchColdStart,
  window: benchWindow,
  keys: benchKeys,
  paste: benchPaste,
  merge: benchMerge,
}

const wanted = process.argv.slice(2)
console.log(
  `Node ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}, ${String(Math.round(totalmem() / 2 ** 30))} GiB`,
)
try {
  for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part()
} finally {
  rmSync(benchFolder, { recursive: true, force: true })
}

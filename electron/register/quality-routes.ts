/** The operations of data quality. */
import { join } from 'node:path'
import type { Desk } from './desk.ts'
import { writeQualityFile } from './export/quality-file.ts'
import { os } from './implementer.ts'
import { qualityOfRecord, qualityOn, readQuality } from './quality.ts'

export function qualityRoutes(desk: Desk) {
  return {
    read: os.quality.read.handler(({ input }) => readQuality(desk.register, input)),
    ofRecord: os.quality.ofRecord.handler(({ input }) => qualityOfRecord(desk.register, input.id)),
    writeFile: os.quality.writeFile.handler(async ({ input }) => {
      const { register, tokens, language } = desk
      const { folder: token, day, ...filter } = input
      const folder = tokens.peek(token)
      const { name, rows } = await writeQualityFile(register, qualityOn(register, day), { filter, folder, language })
      return { name, rows, token: tokens.issue(join(folder, name)) }
    }),
  }
}

/** The operations of printing, over a desk. */
import { basename } from 'node:path'
import type { SheetNoun } from '#shared/contract/printing.ts'
import type { PrintedSheet } from '#shared/domain/printed-sheet.ts'
import type { Language } from '#shared/domain/text.ts'
import type { Desk } from './desk.ts'
import { os } from './implementer.ts'
import { printScreen } from './printing.ts'
import { incidentSheet } from './sheets/incident-sheet.ts'
import { riskSheet } from './sheets/risk-sheet.ts'
import { systemSheet } from './sheets/system-sheet.ts'
import type { Register } from './store/register-file.ts'

const sheets: Readonly<Record<SheetNoun, (register: Register, id: string, language: Language) => PrintedSheet>> = {
  incident: incidentSheet,
  risk: riskSheet,
  system: systemSheet,
}

export function printingRoutes(desk: Desk) {
  const print = async (input: {
    readonly sheet: PrintedSheet
    readonly language: Language
    readonly folder: string
  }) => {
    const { register, tokens, shell } = desk
    const folder = tokens.peek(input.folder)
    const file = await printScreen(register, { ...input, folder }, (job) => shell.print(job))
    return { name: basename(file), token: tokens.issue(file) }
  }
  return {
    sheet: os.printing.sheet.handler(({ input }) => print(input)),
    record: os.printing.record.handler(({ input: { noun, id, language, folder } }) =>
      print({ sheet: sheets[noun](desk.register, id, language), language, folder }),
    ),
  }
}

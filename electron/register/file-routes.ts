/** The operations on the register file and the choice of files. */
import { basename, join } from 'node:path'
import type { Chosen } from '#shared/contract/file.ts'
import { isPlainFileName } from '#shared/domain/file-name.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Desk } from './desk.ts'
import { os } from './implementer.ts'
import { recordDetail } from './record-detail.ts'
import { progressOf, stagedProgressOf } from './long-work.ts'
import { withCodes } from './record-codes.ts'
import { heldBy, readExport } from './round-trip/read-export.ts'
import { verifyRegister } from './store/verify.ts'

export function fileRoutes(desk: Desk) {
  const chosen = (path: string): Chosen => ({ kind: 'chosen', token: desk.tokens.issue(path), name: basename(path) })
  /** Where the system's dialog is there, the window has no business with folders: it gets what a person picked, and no more. */
  const assertOwnDialog = () => {
    if (desk.shell.kind === 'electron') throw new Problem('TOKEN_UNKNOWN')
  }
  return {
    status: os.file.status.handler(async () => {
      desk.language = await desk.display.language()
      return desk.status()
    }),
    choose: os.file.choose.handler(async ({ input: { purpose, suggestedName } }) => {
      const choice = await desk.shell.choose({ purpose, ...(suggestedName === undefined ? {} : { suggestedName }) })
      return choice.kind === 'path' ? chosen(choice.path) : choice
    }),
    browse: os.file.browse.handler(({ input }) => {
      assertOwnDialog()
      return desk.tokens.list(input.purpose, input.folder)
    }),
    nameIn: os.file.nameIn.handler(({ input: { folder, name } }) => {
      assertOwnDialog()
      if (!isPlainFileName(name)) throw new Problem('INVALID', { noun: 'file', field: 'name', issue: 'FILE_NAME' })
      return chosen(join(desk.tokens.peek(folder), name))
    }),
    open: os.file.open.handler(({ input }) => {
      desk.open(desk.tokens.redeem(input.token), input.readOnly)
      return desk.show()
    }),
    create: os.file.create.handler(({ input }) => {
      desk.create(desk.tokens.redeem(input.token), input.language, input.name)
      return desk.show()
    }),
    readExport: os.file.readExport.handler(({ input, signal }) =>
      progressOf('checking', signal, async (work) => heldBy(await readExport(desk.tokens.peek(input.token), work))),
    ),
    createFrom: os.file.createFrom.handler(({ input, signal }) =>
      stagedProgressOf('checking', signal, async (work) => {
        await desk.createFrom(desk.tokens.peek(input.folder), desk.tokens.redeem(input.token), work)
        return desk.show()
      }),
    ),
    openSample: os.file.openSample.handler(async ({ input }) => {
      await desk.openSample(input.language)
      return desk.show()
    }),
    tryAgain: os.file.tryAgain.handler(async ({ input }) => {
      const { readOnly, elsewhere } = input
      await desk.tryAgain(elsewhere === undefined ? { readOnly } : { readOnly, path: desk.tokens.redeem(elsewhere) })
      return desk.show()
    }),
    showRefused: os.file.showRefused.handler(async () => {
      await desk.shell.reveal(desk.refusedPath)
      return null
    }),
    leaveRefused: os.file.leaveRefused.handler(() => {
      desk.leaveRefused()
      return desk.status()
    }),
    reveal: os.file.reveal.handler(async ({ input }) => {
      await desk.shell.reveal(desk.tokens.peek(input.token))
      return null
    }),
    saveCopy: os.file.saveCopy.handler(async ({ input }) => ({
      name: basename(await desk.saveCopy(desk.tokens.redeem(input.token), input.passphrase)),
    })),
    openProtected: os.file.openProtected.handler(({ input, signal }) =>
      progressOf('opening', signal, async (work) => {
        await desk.openProtected(desk.tokens.peek(input.token), input.passphrase, work)
        return desk.show()
      }),
    ),
    close: os.file.close.handler(() => {
      desk.close()
      return desk.show()
    }),
    actAs: os.file.actAs.handler(({ input }) => {
      if (input.personId !== null) recordDetail(desk.register, 'person', input.personId)
      desk.register.personId = input.personId
      return desk.status()
    }),
    verify: os.file.verify.handler(({ signal }) =>
      progressOf('verify', signal, async (work) => {
        const findings = await verifyRegister(desk.register, work)
        desk.noteVerified(findings)
        return { findings: withCodes(desk.register.read, findings) }
      }),
    ),
  }
}

/** The operations between the window and its shell. */
import { basename, dirname } from 'node:path'
import { forgetRecentFiles, readRecentFiles } from '#electron/recent-files.ts'
import type { RecentFile } from '#shared/contract/application.ts'
import type { Desk } from './desk.ts'
import { os } from './implementer.ts'
import { noteCommand, noteRecord, recentlyUsed } from './recently-used.ts'

export function applicationRoutes(desk: Desk) {
  const { preferences } = desk.shell
  const recentFiles = async (): Promise<RecentFile[]> =>
    (await readRecentFiles(preferences)).map((path) => ({
      token: desk.tokens.issue(path),
      name: basename(path),
      folder: dirname(path),
    }))
  return {
    events: os.application.events.handler(({ signal }) => desk.events.listen(signal)),
    answerClosing: os.application.answerClosing.handler(async ({ input }) => {
      await desk.shell.answerClosing(input.answer)
      return null
    }),
    recentlyUsed: {
      list: os.application.recentlyUsed.list.handler(() => recentlyUsed(preferences, desk.openRegister)),
      note: os.application.recentlyUsed.note.handler(async ({ input }) => {
        if (input.kind === 'command') await noteCommand(preferences, input.id)
        else await noteRecord(preferences, desk.register, input.id)
        return null
      }),
    },
    recentFiles: os.application.recentFiles.handler(recentFiles),
    forgetRecentFiles: os.application.forgetRecentFiles.handler(async () => {
      await forgetRecentFiles(preferences)
      return recentFiles()
    }),
  }
}

/** The operations on lists and on their saved views. */
import { basename } from 'node:path'
import type { Desk } from './desk.ts'
import { unheldInList, writeListFile } from './export/list-file.ts'
import { os } from './implementer.ts'
import { countRecords, facetsOf, placeOf } from './list.ts'
import { progressOf } from './long-work.ts'
import { lastList, rememberList, removeView, renameView, replaceView, savedViews, saveView } from './saved-views.ts'

export function listRoutes(desk: Desk) {
  return {
    facets: os.lists.facets.handler(({ input }) => facetsOf(desk.register, input)),
    count: os.lists.count.handler(({ input }) => countRecords(desk.register, input)),
    place: os.lists.place.handler(({ input }) => placeOf(desk.register, input)),
    unheld: os.lists.unheld.handler(({ input, signal }) =>
      progressOf('export', signal, ({ signal: stop }) => unheldInList(desk.register, input, desk.language, stop)),
    ),
    export: os.lists.export.handler(({ input, signal }) =>
      progressOf('export', signal, async (work) => {
        const folder = desk.tokens.peek(input.folder)
        const { encoding, seen } = input
        const written = await writeListFile(desk.register, input, {
          folder,
          language: desk.language,
          work,
          encoded: { encoding, seen },
        })
        const { file, rows, guardedCells } = written
        return { name: basename(file), rows, guardedCells, token: desk.tokens.issue(file) }
      }),
    ),
  }
}

export function viewRoutes(desk: Desk) {
  const { preferences } = desk.shell
  return {
    list: os.views.list.handler(async ({ input }) => ({
      saved: savedViews(desk.register, input.noun),
      last: await lastList(preferences, desk.register, input.noun),
    })),
    save: os.views.save.handler(({ input }) => saveView(desk.register, input)),
    replace: os.views.replace.handler(({ input }) => replaceView(desk.register, input)),
    rename: os.views.rename.handler(({ input }) => renameView(desk.register, input)),
    remove: os.views.remove.handler(({ input }) => {
      removeView(desk.register, input.id)
      return null
    }),
    remember: os.views.remember.handler(async ({ input }) => {
      await rememberList(preferences, desk.register, input.noun, input.last)
      return null
    }),
  }
}

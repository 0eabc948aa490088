/** The operations of the starting library over a desk. */
import type { Desk } from '../desk.ts'
import { os } from '../implementer.ts'
import { libraryPicture, takeFromLibrary } from './starting-library.ts'

export function libraryRoutes(desk: Desk) {
  return {
    library: {
      picture: os.library.picture.handler(() => libraryPicture(desk.register)),
      take: os.library.take.handler(({ input }) => takeFromLibrary(desk.register, input)),
    },
  }
}

/** The operations of retention, legal holds and redaction, over a desk. */
import type { Desk } from '../desk.ts'
import { os } from '../implementer.ts'
import { stagedProgressOf } from '../long-work.ts'
import { backupsBefore, removeBackups, shownBackups } from './old-backups.ts'
import { previewRedaction, redactPerson } from './redact-person.ts'
import { retentionPicture } from './retention-picture.ts'
import { addRule, changeRule, placeHold, releaseHold, withdrawRule } from './rules-and-holds.ts'

export function retentionRoutes(desk: Desk) {
  return {
    picture: os.retention.picture.handler(({ input }) => retentionPicture(desk.register, input)),
    addRule: os.retention.addRule.handler(({ input }) => addRule(desk.register, input)),
    changeRule: os.retention.changeRule.handler(({ input }) => changeRule(desk.register, input)),
    withdrawRule: os.retention.withdrawRule.handler(({ input }) => withdrawRule(desk.register, input)),
    placeHold: os.retention.placeHold.handler(({ input }) => placeHold(desk.register, input)),
    releaseHold: os.retention.releaseHold.handler(({ input }) => releaseHold(desk.register, input)),
    preview: os.retention.preview.handler(({ input, signal }) =>
      stagedProgressOf('searching', signal, (work) => previewRedaction(desk.register, input, work)),
    ),
    redact: os.retention.redact.handler(({ input, signal }) =>
      stagedProgressOf('verify', signal, (work) => redactPerson(desk.register, input, work)),
    ),
    clean: os.retention.clean.handler(() => {
      desk.register.clean()
      return null
    }),
    oldBackups: os.retention.oldBackups.handler(() => shownBackups(backupsBefore(desk.register))),
    removeBackups: os.retention.removeBackups.handler(({ input }) => ({
      removed: removeBackups(desk.register, input.backups),
    })),
  }
}

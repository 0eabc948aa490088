/** The operations on the work queue. */
import { inLanguage } from '#shared/domain/text.ts'
import type { Desk } from './desk.ts'
import { writeNewFile } from './export/new-file.ts'
import { workCalendar } from './export/work-calendar.ts'
import { os } from './implementer.ts'
import { labelOf } from './labels.ts'
import { calendarOfWork, groupWork, listWork, matching, workQueue } from './work-queue.ts'
import { writeLetters } from './work-letters.ts'

export function workQueueRoutes(desk: Desk) {
  return {
    list: os.workQueue.list.handler(({ input }) => listWork(desk.register, input)),
    groups: os.workQueue.groups.handler(({ input }) => groupWork(desk.register, input)),
    calendar: os.workQueue.calendar.handler(({ input }) => calendarOfWork(desk.register, input)),
    saveCalendar: os.workQueue.saveCalendar.handler(({ input }) => {
      const { register } = desk
      const folder = desk.tokens.peek(input.folder)
      const { day, items } = workQueue(register, input.day)
      const organisation = register.organisation()
      const names = new Map<string, string>()
      const { text, events } = workCalendar(matching(register, items, input), {
        registerId: organisation.registerId,
        name: inLanguage(organisation.name, input.language),
        language: input.language,
        day,
        at: register.surroundings.clock(),
        sequence: register.head().sequence,
        nameOf: (id) => {
          if (id === null) return null
          const known = names.get(id)
          if (known !== undefined) return known
          const label = labelOf(register.read, id)
          const name = label === null ? '' : inLanguage(label.name, input.language)
          names.set(id, name)
          return name
        },
      })
      return { name: writeNewFile(folder, `daicho-work-${day}.ics`, text), events }
    }),
    letters: os.workQueue.letters.handler(({ input }) => writeLetters(desk.register, input)),
  }
}

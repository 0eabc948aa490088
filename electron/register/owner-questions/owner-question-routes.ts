/** The operations of what system owners are asked, out and back. */
import { basename } from 'node:path'
import type { Desk } from '../desk.ts'
import { os } from '../implementer.ts'
import { askedOwners } from './owner-requests.ts'
import { digestOf, readOwnerAnswers, takeOwnerAnswers } from './read-owner-answers.ts'
import { writeOwnerQuestions } from './write-owner-questions.ts'

export function ownerQuestionRoutes(desk: Desk) {
  return {
    list: os.ownerQuestions.list.handler(() => askedOwners(desk.register)),
    write: os.ownerQuestions.write.handler(async ({ input: { folder, systemIds, ...input } }) => {
      const { register, tokens } = desk
      const written = await writeOwnerQuestions(register, {
        ...input,
        folder: tokens.peek(folder),
        ownerId: null,
        systemIds: new Set(systemIds),
      })
      return {
        files: written.map(({ name, rows }) => ({ name, questions: rows })),
        token: tokens.issue(written[0]?.file ?? ''),
      }
    }),
    lookInto: os.ownerQuestions.lookInto.handler(async ({ input }) => {
      const path = desk.tokens.peek(input.token)
      const read = await readOwnerAnswers(desk.register, path)
      return { ...read, fileName: basename(path), digest: digestOf(read) }
    }),
    take: os.ownerQuestions.take.handler(async ({ input: { token, rows, digest } }) => {
      const { changed, confirmed } = await takeOwnerAnswers(desk.register, desk.tokens.peek(token), rows, digest)
      return { changed, confirmed }
    }),
  }
}

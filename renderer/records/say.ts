/** Statements of the models as sentences of the window's language. */
import { useLanguage } from '#renderer/api/status.ts'
import type { Statement } from '#shared/domain/statement.ts'
import { say } from '#shared/locales/say.ts'

export function useSay(): (statement: Statement) => string {
  const language = useLanguage()
  return (statement) => say(language, statement)
}

/** The words that a sign-off confirms, in both languages (board-pack specification 1.2). `code` null: of a draft. */
import { translate } from '#shared/locales/translate.ts'

export function statementOf(code: string | null): { readonly ja: string; readonly en: string } {
  const said = (language: 'ja' | 'en') =>
    translate(language)('pack.signOff.statement', { code: code ?? translate(language)('paper.draftCode') })
  return { ja: said('ja'), en: said('en') }
}

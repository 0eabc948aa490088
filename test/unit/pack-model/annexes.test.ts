/** What follows the pages of a pack where it was chosen: in the order chosen, numbered on, each row by hand. */
import { describe, expect, it } from 'vitest'
import { nothingFinished, type PackAnnex } from '#shared/domain/finishing.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { languages } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'
import { glossaryTerms } from '#shared/pack-model/annexes/glossary-terms.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { figuresOf } from '#shared/pack-model/figures-of.ts'
import type { PackModel, PackPage, PageKey } from '#shared/pack-model/pages.ts'
import { register, system } from '../../support/hand-made-register.ts'
import { june, officeRegister, september } from '../../support/office-register.ts'
import { statementsIn, wordingProblems } from '../../support/statements.ts'

function packWith(annexes: readonly PackAnnex[], snapshot: RegisterState = officeRegister(), topRisks = 2): PackModel {
  const finishing = nothingFinished(snapshot.organisation)
  return buildPackModel({
    snapshot,
    asOf: september,
    cutOff: '2026-10-09T14:59:59.999Z',
    code: 'PACK-2026Q2',
    title: null,
    lockedAt: '2026-10-09T15:00:00.000Z',
    dataDigest: '5b1e90c47d2af3e8'.repeat(4),
    auditHead: '0f'.repeat(32),
    previous: { snapshot: officeRegister(), asOf: june, code: 'PACK-2026Q1', digest: '', schemaVersion: 1 },
    decisions: { asked: [], none: null },
    finishing: { ...finishing, choices: { ...finishing.choices, annexes: [...annexes], topRisks } },
    history: [],
    packsBefore: 1,
    recordedLate: [],
    language: 'en',
    preparedBy: null,
    appVersion: '0.1.0',
    schemaVersion: 1,
    sample: false,
  })
}

function page<Key extends PageKey>(model: PackModel, key: Key): Extract<PackPage, { key: Key }> {
  const found = model.pages.find((each): each is Extract<PackPage, { key: Key }> => each.key === key)
  if (!found) throw new Error(`no page ${key}`)
  return found
}

describe('annexes', () => {
  it('are none where none was chosen, and follow the pages in the order chosen', () => {
    const pages = packWith([]).pages.length
    expect(
      packWith(['A4', 'A1', 'A3', 'A2'])
        .pages.slice(pages)
        .map(({ number, key, orientation }) => [number, key, orientation]),
    ).toEqual([
      [pages + 1, 'annexExtract', 'portrait'],
      [pages + 2, 'annexDefinitions', 'portrait'],
      [pages + 3, 'annexRisks', 'portrait'],
      [pages + 4, 'annexGlossary', 'portrait'],
    ])
    const numbers = figuresOf(packWith(['A4', 'A1', 'A3', 'A2'])).map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it.each(Object.entries({ office: officeRegister(), empty: register() }))(
    'have words for all they say (%s)',
    (_name, snapshot) => {
      const statements = statementsIn(packWith(['A1', 'A2', 'A3', 'A4'], snapshot).pages.slice(-4))
      expect(
        statements.flatMap(([path, each]) =>
          languages.flatMap((language) => wordingProblems(language, each).map((problem) => `${path}: ${problem}`)),
        ),
      ).toEqual([])
      for (const language of languages)
        for (const term of glossaryTerms)
          expect(translate(language)(`pack.term.${term}.meaning`), term).not.toContain('pack.term')
    },
  )

  it('define each figure with its limits, who approved them and its values', () => {
    const [first] = page(packWith(['A1']), 'annexDefinitions').definitions.data
    expect([first?.id, first?.unit, first?.direction, first?.numerator, first?.denominator]).toEqual([
      'K01',
      'share',
      'higher',
      3,
      5,
    ])
    // No limits are recorded in this register: those of a new one hold, approved by nobody.
    expect([first?.limitsFrom, first?.approval, first?.threshold?.provisional]).toEqual([null, null, true])
    expect(first?.history.map(({ code }) => code)).toEqual(['PACK-2026Q1', 'PACK-2026Q2'])
  })

  it('show as many of the worst risks as were chosen, with their controls and actions', () => {
    const { data } = page(packWith(['A3']), 'annexRisks').risks
    const snapshot = officeRegister()
    const ids = data.map(({ code }) => snapshot.risks.find((risk) => risk.code === code)?.id ?? '')
    expect(data.map(({ rank }) => rank)).toEqual([1, 2])
    expect(data.map(({ controls }) => controls.total)).toEqual(
      ids.map((id) => snapshot.controls.filter(({ riskIds }) => riskIds.includes(id)).length),
    )
    expect(data.map(({ actions }) => actions.rows.map(({ code }) => code))).toEqual(
      ids.map((id) => snapshot.actions.filter(({ riskIds }) => riskIds.includes(id)).map(({ code }) => code)),
    )
  })

  it('leave what is longer than two hundred rows to its file', () => {
    const systems = Array.from({ length: 150 }, (_, index) => system(`SYS-${String(index + 1).padStart(4, '0')}`))
    const extract = page(packWith(['A4'], register({ systems })), 'annexExtract')
    expect([extract.systems.data.rows.length, extract.systems.data.total]).toEqual([100, 150])
    expect(extract.systems.data.more && say('en', extract.systems.data.more)).toBe('50 more in csv/systems.csv')
    expect(extract.risks.empty && say('en', extract.risks.empty)).toBe('No open risk in scope')
  })
})

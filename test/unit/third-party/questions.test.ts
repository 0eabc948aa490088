import { describe, expect, test } from 'vitest'
import { answerOfWord } from '#shared/domain/third-party/answer-words.ts'
import {
  answeredQuestions,
  askedQuestions,
  sectorsOfVendor,
  standingOfAnswer,
} from '#shared/domain/third-party/asked-questions.ts'
import type { OwnPoint } from '#shared/domain/third-party/applicable-points.ts'
import { pointSurroundings, type SystemFacts, type UnitFacts } from '#shared/domain/third-party/applicable-points.ts'
import { currentPointCatalogue } from '#shared/domain/third-party/point-catalogue.ts'
import { currentQuestionCatalogue } from '#shared/domain/third-party/question-catalogue.ts'

const day = '2026-11-28'

describe('the catalogue', () => {
  test('32 questions, each once, each of a check point or document that there is', () => {
    const { questions, contractQuestions, byId, ofPoint } = currentQuestionCatalogue
    expect([questions.length, byId.size, contractQuestions.length, ofPoint.size]).toEqual([32, 32, 32, 32])
    const points = [...questions.flatMap((each) => each.points), ...ofPoint.keys()]
    expect(points.filter((id) => !currentPointCatalogue.byId.has(id))).toEqual([])
    expect(
      questions.flatMap(({ sectors, document }) => {
        const known = document === null ? undefined : currentPointCatalogue.documentById.get(document)
        return sectors.length === 0
          ? document === null
            ? []
            : [document]
          : sectors.filter((each) => each !== known?.sector)
      }),
    ).toEqual([])
  })

  test('every question can be told from every other by its words, in either language', () => {
    const { questions, contractQuestions } = currentQuestionCatalogue
    for (const language of ['ja', 'en'] as const) {
      const words = [...questions, ...contractQuestions].map((each) => each.question[language])
      expect(new Set(words).size).toBe(words.length)
    }
  })
})

const own = (values: Partial<OwnPoint>): OwnPoint => ({
  id: 'one',
  code: 'CKP-0001',
  withdrawn: null,
  name: { ja: '自社の質問', en: null },
  subject: 'vendor',
  replaces: null,
  element: 'general',
  head: 'none',
  types: [],
  weight: 'key',
  matter: null,
  sectors: [],
  from: null,
  to: null,
  ...values,
})

describe('what a vendor is asked', () => {
  const ids = (points: readonly OwnPoint[], sectors: readonly ('finance' | 'medical')[] = []) =>
    askedQuestions(points, new Set(sectors), day).map(({ id }) => id)

  test('ours without those of sectors, and those of the sectors that it works for', () => {
    expect(ids([])).toHaveLength(28)
    expect(ids([], ['finance']).slice(-1)).toEqual(['DD-SFI-01'])
  })

  test('a question in the company’s words stands in the place of ours; one that the company adds comes last', () => {
    const reworded = own({ code: 'CKP-0002', replaces: 'DD-SEC-02', weight: 'minor' })
    const added = own({ code: 'CKP-0003' })
    const asked = askedQuestions([added, reworded], new Set(), day)
    expect(asked.slice(0, 3).map(({ id, base, subject, weight }) => [id, base, subject, weight])).toEqual([
      ['DD-SEC-01', 'DD-SEC-01', 'security', 'key'],
      ['CKP-0002', 'DD-SEC-02', 'security', 'minor'],
      ['DD-SEC-03', 'DD-SEC-03', 'security', 'supporting'],
    ])
    expect(asked.at(-1)).toMatchObject({ id: 'CKP-0003', subject: 'own', ours: null })
  })

  test('points of contracts, and what is withdrawn, ended or not begun, are not asked', () => {
    expect(
      ids([
        own({ code: 'CKP-0004', subject: 'contract' }),
        own({ code: 'CKP-0005', to: '2026-11-27' }),
        own({ code: 'CKP-0006', from: '2026-11-29' }),
        own({ code: 'CKP-0007', withdrawn: { on: day, reason: 'x' } }),
      ]),
    ).toHaveLength(28)
  })

  test('an answer to ours stands for a rewording until that has its own', () => {
    const reworded = own({ code: 'CKP-0002', replaces: 'DD-SEC-02' })
    const asked = askedQuestions([reworded], new Set(), day).filter(({ base }) => base === 'DD-SEC-02')
    const ours = { pointId: 'DD-SEC-02', answer: 'partly' as const }
    const theirs = { pointId: 'CKP-0002', answer: 'yes' as const }
    expect(answeredQuestions(asked, new Map([['DD-SEC-02', ours]]))[0]).toMatchObject({
      answer: ours,
      standing: 'to_look_at',
    })
    expect(
      answeredQuestions(
        asked,
        new Map<string, typeof ours | typeof theirs>([
          ['DD-SEC-02', ours],
          ['CKP-0002', theirs],
        ]),
      )[0],
    ).toMatchObject({ answer: theirs, standing: 'favourable' })
  })

  test('sectors come from the units of the systems that are supplied, the unit above included', () => {
    const unit = (id: string, parentId: string | null, sectors: UnitFacts['sectors']): UnitFacts => ({
      id,
      parentId,
      sectors,
      withdrawn: null,
      from: null,
      to: null,
    })
    const system = (id: string, unitId: string | null): SystemFacts =>
      ({ id, unitId, withdrawn: null, personalData: 'no', jurisdictions: [], kind: null }) satisfies SystemFacts
    const around = pointSurroundings(
      [system('loans', 'desk'), system('wards', 'clinic'), system('loose', null)],
      [unit('bank', null, ['finance']), unit('desk', 'bank', []), unit('clinic', null, ['medical'])],
      day,
    )
    const supply = (systemId: string, to: string | null = null) => ({
      vendorId: 'v',
      systemId,
      withdrawn: null,
      from: null,
      to,
    })
    const of = (...supplies: ReturnType<typeof supply>[]) => [...sectorsOfVendor('v', supplies, around, day)].sort()
    expect(of(supply('loans'))).toEqual(['finance'])
    expect(of(supply('loans'), supply('wards', '2026-11-27'))).toEqual(['finance'])
    expect(of(supply('loose'))).toEqual(['finance', 'medical'])
    expect(of()).toEqual(['finance', 'medical'])
  })
})

test('an answer is as hoped for, to be looked at, not applicable or open', () => {
  expect(
    [null, 'yes', 'partly', 'no', 'unknown', 'not_applicable'].map((answer) =>
      standingOfAnswer(answer === null ? null : { answer: answer as 'yes' }),
    ),
  ).toEqual(['open', 'favourable', 'to_look_at', 'to_look_at', 'to_look_at', 'not_applicable'])
})

describe('words of answers', () => {
  test.each([
    ['はい', 'yes'],
    ['　はい。', 'yes'],
    ['Ｙｅｓ', 'yes'],
    ['YES!', 'yes'],
    ['y', 'yes'],
    ['○', 'yes'],
    ['〇', 'yes'],
    ['◯', 'yes'],
    ['✓', 'yes'],
    ['✔️', 'yes'],
    ['対応済み', 'yes'],
    ['TRUE', 'yes'],
    ['△', 'partly'],
    ['一部', 'partly'],
    ['Partially', 'partly'],
    ['いいえ', 'no'],
    ['×', 'no'],
    ['✗', 'no'],
    ['ＮＯ', 'no'],
    ['未対応', 'no'],
    ['該当なし', 'not_applicable'],
    ['該当しない', 'not_applicable'],
    ['N/A', 'not_applicable'],
    ['Ｎ／Ａ', 'not_applicable'],
    ['不明', 'unknown'],
    ['わかりません', 'unknown'],
    ['Don’t know', 'unknown'],
  ] as const)('%s is %s', (word, answer) => {
    expect(answerOfWord(word)).toBe(answer)
  })

  test.each(['x', 'Ｘ', '-', '', 'はい（一部を除く）', 'yes and no', '1', 'see attachment'])(
    '%s is nobody’s answer for certain',
    (word) => {
      expect(answerOfWord(word)).toBe(null)
    },
  )
})

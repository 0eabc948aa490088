import { describe, expect, test } from 'vitest'
import { fields, options } from '#shared/domain/fields.ts'
import { nouns } from '#shared/domain/nouns.ts'
import { type Finding, findingCodes } from '#shared/domain/verification.ts'
import { problemCodes } from '#shared/domain/problem.ts'
import { sayFinding, sayProblem } from '#shared/locales/say-problem.ts'
import { translate } from '#shared/locales/translate.ts'

const languages = ['ja', 'en'] as const
/** A sentence that counts has its words under both numbers. */
const hasWord = (key: string) =>
  languages.every((language) => [0, 1, 2].every((count) => translate(language)(key, { count }) !== key))

describe('the catalogue has words in both languages', () => {
  test('for every noun, field and option', () => {
    const keys = [
      ...nouns.flatMap((noun) => [`noun.${noun}.one`, `noun.${noun}.many`]),
      ...nouns.flatMap((noun) => fields[noun].map((field) => `field.${noun}.${field.name}`)),
      ...nouns.flatMap((noun) =>
        fields[noun].flatMap((field) =>
          field.kind === 'repeated'
            ? [`entry.of.${field.name}`, ...field.parts.map((part) => `part.${field.name}.${part.name}`)]
            : [],
        ),
      ),
      ...Object.entries(options).flatMap(([name, codes]) => codes.map((code) => `value.${name}.${code}`)),
    ]
    expect(keys.filter((key) => !hasWord(key))).toEqual([])
  })

  test('for every problem and finding', () => {
    const keys = [...problemCodes.map((code) => `problem.${code}`), ...findingCodes.map((code) => `verify.${code}`)]
    expect(keys.filter((key) => !hasWord(key))).toEqual([])
  })
})

describe('a problem', () => {
  test.each([
    [
      { code: 'INVALID', facts: { noun: 'system', field: 'nextReviewOn', issue: 'BAD_DAY' } },
      'AIシステムの「次回見直し」を保存できません。暦にある日付を YYYY-MM-DD で入力してください',
      '"Next review" of the AI system cannot be stored. Give a day of the calendar as YYYY-MM-DD',
    ],
    [
      { code: 'INVALID', facts: { noun: 'risk', field: '', issue: 'LONE_SURROGATE' } },
      'リスクを保存できません。文字として読めない符号が含まれています',
      'The risk cannot be stored. It holds a code that is no character',
    ],
    [
      { code: 'WRONG_STATE', facts: { code: 'SYS-0001', state: 'pilot' } },
      'SYS-0001 の現在の状態（試行）では、この操作はできません。読み直して確かめてください',
      'SYS-0001 is in a state (Pilot) that does not allow this. Read it again',
    ],
    [
      { code: 'HELD_BY_ANOTHER', facts: { file: 'a.daicho', account: null, machine: null, since: null } },
      '「a.daicho」は別のプログラムが使っています。そちらを閉じてから、もう一度開いてください',
      '"a.daicho" is in use by another program. Close it there and open it again',
    ],
    [
      { code: 'VERIFY_FAILED', facts: { count: 2, first: 'ROW_EDITED', table: 'control_test', record: 'CTL-0001' } },
      '検証で 2 件の不一致が見つかったため、操作を行いませんでした。最初の1件：統制の試験 CTL-0001 の内容が変更記録と一致しません',
      'Nothing was done: verification found 2 differences. The first: Control test CTL-0001 does not match the change log',
    ],
  ] as const)('%j', (problem, ja, en) => {
    expect(languages.map((language) => sayProblem(language, problem))).toEqual([ja, en])
  })
})

describe('a finding names what was found', () => {
  const cases: readonly (readonly [Finding, string, string])[] = [
    [
      { code: 'EVENT_REMOVED', facts: { sequence: 3, upTo: 5 } },
      '変更記録の 3 番から 5 番までが取り除かれています',
      'Entries 3 to 5 of the change log were removed',
    ],
    [
      { code: 'TAIL_REMOVED', facts: { sequence: 9, upTo: 9 } },
      '変更記録の末尾、9 番が取り除かれています',
      'The end of the change log, entry 9, was removed',
    ],
    [
      { code: 'EVENT_EDITED', facts: { sequence: 9, noun: '', record: '' } },
      '変更記録の末尾（9 番）を示す印が書き換えられたか、取り除かれています',
      'The mark of the last entry of the change log (9) was edited or removed',
    ],
    [
      { code: 'FILE_CHANGED', facts: { file: 'csv/controls.csv', kind: 'pack' } },
      'csv/controls.csv が確定時の内容と一致しません',
      'csv/controls.csv does not match what was locked',
    ],
    [
      { code: 'FILE_CHANGED', facts: { file: 'controls.csv', kind: 'export' } },
      'controls.csv が書き出した時の内容と一致しません',
      'controls.csv does not match what was written',
    ],
  ]
  test.each(cases)('%j', (finding, ja, en) => {
    expect(languages.map((language) => sayFinding(language, finding))).toEqual([ja, en])
  })
})

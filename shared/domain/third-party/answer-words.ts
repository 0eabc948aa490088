/** What people write in a cell for yes and no, in Japanese and English, and the answer that it means (ours). */
import type { VendorAnswer } from './vendor.ts'

type Value = VendorAnswer['answer']

const words: Readonly<Record<Value, string>> = {
  yes: `はい | 有 | 有り | あり | ある | 可 | 対応済 | 対応済み | 対応している | 実施済 | 実施済み | 実施している | できる | できます |
    適合 | レ | ○ | 〇 | ◯ | ● | ◎ | ✓ | ✔ | ☑ | ✅ | 👍 | yes | y | true | ok | done | compliant | met`,
  partly: `一部 | 一部はい | 一部対応 | 一部対応済 | 一部可 | 部分的 | 部分的に | 部分対応 | 条件付き | △ | ▲ | partly | partial | partially |
    in part | to some extent`,
  no: `いいえ | いえ | 無 | 無し | なし | ない | 不可 | 未対応 | 対応していない | 未実施 | 実施していない | できない | できません | 不適合 |
    × | ✕ | ✖ | ✗ | ✘ | ☒ | ❌ | no | n | false | none | not met`,
  not_applicable: `該当なし | 該当無し | 該当しない | 非該当 | 対象外 | 適用外 | n/a | na | n.a. | not applicable | does not apply`,
  unknown: `不明 | わからない | 分からない | わかりません | 分かりません | 未確認 | 確認中 | 調査中 | 未定 | unknown | not known | don't know |
    do not know | tbd | to be confirmed`,
}

/** Width, case, white space, signs of emphasis and full stops do not matter. */
function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\ufe0e\ufe0f\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/[\s。、!]+/g, ' ')
    .replace(/(?<=\p{L})\.$/u, '')
    .trim()
}

const byWord: ReadonlyMap<string, Value> = new Map(
  (Object.keys(words) as Value[]).flatMap((value) =>
    words[value].split('|').map((word) => [fold(word), value] as const),
  ),
)

/**
 * The answer that a word means; `own` are the words that a questionnaire offers. Null where nothing is meant for certain: an x
 * marks a choice for some and denies it for others.
 */
export function answerOfWord(word: string, own: ReadonlyMap<string, Value> = new Map()): Value | null {
  return own.get(word.trim()) ?? byWord.get(fold(word)) ?? null
}

/**
 * Words of other people's inventories and the codes they mean here (ours, marked as such: a mapping file may word any of
 * them otherwise). A word that is not listed has no meaning here: the field becomes unknown or stays empty, the words are
 * kept with the record and listed in the report. The four phases of the US system development life cycle (NIST SP 800-64)
 * are read as proposed, development, pilot (being put into operation, not yet relied on) and production.
 */
import { type OptionsName, options } from './fields.ts'
import { translate } from '../locales/translate.ts'

/** The words of a column come up again and again: short ones are folded once. */
const folded = new Map<string, string>()
const longestKept = 40
const mostKept = 5000

/** The key by which words are compared: width, case, white space and punctuation at the ends do not matter. */
export function foldWord(words: string): string {
  if (words.length > longestKept) return fold(words)
  const known = folded.get(words)
  if (known !== undefined) return known
  const key = fold(words)
  if (folded.size === mostKept) folded.clear()
  folded.set(words, key)
  return key
}

function fold(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[\ufeff\u200b-\u200d\u2060]/g, '')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'*•・]+|[\s"'.。;；]+$/g, '')
}

/** Words set apart by bars, since a list of two hundred strings reads better as text. */
function list(text: string): string[] {
  return text.split('|').map((word) => word.trim())
}

const lifecycle: Readonly<Record<string, readonly string[]>> = {
  proposed:
    list(`initiation | initiated | planned | planned (not in production) | planning | proposal | idea | concept |
      pre-deployment | under consideration | under review | not started | requested | in planning | intake |
      検討中 | 検討 | 企画 | 企画中 | 計画 | 計画中 | 構想 | 構想中 | 予定 | 申請中 | 未着手 | 導入検討中 |
      導入予定 | 起案`),
  development: list(`development and acquisition | acquisition and/or development | acquisition and development |
      development/acquisition | development and/or acquisition | development or acquisition | in development |
      under development | currently under development | initial development | development (not in production) |
      dev | building | build | testing | in testing | test | research and development | r&d | prototype |
      en cours de développement | 開発 | 開発中 | 構築中 | 構築 | 設計中 | 設計 | 導入準備中 | 導入作業中 |
      調達中 | 準備中 | テスト中 | 検証中`),
  pilot:
    list(`pilot phase | piloting | in pilot | this is a pilot initiative | pilot project | trial | in trial | beta |
      implementation | implementation and assessment | deployment | limited deployment | limited production |
      poc | proof of concept | proof-of-concept | beta - public | beta - private | 試行 | 試行中 | 試行運用 |
      試験運用 | 試験運用中 | 試験導入 | 試験導入中 | 試験利用 | トライアル | トライアル中 | パイロット |
      パイロット中 | 実証 | 実証中 | 実証実験 | 実証実験中 | poc中 | 一部導入 | 先行導入`),
  production: list(`operation and maintenance | operation and management | operations and maintenance |
      operation & maintenance | operations & maintenance | o&m | operation/maintenance | operations |
      operational | operation | in operation | in production | in-production | prod | live | in use | in-use |
      in mission | active | deployed | implemented | in service | running | production/mission | en production |
      rolled out | go live | 本番 | 本番稼働 | 本番稼働中 | 本番運用 | 本番運用中 | 本番環境 | 稼働 | 稼働中 |
      運用 | 運用中 | 利用中 | 使用中 | 導入済 | 導入済み | 本格運用 | 本格導入 | 運用開始 | 稼働済 | 公開中 |
      リリース済 | リリース済み | サービス中 | 提供中`),
  suspended: list(`paused | on hold | inactive | halted | in abeyance | stopped | disabled | 停止 | 停止中 | 一時停止 |
      一時停止中 | 休止 | 休止中 | 保留 | 保留中 | 中断 | 中断中 | 利用停止 | 利用停止中 | 運用停止`),
  retired: list(`retirement | decommissioned | disposition | disposal | disposed | sunset | terminated | cancelled |
      canceled | discontinued | end of life | withdrawn | closed | 廃止 | 廃止済 | 廃止済み | 終了 | 終了済 |
      利用終了 | 運用終了 | 撤去 | 廃棄 | 中止 | サービス終了 | 提供終了`),
  unknown: list(`unknown | not known | 不明 | 未確認 | 未把握`),
}

const words: { readonly [Name in OptionsName]?: Readonly<Record<string, readonly string[]>> } = {
  lifecycle,
  // Categories of other tools, by the principle that they are about (ours).
  riskCategory: {
    'AIGB-C-1': list(
      `human centric | human-centric | human oversight | human rights | autonomy | ethics | 人間中心 | 倫理 | 人権`,
    ),
    'AIGB-C-2': list(
      `safety | reliability | robustness | accuracy | performance | 安全性 | 安全 | 品質 | 信頼性 | 正確性`,
    ),
    'AIGB-C-3':
      list(`fairness | bias | bias and fairness | fairness and bias | discrimination | non-discrimination | 公平性 | 公平 |
      バイアス | 差別`),
    'AIGB-C-4':
      list(`privacy | data privacy | privacy and data protection | data protection | personal data | プライバシー |
      プライバシー保護 | 個人情報 | 個人情報保護`),
    'AIGB-C-5':
      list(`security | cybersecurity | cyber security | cybersecurity risk | information security | セキュリティ |
      サイバーセキュリティ | 情報セキュリティ | セキュリティ確保`),
    'AIGB-C-6': list(
      `transparency | explainability | interpretability | transparency and explainability | 透明性 | 説明可能性`,
    ),
    'AIGB-C-7': list(`accountability | governance | アカウンタビリティ | 説明責任 | ガバナンス`),
    'AIGB-C-8': list(`education | literacy | ai literacy | training | 教育 | リテラシー | 教育・リテラシー`),
    'AIGB-C-9': list(`competition | fair competition | 公正競争 | 公正競争確保 | 競争`),
    'AIGB-C-10': list(`innovation | イノベーション`),
    enterprise:
      list(`strategic | strategic risk | financial | financial risk | operational | operational risk | compliance | compliance risk |
      legal | legal risk | reputational | reputational risk | regulatory | 経営 | 財務 | 法務 | 戦略 | レピュテーション | 業務`),
  },
  treatment: {
    mitigate: list(`mitigation | reduce | reduction | modify | treat | 低減 | 軽減 | 緩和 | リスク低減`),
    avoid: list(`avoidance | terminate | eliminate | 回避 | リスク回避`),
    transfer: list(`share | sharing | transference | 移転 | 共有 | リスク移転 | リスク共有`),
    accept: list(
      `acceptance | accepted | retain | retention | tolerate | 受容 | 保有 | 許容 | リスク受容 | リスク保有`,
    ),
  },
  riskStatus: {
    open: list(
      `opened | active | new | in progress | identified | reopened | untreated | オープン | 対応中 | 継続 | 未対応 | 管理中`,
    ),
    closed: list(`close | resolved | done | クローズ | クローズ済 | 終了 | 完了 | 解消`),
  },
  actionState: {
    open: list(`opened | to do | todo | not started | in progress | pending | planned | ongoing | 未着手 | 対応中 | 進行中 | 実施中 | 未完了 |
      予定`),
    done: list(
      `closed | complete | completed | finished | resolved | 完了 | 済 | 対応済 | 対応済み | 実施済 | 実施済み | クローズ`,
    ),
    verified: list(`approved | confirmed | 確認済 | 確認済み | 検証済 | 検証済み`),
  },
  design: {
    none: list(
      `no | not implemented | not started | missing | to do | × | ✕ | 未対応 | 未整備 | 未実施 | 未実装 | なし | 未`,
    ),
    planned: list(`planned for | in planning | scheduled | 計画中 | 予定 | 対応予定 | 検討中 | 計画`),
    partial:
      list(`partly | partially | partially implemented | in progress | on hold | △ | 一部対応 | 一部 | 部分的 | 対応中 | 一部整備 |
      一部実施`),
    in_place:
      list(`yes | implemented | fully implemented | active | done | complete | completed | in place | ○ | 〇 | ◯ | 対応済 | 対応済み |
      整備済 | 整備済み | 実施済 | 実施済み | 実装済 | 実装済み | 済 | あり`),
    unknown: list(`unknown | not assessed | 不明 | 未確認 | 未評価`),
  },
  weight: {
    key: list(`required | must | mandatory | high | critical | essential | 必須 | 高 | 重要 | 主要`),
    supporting: list(`recommended | should | medium | 推奨 | 中 | 補助`),
    minor: list(`option | optional | could | low | 任意 | オプション | 低`),
  },
  controlDomain: {
    organisation:
      list(`organization | organisational | organizational | governance | management | policy | 組織 | ガバナンス | 体制 | 方針 |
      管理 | 組織的`),
    data: list(`data governance | data management | privacy | データ | データ管理 | 個人情報`),
    model: list(`model development | ai model | development | algorithm | モデル | 開発 | 学習 | アルゴリズム`),
    security: list(`cybersecurity | information security | technical | セキュリティ | 情報セキュリティ | 技術的`),
    people: list(`training | education | awareness | human | human resources | 教育 | 人材 | 人的 | 研修 | 人`),
  },
  postKind: {
    board: list(`director | board of directors | board member | 取締役 | 社外取締役 | 取締役会 | 監査役`),
    committee: list(`committee member | 委員会 | 会議体 | 委員`),
    executive: list(`executive officer | officer (executive) | c-level | 執行役員 | 執行役 | 役員 | 経営者`),
    officer: list(`manager | department head | head | 部長 | 管理職 | 担当部長 | 課長 | 責任者`),
    owner: list(`system owner | risk owner | staff | 担当 | 担当者 | オーナー`),
  },
  unitKind: {
    legal_entity: list(`company | subsidiary | corporation | entity | 会社 | 法人 | 子会社 | 関係会社 | グループ会社`),
    division: list(`department | division | team | section | unit | 部 | 部署 | 部門 | 課 | 室 | 事業部`),
  },
  systemKind: {
    predictive:
      list(`prediction | predictive ai | machine learning | classification | forecasting | 予測 | 予測型 | 予測ai |
      機械学習 | 識別 | 分類 | 識別系 | 予測系 | 画像認識`),
    generative:
      list(`generative ai | gen ai | genai | generative artificial intelligence | llm | large language model | 生成 |
      生成ai | 生成系ai | 生成系 | 大規模言語モデル`),
    agentic: list(`agent | ai agent | agents | agentic ai | エージェント | aiエージェント | エージェント型`),
    rule_based:
      list(`rule based | rule-based | rules | rules engine | expert system | rpa | ルール | ルールベース | ルール型 |
      エキスパートシステム`),
    embedded: list(`embedded ai | embedded in a product | 組込 | 組込み | 組み込み | 製品組込 | 製品組込み | 組込み型`),
  },
  systemRole: {
    developer: list(`develop | ai developer | 開発 | 開発者 | ai開発者`),
    provider: list(`ai provider | 提供 | 提供者 | ai提供者`),
    business_user: list(`business user | user | deployer | ai business user | ai user | 利用 | 利用者 | ai利用者`),
  },
  tier: {
    high: list(`h | high risk | tier 1 | tier1 | 高 | 高リスク | 高い | 大 | 重要 | 重大`),
    medium: list(`m | mid | moderate | medium risk | tier 2 | tier2 | 中 | 中リスク | 中程度`),
    low: list(`l | low risk | tier 3 | tier3 | 低 | 低リスク | 低い | 小 | 軽微`),
  },
  answer: {
    yes: list(`y | true | t | 1 | oui | 有 | 有り | あり | はい | ○ | 〇 | ◯ | 含む | 含まれる | 該当 | 該当する |
      取扱あり | 取扱い有 | 取り扱う | 利用あり | 使用する | 有る`),
    no: list(`n | false | f | 0 | non | 無 | 無し | なし | いいえ | × | ✕ | 含まない | 含まれない | 非該当 |
      該当しない | 該当なし | 取扱なし | 取扱い無 | 取り扱わない | 利用なし | 使用しない | 無い`),
    unknown: list(`? | not known | tbd | 不明 | 未確認 | 確認中 | 未定 | △`),
  },
  directionSide: {
    cyber:
      list(`cybersecurity | cyber security | information security | security | サイバーセキュリティ | 情報セキュリティ |
      セキュリティ`),
    ai: list(`artificial intelligence | ai governance | 人工知能 | aiガバナンス | 生成ai`),
  },
  maturity: {
    not_started: list(`not yet | not done | to do | 未実施 | 未対応 | 着手前 | 未着手（指示なし）`),
    directed: list(`instructed | ordered | 指示済み | 指示のみ | 指示あり`),
    organised:
      list(`organized | established | set up | defined | 体制整備済 | 体制整備済み | 体制整備 | 体制構築済 | 体制構築済み |
      整備済 | 整備済み`),
    operating: list(
      `operating | operational | in use | running | 運用 | 運用済 | 運用済み | 実施中 | 実施済 | 実施済み`,
    ),
    verified: list(`tested | audited | confirmed | assured | 検証 | 検証済み | 監査済 | 監査済み | 第三者確認済`),
  },
  autonomy: {
    advises: list(`advisory | decision support | recommendation | 助言 | 判断支援 | 提案のみ | 支援`),
    acts_on_approval: list(`human in the loop | human-in-the-loop | hitl | 承認後に実行 | 人が承認 | 承認制`),
    acts_supervised: list(`human on the loop | human-on-the-loop | supervised | 監督下で実行 | 人が監視 | 監視下`),
    acts_alone:
      list(`human out of the loop | fully autonomous | autonomous | fully automated | 自律 | 完全自律 | 完全自動 |
      全自動`),
  },
}

/** Sentences that begin with a stage and go on: "In production: more than 1 year". */
const lifecycleBeginnings: readonly (readonly [RegExp, string])[] = [
  [/^in production\s*[:,(-]/, 'production'],
  [/^(?:planned|initiation|initiated)\s*[:(-]/, 'proposed'],
  [
    /^(?:in development|under development|development and acquisition|acquisition and\/or development)\s*[:(-]/,
    'development',
  ],
  [/^(?:implementation|implementation and assessment)\s*[:(-]/, 'pilot'],
  [/^(?:operation and maintenance|operations and maintenance)\s*[:(-]/, 'production'],
  [/^(?:retired|retirement)\s*[:(-]/, 'retired'],
]

/** Words that say there is nothing to say. REDACTED: the source withholds it. */
const emptyWords = new Set(
  list(`n/a | na | n.a | none | nil | null | - | -- | --- | tbd | tba | to be determined | not applicable | なし |
      無し | 該当なし | 未定 | 未記入 | 未設定 | 特になし | 対象外 | ー | ― | 不明 | unknown | #n/a`),
)

export function isEmptyWord(cell: string): boolean {
  const folded = foldWord(cell)
  return folded === '' || emptyWords.has(folded)
}

/** True where a source withholds a name: no unit and no person is made from it. */
export function isWithheld(cell: string): boolean {
  return ['redacted', 'withheld', '非公開', '非開示'].includes(foldWord(cell))
}

const dictionaries = new Map<OptionsName, ReadonlyMap<string, string>>()

function dictionaryOf(name: OptionsName): ReadonlyMap<string, string> {
  const known = dictionaries.get(name)
  if (known) return known
  const dictionary = new Map<string, string>()
  for (const code of options[name]) {
    const group = `value.${name}.${code}`
    // The application's own words come back from its own exports, in both languages.
    const own = [translate('ja')(group), translate('en')(group)].filter((label) => label !== group)
    for (const word of [code, code.replaceAll('_', ' '), ...own, ...(words[name]?.[code] ?? [])])
      if (!dictionary.has(foldWord(word))) dictionary.set(foldWord(word), code)
  }
  dictionaries.set(name, dictionary)
  return dictionary
}

/** Words of a file's own mapping for one field: folded word → code. */
export type OwnWords = ReadonlyMap<string, string>

/** The code that a word means in an enumeration, or null where it has none here. */
export function codeOfWord(name: OptionsName, word: string, own?: OwnWords): string | null {
  const folded = foldWord(word)
  const code = own?.get(folded) ?? dictionaryOf(name).get(folded)
  if (code !== undefined) return code
  if (name !== 'lifecycle') return null
  return lifecycleBeginnings.find(([beginning]) => beginning.test(folded))?.[1] ?? null
}

/** Several words in one cell: a JSON list, or parts set apart by comma, semicolon, slash, bar or line. */
export function partsOfCell(cell: string): string[] {
  const list = jsonList(cell)
  return (list ?? cell.split(/[,;、，；/／|｜\n\r]+/)).map((part) => part.trim()).filter((part) => part !== '')
}

/** `["Machine Learning","Other"]` as forms write a multiple choice; null where a cell is no such list. */
export function jsonList(cell: string): string[] | null {
  if (!/^\s*\[\s*"/.test(cell)) return null
  try {
    const parsed: unknown = JSON.parse(cell)
    return Array.isArray(parsed) && parsed.every((each) => typeof each === 'string') ? parsed : null
  } catch {
    return null
  }
}

/** What a cell says as text: the parts of a JSON list in one line, without empty ones and without its brackets. */
export function textOfCell(cell: string): string {
  const parts = jsonList(cell)?.map((part) => part.trim())
  return parts === undefined ? cell : parts.filter((part) => part !== '').join(', ')
}

const countries: Readonly<Record<string, readonly string[]>> = {
  JP: list(`japan | 日本 | 日本国 | 国内`),
  EU: ['european union', '欧州連合'],
  US: list(`united states | usa | u.s | united states of america | 米国 | アメリカ | アメリカ合衆国`),
  GB: list(`united kingdom | uk | great britain | 英国 | イギリス`),
  CA: ['canada', 'カナダ'],
  CN: list(`china | 中国 | 中華人民共和国`),
  KR: list(`korea | south korea | republic of korea | 韓国 | 大韓民国`),
  SG: ['singapore', 'シンガポール'],
  TW: ['taiwan', '台湾'],
  TH: ['thailand', 'タイ'],
  VN: list(`vietnam | viet nam | ベトナム`),
  ID: ['indonesia', 'インドネシア'],
  IN: ['india', 'インド'],
  AU: list(`australia | オーストラリア | 豪州`),
  DE: list(`germany | ドイツ | 独国`),
  FR: list(`france | フランス | 仏国`),
}
const countryCodes = new Map(
  Object.entries(countries).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
)

/** ISO 3166 code of a country's name or code, and EU; null where it is neither. */
export function jurisdictionOf(word: string): string | null {
  const folded = foldWord(word)
  const named = countryCodes.get(folded)
  if (named !== undefined) return named
  return /^[a-z]{2}$/.test(folded) ? folded.toUpperCase() : null
}

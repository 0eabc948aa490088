/** Headings of other people's inventories (ja and en) and the fields of a system that they mean. */
import { foldHeading, HeadingBook, type HeadingMeaning, list, type Meaning } from './import-heading-book.ts'
import { targetReadings } from './import-targets.ts'

const unitOf = (words: string) =>
  new RegExp(
    `^(?:(?:owning|responsible|lead|host|sponsoring|using|parent|sub|reporting) )?(?:${words})(?: (?:name|(?:with|using) (?:the )?ai use case))?$`,
  )

const meanings: readonly Meaning[] = [
  {
    target: 'name',
    words: list(`ai use case name | use case name | ai use case title | use case title | ai system name | system name |
      name of ai system | name of the ai system | name of system | name ai system | ai name | ai tool name | tool name |
      application name | app name | solution name | product name | ai project name | project name | ai project title |
      artificial intelligence project | ai project | initiative name | ai initiative | use case | ai use case |
      ai system | ai tool | ai application | service name | title | name | system | tool | application |
      aiシステム名 | aiシステム名称 | システム名 | システム名称 | システムの名称 | ai名称 | aiの名称 | ai名 | aiツール名 |
      ツール名 | ツール名称 | aiサービス名 | サービス名 | サービス名称 | ソリューション名 | アプリケーション名 | アプリ名 |
      ユースケース名 | ユースケース | ai案件名 | 案件名 | プロジェクト名 | 施策名 | 取組名 | 名称 | 名前 | 件名 |
      対象システム | 対象システム名 | 利用ai | 利用ai名 | 利用システム名 | 製品名 | 製品サービス名 | aiシステム | システム`),
    shapes: [
      /\b(?:use case|ai system|ai tool|ai project|ai application|ai model|algorithm)s?\b.*\b(?:name|title)$/,
      /^(?:ai )?(?:project|system|tool|application|solution|product|service|initiative|algorithm)s? (?:name|title)$/,
      /^(?:name|title) of\b.*\b(?:use case|system|tool|project|algorithm)\b/,
      /^(?:ai|aiの|生成ai)?(?:システム|ツール|サービス|アプリ|ユースケース|案件|プロジェクト|製品).{0,6}(?:名|名称)$/,
    ],
  },
  {
    target: 'purpose',
    words:
      list(`purpose | intended purpose | purpose of use | purpose and use | summary of use case | use case summary |
      public summary | summary | description | short description | short description of project | use case description |
      description ai system | system description | ai system description | project description | project summary |
      overview | objective | objectives | intended use | intended uses | business purpose |
      目的 | 利用目的 | 使用目的 | 用途 | 目的用途 | 目的 用途 | 用途 目的 | 利用用途 | 活用目的 | 導入目的 | システムの目的 | 概要 |
      システム概要 | システムの概要 | 利用概要 | 活用概要 | ユースケース概要 | 内容 | 利用内容 | 活用内容 | 業務内容 | 説明`),
    asked: true,
    shapes: [
      /\bintended purpose\b/,
      /^(?:public|brief|short|business|ai|use case|system|project)\b.*\b(?:summary|description|purpose)$/,
      /^(?:summary|description|purpose) of\b.*\b(?:use case|system|tool|project)\b/,
      /(?:目的|用途|概要)$/,
    ],
  },
  {
    target: 'unit',
    level: 10,
    words: list(`company | company name | legal entity | entity | organization | organisation | organization name |
      organisation name | government organization | publishing body | ministry | public body |
      会社 | 会社名 | 法人 | 法人名 | グループ会社 | グループ会社名 | 事業会社 | 企業名 | 機関名 | 組織名 | 組織`),
  },
  {
    target: 'unit',
    level: 15,
    words: list(
      `department | department name | owning department | responsible department | federal department | 府省 | 府省名`,
    ),
    shapes: [unitOf('department')],
  },
  { target: 'unit', level: 20, words: ['agency', 'agency name'], shapes: [unitOf('agency')] },
  {
    target: 'unit',
    level: 30,
    words: list(`bureau | bureau department | department bureau | component | operating division | opdiv | op div |
      op div staff div | opdiv staffdiv | center | centre | bureau component | component agency | agency bureau`),
    shapes: [unitOf('bureau|component|opdiv|center|bureau (?:or|and) department|sub agency|subagency')],
  },
  {
    target: 'unit',
    level: 32,
    words: list(
      `business unit | division | business division | 本部 | 本部名 | 事業部 | 事業部名 | 事業本部 | カンパニー | 局`,
    ),
    shapes: [unitOf('business unit|division')],
  },
  { target: 'unit', level: 35, words: list(`部門 | 部門名 | 事業部門`) },
  {
    target: 'unit',
    level: 40,
    words:
      list(`unit | unit name | 所管部署 | 所管部門 | 所管部 | 所管 | 所管組織 | 主管部署 | 主管部門 | 担当部署 | 担当部門 | 管理部署 | 管理部門 | 部署 |
      部署名 | 部 | 部名 | 所属 | 所属部署 | オーナー部門 | オーナー部署 | 責任部署 | 責任部門 | 利用部署 | 利用部門 | 導入部署 |
      導入部門 | 使用部署 | 対象部署 | 申請部署`),
  },
  {
    target: 'unit',
    level: 50,
    words: list(`office | team | section | branch | group | 課 | 課名 | 室 | チーム | グループ`),
    shapes: [unitOf('office|team|section|branch')],
  },
  {
    target: 'lifecycle',
    words: list(`lifecycle | life cycle | lifecycle stage | life cycle stage | lifecycle status |
      stage of system development life cycle | system development life cycle stage | sdlc stage | sdlc phase |
      stage of development | development stage | current stage of production | current stage | dev stage | lifecycle phase | stage | phase |
      use case status | ai system status | system status | operational status | deployment status |
      implementation status | production status | status | ライフサイクル | ライフサイクル段階 | 状態 | ステータス | 状況 |
      稼働状況 | 稼働状態 | 運用状況 | 運用状態 | 利用状況 | 利用状態 | 導入状況 | 導入状態 | 開発状況 | 開発段階 | 段階 |
      フェーズ | ステージ | 進捗 | 進捗状況 | システム状態 | システムの状態`),
    shapes: [
      /\bstage\b.*\b(?:development|life ?cycle|production)\b/,
      /\b(?:development|life ?cycle|lifecycle|sdlc|deployment)\b.*\b(?:stage|phase|status)$/,
      /(?:ライフサイクル|稼働|運用|導入|利用).{0,3}(?:状況|状態|段階|フェーズ|区分)$/,
    ],
    weakWords: list(`区分 | 分類 | type | category`),
  },
  {
    target: 'kind',
    words:
      list(`ai type | type of ai | kind of ai | ai kind | ai category | ai種別 | aiの種別 | ai種類 | aiの種類 | aiタイプ |
      ai区分 | ai分類 | ai方式 | 生成ai区分`),
    weakWords: list(
      `種別 | 種類 | 区分 | 分類 | タイプ | 方式 | kind | type | category | technology type | system type`,
    ),
  },
  {
    target: 'roles',
    words:
      list(`company role | our role | role of the company | roles | ai business role | 自社の役割 | 当社の役割 | 自社の立場 |
      当社の立場 | 事業者区分 | ai事業者区分 | 主体区分 | 主体 | 役割区分`),
    weakWords: list(`role | 役割 | 立場 | 区分`),
  },
  {
    target: 'tier',
    words: list(`tier | risk tier | risk level | risk rating | ai risk level | ai risk tier | criticality | リスク区分 |
      リスクレベル | リスクランク | リスク分類 | リスク度 | ティア | 重要度 | 重要度区分 | リスク階層 | リスクティア`),
    weakWords: list(
      `risk | リスク | リスク評価 | 影響度 | 優先度 | importance | priority | 区分 | 分類 | ランク | レベル | level`,
    ),
  },
  {
    target: 'model',
    words:
      list(`model | model name | ai model | ai model name | base model | foundation model | underlying model | llm |
      モデル | モデル名 | aiモデル | aiモデル名 | 使用モデル | 利用モデル | 基盤モデル | 採用モデル | エンジン | aiエンジン`),
  },
  {
    target: 'vendor',
    words:
      list(`vendor | vendor name | vendor information | vendors | supplier | supplier name | provider | provider name |
      developer information | developer | developed by | contractor | manufacturer | third party vendor | ベンダー |
      ベンダ | ベンダー名 | ベンダ名 | 委託先 | 委託先名 | 業務委託先 | 開発委託先 | 提供元 | 提供会社 | 提供事業者 | 提供者 | 開発元 |
      開発会社 | 開発ベンダー | サプライヤー | 調達先 | 供給者 | メーカー | メーカー名 | 提供ベンダー | 開発者`),
  },
  {
    target: 'contract',
    words:
      list(`contract | contract number | contract name | contract id | 契約 | 契約名 | 契約番号 | 契約形態 | 契約種別 |
      契約書番号`),
  },
  {
    target: 'autonomy',
    words: list(
      `autonomy | autonomy level | level of autonomy | 自律性 | 自律度 | 自律レベル | 自動化レベル | 自律性レベル`,
    ),
  },
  {
    target: 'humanOversight',
    words: list(`human oversight | human oversight mechanism | human oversight mechanisms | oversight | human review |
      human involvement | 人の関与 | 人間の関与 | 人による監督 | 人間による監督 | 人の監督 | 監督方法 | 人的関与 | 人による確認 |
      人間の監督 | 人間の介在 | 人の判断の介在`),
  },
  {
    target: 'affected',
    words: list(`affected | affected persons | affected people | affected parties | who is affected | stakeholders |
      users | primary users | ai system primary users | user group | impacted people | 影響を受ける者 | 影響を受ける人 |
      影響対象 | 対象者 | 利害関係者 | ステークホルダー | 利用者 | 想定利用者 | 主な利用者 | 利用対象者`),
  },
  {
    target: 'personalData',
    words: list(`personal data | personal information | involves personal information | contains personal data |
      uses personal data | processes personal data | personal data used | pii | uses pii | contains pii | pii involved |
      personally identifiable information | 個人情報 | 個人情報の有無 | 個人情報有無 | 個人情報の取扱い | 個人情報の取り扱い |
      個人情報の取扱 | 個人情報取扱い | 個人情報取扱 | 個人情報の利用 | 個人情報利用 | 個人データ | 個人データの有無 |
      個人情報の取扱い有無 | 個人情報の取扱有無 | 個人情報を含むか`),
    asked: true,
    shapes: [
      /\b(?:personal (?:data|information)|pii)\b(?!.*\b(?:bank|banks|explain|describe|type|types)\b)/,
      /個人(?:情報|データ).{0,12}(?:有無|取扱い?|取り扱い|利用|か)$/,
    ],
  },
  {
    target: 'jurisdictions',
    words:
      list(`jurisdiction | jurisdictions | country | countries | applicable jurisdictions | 国 | 国 地域 | 対象国 | 提供国 |
      利用国 | 適用法域 | 法域 | 提供地域 | 対象国 地域`),
  },
  {
    target: 'goLiveOn',
    words: list(`go live | go live date | go live on | go live day | date implemented | implementation date |
      date of implementation | deployment date | date deployed | date of deployment | deployed on | deployed | launch date |
      production date | in production since | in service date | operational date | release date | date in production |
      稼働開始日 | 本番稼働日 | 本番稼働開始日 | 本番開始日 | 稼働日 | 運用開始日 | 利用開始日 | 導入日 | リリース日 | サービス開始日 |
      本番リリース日 | 使用開始日 | 稼働開始 | 稼働開始年月日 | 運用開始年月日 | 利用開始年月日 | 導入年月日 | 運用開始 | 利用開始`),
    weakWords: list(`start date | 開始日 | 導入時期 | 稼働時期`),
  },
  {
    target: 'nextReviewOn',
    words: list(`next review | next review date | next review on | next review due | review due | review due date |
      next assessment date | 次回見直し日 | 次回見直し | 次回レビュー日 | 次回レビュー | 見直し予定日 | 次回見直し予定日 | 次回点検日 |
      次回評価日 | 次回確認日 | レビュー期限 | 見直し期限 | 次回レビュー予定日 | 次回見直日`),
    weakWords: list(`review date | 見直し日 | レビュー日`),
  },
  {
    target: 'reading',
    words:
      list(`reading | name reading | よみ | 読み | よみがな | 読み仮名 | ふりがな | フリガナ | カナ | 名称カナ | 名称 カナ | システム名カナ |
      システム名 カナ | システム名 よみ | システム名よみ | システム名 フリガナ | システム名フリガナ | システム名 ふりがな`),
  },
  {
    target: 'owner',
    words: list(`system owner | ai system owner | business owner | product owner | use case owner | owner | owner name |
      responsible person | person responsible | point of contact | primary contact | contact name | use case contact |
      システムオーナー | オーナー | 責任者 | 責任者名 | 責任者氏名 | システム責任者 | 管理責任者 | 業務責任者 | 所管責任者 | 管理者 |
      管理者名 | 担当者 | 担当者名 | 担当者氏名 | システム担当者 | 担当`),
  },
  {
    target: 'ownerReading',
    words:
      list(`owner reading | 責任者よみ | 責任者 よみ | 責任者カナ | 責任者 カナ | 責任者フリガナ | 責任者 フリガナ | 担当者よみ |
      担当者 よみ | 担当者カナ | 担当者 カナ | 担当者フリガナ | 担当者 フリガナ | 担当者ふりがな | 責任者ふりがな | 氏名カナ`),
  },
  {
    target: 'executive',
    words: list(`accountable executive | responsible executive | executive sponsor | executive owner | executive |
      accountable official | 担当役員 | 責任役員 | 所管役員 | 管掌役員 | 担当執行役員 | 担当役員名 | 統括責任者 | ai統括責任者 | 役員`),
  },
  {
    target: 'notes',
    words:
      list(`notes | note | remarks | remark | comments | comment | memo | 備考 | 備考欄 | メモ | コメント | 注記 | 特記事項 | 補足 |
      補足事項`),
  },
]

const identifierWords = list(`use case id | ai use case id | system id | ai system id | ai register id | register id |
  inventory id | inventory item id | unique id | unique identifier | identifier | id | record id | reference id |
  reference number | reference | ref id | ref | asset id | tool id | ai id | use case identifier | use case number |
  use case code | system code | tracking number | code | 管理番号 | 台帳番号 | システムid | システム番号 | システムコード | 識別番号 |
  識別子 | 管理id | 台帳id | 登録番号 | 資産番号 | 整理番号 | 案件番号 | 案件id | 受付番号 | コード | 管理コード | ai管理番号 | 管理no`)
const identifierShapes = [
  /^(?:ai )?(?:use case|system|inventory|register|record|asset|tool|project|algorithm)\b.*\b(?:id|identifier|number)$/,
  /^(?:ai|システム|案件|資産|台帳|管理|登録|識別|ツール|サービス).{0,6}(?:番号|id|コード)$/,
]

/** How likely a heading names an identifier of the system: the first of several wins; null where it names none. */
export function identifierScore(heading: string): number | null {
  const folded = foldHeading(heading)
  const index = identifierWords.indexOf(folded)
  if (index >= 0) return 100 - index / 2
  return identifierShapes.some((shape) => shape.test(folded)) ? 40 : null
}

export const systemHeadings = new HeadingBook('system', meanings, targetReadings)

/** What a heading of a list of systems may mean, the likeliest first; empty where nothing here knows it. */
export function meaningsOf(heading: string): readonly HeadingMeaning[] {
  return systemHeadings.meaningsOf(heading)
}

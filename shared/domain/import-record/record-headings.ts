/**
 * Headings of lists of risks, controls, people and the rest (ja and en), as companies keep them in sheets. The application's own
 * names of the fields are known besides. Likelihood and impact without a stage are left to a person: a list does not say whether
 * it means the risk before its controls or after them.
 */
import { HeadingBook, list, type Meaning } from '../import-heading-book.ts'
import { directionMeanings } from './direction-headings.ts'
import { recordNouns, type RecordNoun, recordTargets } from './record-targets.ts'

const notes: Meaning = {
  target: 'notes',
  words: list(`notes | note | comments | comment | remarks | review notes | 備考 | 摘要 | メモ | コメント | 特記事項`),
}
const meaningsByNoun: Readonly<Record<RecordNoun, readonly Meaning[]>> = {
  direction: directionMeanings,
  person: [
    {
      target: 'name',
      words:
        list(`full name | name | employee name | person | staff name | display name | 氏名 | 名前 | お名前 | 社員名 |
        職員名 | 従業員名 | 氏名（漢字） | 氏名 漢字 | 漢字氏名`),
    },
    {
      target: 'reading',
      words:
        list(`reading | kana | furigana | phonetic name | name kana | フリガナ | ふりがな | カナ | かな | よみ | 読み |
        読み仮名 | よみがな | 氏名カナ | カナ氏名 | 氏名（カナ） | 氏名 カナ | 氏名（フリガナ）`),
    },
    {
      target: 'email',
      words: list(
        `email | e mail | mail | email address | e mail address | mail address | メール | メールアドレス | eメール`,
      ),
    },
    {
      target: 'unitId',
      words:
        list(`department | division | unit | team | section | organization | organisation | 部署 | 部署名 | 部門 | 部門名 |
        所属 | 所属部署 | 所属部門 | 所属名 | 組織 | 部課`),
    },
  ],
  unit: [
    {
      target: 'name',
      words: list(`unit | unit name | department | department name | division | division name | organization |
        organization name | organisation | organisation name | name | company | company name | 組織 | 組織名 | 部署 | 部署名 |
        部門 | 部門名 | 会社 | 会社名 | 法人名 | 名称`),
    },
    { target: 'reading', words: list(`reading | kana | フリガナ | ふりがな | カナ | よみ | 読み`) },
    { target: 'kind', words: list(`kind | type | class | 種類 | 種別 | 区分`) },
    {
      target: 'parentId',
      words:
        list(`parent | parent unit | parent department | parent organization | belongs to | above | reports to | 上位組織 |
        上位部署 | 上位部門 | 親組織 | 親部署 | 親部門 | 親会社 | 所属 | 所属組織`),
    },
    {
      target: 'from',
      words: list(`from | since | start | start date | established on | 開始日 | 設置日 | 設立日 | 適用開始日`),
    },
    { target: 'to', words: list(`to | until | end | end date | abolished on | 終了日 | 廃止日 | 適用終了日`) },
  ],
  post: [
    {
      target: 'name',
      words:
        list(`post | post name | position | position name | role | title | job title | office | name | 職位 | 職位名 | 役職 |
        役職名 | 職名 | 役割 | 名称`),
    },
    { target: 'kind', words: list(`kind | type | class | 種類 | 種別 | 区分`) },
    { target: 'unitId', words: list(`department | division | unit | 部署 | 部署名 | 部門 | 所属 | 組織 | 所属部署`) },
    {
      target: 'reportsToId',
      words: list(`reports to | superior | line manager | 報告先 | 上位職位 | 上位者 | 上長 | 指揮系統 | 直属の上長`),
    },
    {
      target: 'termHolder',
      words: list(
        `holder | held by | incumbent | person | full name | employee name | 在任者 | 就任者 | 氏名 | 担当者 | 現任者`,
      ),
    },
    {
      target: 'termFrom',
      words: list(`holder since | appointed on | since | in office since | 就任日 | 着任日 | 任命日 | 発令日`),
    },
    { target: 'from', words: list(`from | established on | 設置日`) },
  ],
  risk: [
    {
      target: 'name',
      words:
        list(`risk name | risk title | name of risk | risk | title | name | subject | risk statement | リスク名 | リスク名称 |
        リスクの名称 | リスク項目 | リスク | リスク件名 | 件名 | 名称 | 項目`),
    },
    {
      target: 'event',
      words:
        list(`event | risk description | description | description of risk | risk event | scenario | risk scenario |
        リスク内容 | リスクの内容 | リスク事象 | リスクシナリオ | リスクの概要 | 事象 | 内容 | 概要 | 説明 | 詳細`),
    },
    {
      target: 'cause',
      words:
        list(`cause | causes | root cause | threat description | risk source | 原因 | 要因 | リスク要因 | 発生原因 |
        リスク源 | 脅威`),
    },
    {
      target: 'consequence',
      words:
        list(`consequence | consequences | effect | effects | impact description | potential impact | 影響 | 影響内容 |
        影響の内容 | 結果 | 想定される影響 | 想定影響 | 損害`),
    },
    {
      target: 'systemIds',
      words: list(`assets | asset | applicable assets | systems | system | ai systems | ai system | 対象システム |
        対象ai | システム | システム名 | aiシステム | 資産 | 情報資産 | 対象資産`),
    },
    {
      target: 'category',
      words: list(`category | risk category | risk type | type | カテゴリ | カテゴリー | リスク分類 |
        リスク区分 | リスク種別 | 分類 | 区分 | 種別`),
    },
    { target: 'status', words: list(`status | state | risk status | 状態 | ステータス | 状況`) },
    {
      target: 'treatment',
      words: list(`treatment | risk treatment | treatment strategy | risk response | response | strategy |
        対応方針 | リスク対応 | 対応区分 | 対応方法 | リスク対応方針 | 対応戦略`),
    },
    {
      target: 'identifiedOn',
      words: list(`identified on | date identified | identification date | created | created at |
        date created | registered on | submission date | 特定日 | 識別日 | 登録日 | 起票日 | 把握日`),
    },
    {
      target: 'nextReviewOn',
      words: list(`next review | next review date | review | review date | 次回見直し日 | 次回レビュー日 |
        見直し日 | 見直し予定日 | 次回見直し | 次回評価日`),
    },
    {
      target: 'targetOn',
      words: list(`deadline | due date | due | target date | treatment deadline | 期限 | 対応期限 | 目標日 |
        完了予定日 | 対応予定日`),
    },
    {
      target: 'owner',
      words: list(`risk owner | owner | owners | responsible | responsible person | accountable | リスクオーナー |
        リスク所有者 | リスク責任者 | 責任者 | 担当者 | 担当 | 主管 | オーナー`),
    },
    {
      target: 'inherentLikelihood',
      words: list(`inherent likelihood | inherent probability | inherent proba | gross likelihood |
        固有 発生可能性 | 固有リスク 発生可能性 | 固有発生可能性 | 対策前 発生可能性 | 対策前発生可能性 | 発生可能性 対策前 |
        発生可能性（対策前） | 発生可能性（固有）`),
    },
    {
      target: 'inherentImpact',
      words: list(`inherent impact | gross impact | inherent severity | 固有 影響度 | 固有リスク 影響度 |
        固有影響度 | 対策前 影響度 | 対策前影響度 | 影響度 対策前 | 影響度（対策前） | 影響度（固有）`),
    },
    {
      target: 'residualLikelihood',
      words: list(`residual likelihood | residual probability | current likelihood |
        current probability | net likelihood | 残存 発生可能性 | 残存リスク 発生可能性 | 残存発生可能性 | 対策後 発生可能性 |
        対策後発生可能性 | 発生可能性 対策後 | 発生可能性（対策後） | 発生可能性（残存）`),
    },
    {
      target: 'residualImpact',
      words: list(`residual impact | current impact | net impact | residual severity | 残存 影響度 |
        残存リスク 影響度 | 残存影響度 | 対策後 影響度 | 対策後影響度 | 影響度 対策後 | 影響度（対策後） | 影響度（残存）`),
    },
    {
      target: 'targetLikelihood',
      words: list(`target likelihood | target probability | 目標 発生可能性 | 目標発生可能性`),
    },
    { target: 'targetImpact', words: list(`target impact | 目標 影響度 | 目標影響度`) },
    {
      target: 'judgedOn',
      words: list(`date of assessment | assessed on | assessment date | date assessed | 評価日 | 評価実施日 |
        アセスメント日`),
    },
    {
      target: 'rationale',
      words: list(`rationale | justification | grounds | 評価根拠 | 判断根拠 | 根拠 | 評価理由 | 理由`),
    },
    {
      target: 'controls',
      words: list(`controls | existing controls | existing applied controls | current controls |
        treatment internal controls | 統制 | 既存統制 | 既存の統制 | 現状の統制 | 既存対策 | 現状の対策 | 対策 | 管理策`),
    },
    {
      target: 'plannedControls',
      words: list(`additional controls | planned controls | applied controls | 追加統制 | 追加対策 |
        追加の統制 | 予定している統制`),
    },
    notes,
  ],
  control: [
    {
      target: 'name',
      words:
        list(`control name | control title | control | name | title | measure | safeguard | check item | checklist item | item |
        統制名 | 統制名称 | 統制 | 統制項目 | 管理策 | 管理策名 | 対策 | 対策名 | 対策項目 | チェック項目 | 確認項目 | 点検項目 |
        実施項目 | 項目 | 名称`),
    },
    {
      target: 'description',
      words:
        list(`description | control description | objective | control objective | details | guidance | 説明 | 内容 | 統制内容 |
        統制の内容 | 詳細 | 解説 | 具体的な内容 | 対策内容 | 実施内容`),
    },
    {
      target: 'domain',
      words: list(`domain | control domain | area | 領域 | 統制領域 | 分野`),
      weakWords: list(`category | theme | 分類 | 区分 | カテゴリ`),
    },
    { target: 'weight', words: list(`weight | importance | 重要度 | 重み`), weakWords: list(`priority | 優先度`) },
    {
      target: 'design',
      words: list(`design | implementation status | implementation | implementation state | status | state |
        整備状況 | 設計 | 設計の状況 | 対応状況 | 実施状況 | 対応状態 | 実装状況 | 状況 | 状態`),
    },
    {
      target: 'owner',
      words: list(
        `control owner | owner | responsible | 統制責任者 | 統制オーナー | 責任者 | 担当者 | 担当部署 | 担当`,
      ),
    },
    { target: 'nextReviewOn', words: list(`next review | next review date | review date | 次回見直し日 | 見直し日`) },
    { target: 'riskIds', words: list(`risks | risk | related risks | リスク | 対応リスク | 関連リスク | 対象リスク`) },
    { target: 'systemIds', words: list(`systems | system | assets | ai systems | システム | 対象システム`) },
    notes,
  ],
  action: [
    {
      target: 'name',
      words:
        list(`action | action name | action item | task | title | name | subject | issue | アクション | 対応 | 対応事項 |
        対応項目 | 課題 | 課題名 | タスク | タスク名 | 是正措置 | 改善項目 | 件名 | 名称 | 項目`),
    },
    { target: 'description', words: list(`description | details | content | 内容 | 対応内容 | 説明 | 詳細 | 概要`) },
    {
      target: 'ownerId',
      words: list(`owner | assignee | assigned to | responsible | responsible person | 担当者 | 担当 | 責任者 |
        実施責任者 | 対応者`),
    },
    {
      target: 'dueOn',
      words: list(
        `due | due date | due on | deadline | target date | 期限 | 期日 | 対応期限 | 完了期限 | 完了予定日 | 締切`,
      ),
    },
    { target: 'state', words: list(`status | state | progress | 状態 | ステータス | 状況 | 進捗 | 対応状況`) },
    {
      target: 'doneOn',
      words: list(
        `done on | completed on | completion date | date completed | closed on | 完了日 | 実施日 | 対応完了日`,
      ),
    },
    { target: 'systemIds', words: list(`systems | system | ai systems | システム | 対象システム`) },
    { target: 'riskIds', words: list(`risks | risk | related risks | リスク | 関連リスク | 対象リスク`) },
    { target: 'controlIds', words: list(`controls | control | related controls | 統制 | 関連統制 | 管理策`) },
    notes,
  ],
  vendor: [
    {
      target: 'name',
      words:
        list(`vendor | vendor name | supplier | supplier name | company | company name | third party | name | provider |
        委託先 | 委託先名 | 委託先名称 | 取引先 | 取引先名 | ベンダー | ベンダ | ベンダー名 | 業者名 | 会社名 | 提供会社 | 名称`),
    },
    { target: 'reading', words: list(`reading | kana | フリガナ | ふりがな | カナ | よみ`) },
    {
      target: 'country',
      words: list(`country | country of incorporation | jurisdiction | 国 | 所在国 | 設立国 | 国名`),
    },
    { target: 'group', words: list(`group | parent company | group company | 企業グループ | グループ | 親会社`) },
    { target: 'tier', words: list(`tier | criticality | importance | 重要度 | 区分 | ランク`) },
    {
      target: 'ownerId',
      words: list(`owner | relationship owner | vendor manager | responsible | 担当者 | 管理責任者 | 責任者 | 担当`),
    },
    {
      target: 'nextReviewOn',
      words: list(`next review | next review date | review date | 次回見直し日 | 次回評価日 | 見直し日`),
    },
    notes,
  ],
  contract: [
    {
      target: 'name',
      words:
        list(`contract | contract name | contract title | agreement | agreement name | name | title | subject | 契約 | 契約名 |
        契約名称 | 契約書名 | 件名 | 名称`),
    },
    {
      target: 'vendorId',
      words: list(`vendor | supplier | counterparty | other party | company | 相手先 | 契約相手 | 契約先 | 取引先 |
        委託先 | ベンダー | ベンダ | 契約相手方 | 相手方`),
    },
    { target: 'systemIds', words: list(`systems | system | ai systems | 対象システム | システム`) },
    {
      target: 'signedOn',
      words: list(`signed on | signature date | date signed | contract date | 締結日 | 契約日 | 契約締結日`),
    },
    {
      target: 'from',
      words: list(`from | start | start date | effective date | effective from | 開始日 | 契約開始日 | 契約期間 開始 |
        契約開始 | 始期 | 発効日`),
    },
    {
      target: 'to',
      words: list(`to | until | end | end date | expiry | expiry date | expires on | 終了日 | 契約終了日 | 満了日 |
        契約期間 終了 | 契約終了 | 終期 | 有効期限`),
    },
    {
      target: 'noticeMonths',
      words: list(`notice | notice period | notice months | 予告期間 | 解約予告 | 解約予告期間`),
    },
    { target: 'renews', words: list(`auto renewal | automatic renewal | renews | renewal | 自動更新 | 更新`) },
    { target: 'governingLaw', words: list(`governing law | applicable law | 準拠法`) },
    { target: 'court', words: list(`court | jurisdiction | 管轄裁判所 | 裁判管轄 | 管轄`) },
    { target: 'ownerId', words: list(`owner | contract owner | responsible | 担当者 | 契約担当者 | 責任者 | 担当`) },
    notes,
  ],
  incident: [
    {
      target: 'name',
      words:
        list(`incident | incident name | incident title | title | name | subject | summary | インシデント | インシデント名 | 件名 |
        事故名 | 事象名 | 名称`),
    },
    { target: 'kind', words: list(`kind | type | incident type | category | 種類 | 種別 | 区分 | 分類`) },
    {
      target: 'severity',
      words: list(`severity | seriousness | level | impact level | 重大度 | 深刻度 | 影響度 | レベル | 程度`),
    },
    {
      target: 'description',
      words: list(`description | details | what happened | 内容 | 概要 | 事象 | 事象の内容 | 説明 | 詳細`),
    },
    {
      target: 'systemIds',
      words: list(`systems | system | ai systems | ai system | system name | システム | 対象システム | システム名`),
    },
    {
      target: 'occurredAt',
      words: list(`occurred at | occurred on | occurred | date of incident | incident date | date occurred |
        発生日時 | 発生日 | 発生時刻`),
    },
    {
      target: 'detectedAt',
      words: list(`detected at | detected on | detected | date detected | discovery date | 検知日時 | 検知日 |
        発見日 | 発見日時`),
    },
    {
      target: 'learnedAt',
      words: list(`learned at | learned on | date reported | reported | 認知日時 | 認知日 | 把握日 | 覚知日`),
    },
    {
      target: 'affectedCount',
      words: list(`affected | affected people | number of people affected | people affected | 影響人数 |
        対象人数 | 影響件数 | 件数`),
    },
    { target: 'cause', words: list(`cause | root cause | 原因 | 発生原因`) },
    {
      target: 'measures',
      words: list(`measures | actions taken | response | containment | 対応 | 対応内容 | 対策 | 措置 | 処置`),
    },
    { target: 'lessons', words: list(`lessons | lessons learned | 再発防止策 | 教訓 | 再発防止`) },
    { target: 'ownerId', words: list(`owner | responsible | handler | 担当者 | 責任者 | 担当`) },
    notes,
  ],
}

export const recordHeadings = Object.fromEntries(
  recordNouns.map((noun) => [noun, new HeadingBook(noun, meaningsByNoun[noun], recordTargets[noun])]),
) as unknown as Readonly<Record<RecordNoun, HeadingBook>>

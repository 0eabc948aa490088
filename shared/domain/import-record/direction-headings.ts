/** Headings of lists of what a board has directed (ja and en), as security offices and secretariats keep them. */
import { list, type Meaning } from '../import-heading-book.ts'

export const directionMeanings: readonly Meaning[] = [
  { target: 'code', words: list(`code | コード | 記録のコード | record code`) },
  {
    target: 'item',
    words:
      list(`direction number | direction no | number of the direction | direction id | item | item number | directive |
      directive number | no | number | 指示番号 | 指示no | 項目番号 | 項目no | 項目 | 番号 | 指示項目 | 重要10項目 | 10項目 |
      指示項目番号 | 重要項目 | 対象項目 | 区分番号 | 経営者の指示`),
    weakWords: list(`id | title | direction title | 題名 | 表題 | 項目名 | 指示名`),
    shapes: [/^(?:指示|項目|重要10?項目).{0,6}(?:番号|no|id)$/, /^(?:direction|directive|item)s? (?:no|number|id)$/],
  },
  {
    target: 'side',
    words: list(`side | area | 側 | 分野 | 対象分野`),
    weakWords: list(`区分 | 種別 | category | type`),
  },
  {
    target: 'name',
    words:
      list(`direction | instruction in short | summary of instruction | subject | 指示 | 指示事項 | 指示の要点 | 指示要旨 |
      指示概要 | 件名 | 要旨`),
  },
  {
    target: 'instruction',
    words:
      list(`instruction | instructions | content of direction | instruction text | text of instruction | 指示内容 | 指示の内容 |
      指示の本文 | 指示文 | 内容 | 取締役会の指示 | 取締役会指示 | 経営層の指示 | 経営の指示`),
    shapes: [/^(?:取締役会|経営層?|経営者|役員会).{0,3}(?:から)?の?指示.{0,3}(?:内容|事項)?$/],
  },
  {
    target: 'givenBy',
    words:
      list(`given by post code | given by | by whom | directed by | instructed by | issued by | 指示者 | 指示元 | 発出者 |
      決定機関 | 会議体 | 指示した会議体 | 機関 | 出した職位 | given by (post)`),
  },
  {
    target: 'givenByPerson',
    words: list(`given by person code | 出した人 | given by (person) | 指示者氏名 | 指示した人`),
  },
  {
    target: 'to',
    words:
      list(`to post code | to | to whom | given to | assigned to | owner | responsible | 指示先 | 受けた職位 | given to (post) | 宛先 |
      担当 | 責任者 | 実施責任者 | 主管 | 所管`),
  },
  {
    target: 'toPerson',
    words: list(`to person code | 受けた人 | given to (person) | 担当者氏名 | 担当者 | responsible person`),
  },
  {
    target: 'givenOn',
    words:
      list(`date | day | given on | date given | date of instruction | instruction date | directed on | 指示日 | 出した日 |
      指示年月日 | 決定日 | 決議日 | 発出日 | 日付 | 年月日`),
  },
  {
    target: 'reference',
    words:
      list(`reference | resolution | minutes | resolution number | minutes number | 議事録 | 議事録番号 | 決議番号 | 根拠文書 |
      決議 議事録の番号 | 決議・議事録の番号 | 文書番号`),
  },
  {
    target: 'reportDueOn',
    words:
      list(`report due | report due date | report by | due | due date | deadline | 報告期限 | 報告の期限 | 期限 | 報告予定日 |
      期日`),
  },
  {
    target: 'reportedOn',
    words: list(
      `report day | report date | reported on | date of report | date reported | 報告日 | 報告年月日 | 報告した日 | 報告受領日`,
    ),
  },
  {
    target: 'report',
    words:
      list(`report | reported | report back | what was reported | content of report | status report | 報告 | 報告内容 |
      報告事項 | 報告の内容 | 実施状況 | 対応状況 | 状況 | 進捗`),
  },
  {
    target: 'maturity',
    words:
      list(`maturity | maturity level | level | score | stage | 成熟度 | 成熟度レベル | レベル | 評価 | 評価点 | 段階 | 自己評価 |
      達成度 | 点数`),
  },
  {
    target: 'maturityOn',
    words: list(
      `assessed on | maturity as of | assessment date | date assessed | 評価日 | 成熟度の確認日 | 確認日 | 評価年月日 | 基準日`,
    ),
  },
  {
    target: 'grounds',
    words:
      list(`grounds | grounds for maturity | evidence | basis | rationale | reason | justification | 根拠 | 成熟度の根拠 |
      評価の根拠 | 評価根拠 | 証跡 | 理由 | 判断根拠 | 評価理由`),
  },
  {
    target: 'nextReviewOn',
    words: list(
      `next review | next review date | review due | 次回見直し日 | 次回見直し | 次回確認日 | 見直し予定日 | 次回評価日`,
    ),
  },
  { target: 'notes', words: list(`notes | note | remarks | comments | 備考 | メモ | コメント | 補足`) },
]

/** The spreadsheets, and a library, that lie in the home folder of the pictures, as a risk manager would bring them. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { Language } from '#shared/domain/text.ts'
import { craftedWorkbook } from '#test/support/crafted-workbook.ts'

export const spreadsheetName: Record<Language, string> = { ja: 'AI一覧.csv', en: 'ai-list.csv' }

/** One stage has a word of the company's own, one day does not exist, one row has no name. */
const rows: Record<Language, readonly string[]> = {
  ja: [
    '管理番号,名称,所管部門,段階,担当者,次回見直し,委託先,利用目的,個人情報,備考',
    'AI-001,議事録作成支援,総務部,本番,山本 彩,2027-01-31,社外SaaS,会議の議事録を要約する,あり,全社で利用',
    'AI-002,需要予測,物流事業部,本番,秋山 拓也,2027-03-31,自社開発,週ごとの出荷量を予測する,なし,',
    'AI-003,契約書レビュー,法務部,試行,林 美咲,2027-02-30,社外SaaS,契約書の論点を示す,あり,試行は3月まで',
    'AI-004,問い合わせ自動応答,営業本部,運用フェーズ2,三浦 彩香,2026-12-15,社外SaaS,取引先の質問に答える,あり,',
    'AI-005,,営業本部,本番,,,,,,',
  ],
  en: [
    'ID,Name,Department,Stage,Owner,Next review,Vendor,Purpose,Personal data,Remarks',
    'AI-001,Meeting minutes assistant,General Affairs,Production,Aya Yamamoto,2027-01-31,External SaaS,Summarises minutes of meetings,Yes,Used by all units',
    'AI-002,Demand forecast,Logistics,Production,Takuya Akiyama,2027-03-31,In-house,Forecasts weekly shipments,No,',
    'AI-003,Contract review,Legal,Pilot,Misaki Hayashi,2027-02-30,External SaaS,Points out issues in contracts,Yes,Pilot until March',
    'AI-004,Enquiry chatbot,Sales,Phase 2,Ayaka Miura,2026-12-15,External SaaS,Answers customers,Yes,',
    'AI-005,,Sales,Production,,,,,,',
  ],
}

export const workbookName: Record<Language, string> = { ja: 'AI台帳.xlsx', en: 'ai-register.xlsx' }

export const directionsName: Record<Language, string> = { ja: '指示一覧.csv', en: 'directions.csv' }

/** A number that is none of the ten, a day that does not exist, and a step between two. */
const directions: Record<Language, readonly string[]> = {
  ja: [
    '番号,指示,指示者,指示日,報告日,報告内容,成熟度,根拠',
    '1,情報セキュリティ方針の改定,取締役会,2023-06-29,2023-12-14,全社に周知,4,内部監査で確認',
    '指示2,CISOの任命,取締役会,2024/7/1,,,検証済,外部評価',
    '3,年度予算,取締役会,2026-02-30,,,3,',
    '7,訓練の実施,経営会議,2026-06-22,2026-09-12,連絡網の不備2件を直した,3.5,訓練の評価報告',
    '12,その他,取締役会,2026-01-01,,,1,',
  ],
  en: [
    'No.,Direction,Given by,Date,Report date,Report,Maturity,Grounds',
    '1,Revise the policy,Board,2023-06-29,2023-12-14,Announced to all,4,Internal audit',
    'Direction 2,Appoint a CISO,Board,2024-07-01,,,Verified,External review',
    '3,Annual budget,Board,2026-02-30,,,3,',
    '7,Hold an exercise,Management meeting,2026-06-22,2026-09-12,Two faults mended,3.5,Evaluation of the exercise',
    '12,Other,Board,2026-01-01,,,1,',
  ],
}

export const risksName: Record<Language, string> = { ja: 'リスク一覧.csv', en: 'risks.csv' }

/** Words of a scale of the company's own, controls and owners that are not in the register, a day that does not exist. */
const risks: Record<Language, readonly string[]> = {
  ja: [
    '管理番号,リスク名,リスク内容,リスク分類,対策前 発生可能性,対策前 影響度,対策後 発生可能性,対策後 影響度,リスク対応,既存統制,リスク責任者,対応期限',
    'R-01,プロンプトからの情報漏えい,社員が顧客情報を入力する,情報セキュリティ,高い,大きい,低い,中程度,低減,入力内容の検査,山本 彩,2027-03-31',
    'R-02,与信判定の偏り,地域によって判定が偏る,公平性,ありえる,甚大,低い,大きい,低減,四半期ごとの検証,秋山 拓也,2027-02-30',
    'R-03,提供元の撤退,基盤モデルの提供が終わる,戦略,低い,大きい,,,受容,,林 美咲,',
  ],
  en: [
    'No.,Risk,Description,Category,Inherent likelihood,Inherent impact,Residual likelihood,Residual impact,Treatment,Existing controls,Risk owner,Deadline',
    'R-01,Leak through prompts,Staff enter customer data,Security,High,Major,Low,Moderate,Mitigate,Inspection of input,Aya Yamamoto,2027-03-31',
    'R-02,Bias in credit scoring,Results differ by region,Fairness,Conceivable,Catastrophic,Low,Major,Mitigate,Quarterly validation,Takuya Akiyama,2027-02-30',
    'R-03,Provider withdraws,The foundation model is discontinued,Strategic,Low,Major,,,Accept,,Misaki Hayashi,',
  ],
}

export const repeatsName: Record<Language, string> = { ja: 'AI一覧（用途別）.csv', en: 'systems by use.csv' }

/** One system in several rows, by use; an owner whose name is in no register, an executive by a word that is no post here. */
const repeats: Record<Language, readonly string[]> = {
  ja: [
    '管理番号,システム名,部門,担当者,担当役員',
    'AI-01,文書要約（社内文書）,総務部,山本 彩,最高AI責任者',
    'AI-01,文書要約（顧客文書）,営業部,1204,最高AI責任者',
    'AI-01,文書要約（契約書）,法務部,山本 彩,',
    'AI-02,需要予測（商品）,営業部,1204,',
    'AI-02,需要予測（人員）,人事部,秋山 拓也,',
    'AI-03,与信判定,審査部,秋山 拓也,最高リスク責任者',
  ],
  en: [
    'ID,System name,Department,Owner,Accountable executive',
    'AI-01,Summaries (staff papers),General affairs,Aya Yamamoto,Chief AI Officer',
    'AI-01,Summaries (letters of customers),Sales,1204,Chief AI Officer',
    'AI-01,Summaries (contracts),Legal,Aya Yamamoto,',
    'AI-02,Demand forecast (goods),Sales,1204,',
    'AI-02,Demand forecast (staff),Human resources,Takuya Akiyama,',
    'AI-03,Credit scoring,Credit,Takuya Akiyama,Chief Risk Officer',
  ],
}

export const questionnaireName: Record<Language, string> = { ja: '質問票の回答.csv', en: 'answers.csv' }

/** Moved rows, a column taken out, the mark lost, an answer that is none, and a number that nobody knows. */
const answers: Record<Language, readonly string[]> = {
  ja: [
    'ID,質問,回答,説明,資料',
    'DD-MOD-02,,△,30日前に知らせる,',
    'DD-SEC-02,,○,保存時と通信時に暗号化している,安全管理の概要',
    'DD-SEC-01,,はい,独立した監査を毎年受けている,監査報告 2026',
    'DD-DAT-02,,国内のみ,,',
    'DD-EXT-02,,該当なし,,',
    'DD-ABC-01,独自の項目,はい,,',
  ],
  en: [
    'ID,Question,Answer,Details,Document',
    'DD-MOD-02,,Partly,Told 30 days before,',
    'DD-SEC-02,,Yes,Encrypted at rest and in transit,Security overview',
    'DD-SEC-01,,Yes,Audited every year by an independent party,Audit report 2026',
    'DD-DAT-02,,Japan only,,',
    'DD-EXT-02,,N/A,,',
    'DD-ABC-01,An item of their own,Yes,,',
  ],
}

/** An apostrophe of one legacy encoding, which begins a Japanese letter of another. */
const ambiguous = Buffer.from('name,note\r\nInsight\x92s chatbot,Answers staff\r\n', 'latin1')
export const ambiguousName = 'legacy.csv'

/** No rows at all: refused. */
export const emptyName = 'empty.csv'

/** A library with a risk matrix of five by five and three levels, in both languages. */
export const matrixName = 'matrix.yaml'
const named = (ja: string, en: string) => ({ name: ja, translations: { en: { name: en } } })
const matrix = {
  urn: 'urn:example:library:matrix',
  locale: 'ja',
  version: 1,
  objects: {
    risk_matrix: [
      {
        urn: 'urn:example:matrix',
        ...named('グループ共通のマトリクス', 'Group matrix'),
        probability: [
          named('ごくまれ', 'Rare'),
          named('まれ', 'Unlikely'),
          named('ありうる', 'Possible'),
          named('起きやすい', 'Likely'),
          named('ほぼ確実', 'Almost certain'),
        ],
        impact: [
          named('軽微', 'Slight'),
          named('小', 'Minor'),
          named('中', 'Serious'),
          named('大', 'Major'),
          named('甚大', 'Critical'),
        ],
        risk: [named('緑', 'Green'), named('黄', 'Amber'), named('赤', 'Red')],
        grid: [
          [0, 0, 0, 1, 1],
          [0, 0, 1, 1, 2],
          [0, 1, 1, 2, 2],
          [1, 1, 2, 2, 2],
          [1, 2, 2, 2, 2],
        ],
      },
    ],
  },
}

export function writeSpreadsheets(folder: string): void {
  for (const language of ['ja', 'en'] as const)
    for (const [names, sheet] of [
      [spreadsheetName, rows],
      [directionsName, directions],
      [risksName, risks],
      [repeatsName, repeats],
      [questionnaireName, answers],
    ] as const)
      writeFileSync(join(folder, names[language]), `\uFEFF${sheet[language].join('\r\n')}\r\n`)
  for (const language of ['ja', 'en'] as const)
    writeFileSync(
      join(folder, workbookName[language]),
      craftedWorkbook([
        { name: language === 'ja' ? 'AI一覧' : 'AI list', rows: workbookRows(language) },
        { name: language === 'ja' ? '選択肢' : 'Choices', state: 'hidden', rows: [['A']] },
      ]),
    )
  writeFileSync(join(folder, ambiguousName), ambiguous)
  writeFileSync(join(folder, emptyName), '')
  writeFileSync(join(folder, matrixName), stringify(matrix))
}

/** A title above the headings, and a value that was never worked out. */
function workbookRows(language: Language): string {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const listed = rows[language].map(
    (line, index) =>
      `<row r="${String(index + 3)}">${line
        .split(',')
        .map((text, column) => (index === 2 && column === 7 ? '<c><f>B2</f></c>' : cell(text)))
        .join('')}</row>`,
  )
  const title = language === 'ja' ? 'AI利用状況（2026年11月）' : 'Use of AI (November 2026)'
  return `<row r="1">${cell(title)}</row>${listed.join('')}`
}

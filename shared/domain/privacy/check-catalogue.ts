/**
 * What is asked of a use of personal data: the checks by the law in force, the coming rules for which one can get ready, and the
 * conditions of the exception for statistics. Article numbers and headings are facts (regulatory fact base 5.1, 5.4, 5.5); the
 * questions and what to keep are Daicho's own. Of what is coming nothing binds and nothing can be relied on.
 */
import type { DataUse } from './data-use.ts'

interface Words {
  readonly ja: string
  readonly en: string
}

/** `law`: in force. `coming`: promulgated, not in force. `statistics`: conditions of an exception that is not in force. */
export const checkGroups = ['law', 'coming', 'statistics'] as const
export type CheckGroup = (typeof checkGroups)[number]

/** What a check is about where it is not asked of every use. */
type Narrowing =
  | 'handling'
  | 'abroad'
  | 'personRelated'
  | 'pseudonymised'
  | 'anonymised'
  | 'under16'
  | 'faceFeatures'
  | 'plansStatistics'

export interface DataCheckItem {
  readonly id: DataCheckId
  readonly group: CheckGroup
  /** The articles of the check, or the topic of the amending act. */
  readonly source: string
  /** The heading of the articles as it stands in the act; null where there is none. */
  readonly heading: string | null
  readonly question: Words
  /** What to keep as evidence; null where nothing in particular. */
  readonly keep: Words | null
  /** How sure the content is: found, or recall (and to be confirmed). */
  readonly evidence: 'F' | 'M'
  readonly references: readonly string[]
  readonly narrowedBy: Narrowing | null
}

export const dataCheckIds = [
  'APPI-17',
  'APPI-18',
  'APPI-19',
  'APPI-20',
  'APPI-21',
  'APPI-22',
  'APPI-23',
  'APPI-24',
  'APPI-25',
  'APPI-26',
  'APPI-27',
  'APPI-28',
  'APPI-29',
  'APPI-31',
  'APPI-32',
  'APPI-41',
  'APPI-43',
  'APPI26-03-REPRESENTATIVE',
  'APPI26-03-STOP',
  'APPI26-03-INTEREST',
  'APPI26-04-NOTICE',
  'APPI26-04-STOP',
  'APPI26-04-OPT-OUT',
  'STAT-1',
  'STAT-2',
  'STAT-3',
  'STAT-4',
  'STAT-5',
  'STAT-6',
  'STAT-7',
] as const
export type DataCheckId = (typeof dataCheckIds)[number]

export const checkCatalogue: readonly DataCheckItem[] = [
  {
    id: 'APPI-17',
    group: 'law',
    source: 'APPI 17',
    heading: '利用目的の特定',
    question: {
      ja: 'この用途を含むほど、利用目的が具体的に特定されているか',
      en: 'Is the purpose specific enough to cover this use',
    },
    keep: { ja: '利用目的の文言と日付', en: 'The words of the purpose, and the day' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-18',
    group: 'law',
    source: 'APPI 18',
    heading: '利用目的による制限',
    question: {
      ja: 'この利用は特定した目的の範囲内か。範囲外なら同意または例外があるか',
      en: 'Is the use within that purpose, or is there consent or an exception',
    },
    keep: { ja: '目的との対応、同意の記録', en: 'How use and purpose match; consent records' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-19',
    group: 'law',
    source: 'APPI 19',
    heading: '不適正な利用の禁止',
    question: {
      ja: '違法または不当な行為（点数付けによる不当な差別など）を助長するおそれはないか',
      en: 'Could the use help unlawful or unfair acts, such as unfair discrimination by scoring',
    },
    keep: { ja: '検討の記録', en: 'A note of the assessment' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-20',
    group: 'law',
    source: 'APPI 20 (20(2))',
    heading: '適正な取得',
    question: {
      ja: '適正に取得しているか。要配慮個人情報は、例外でない限り、収集による場合も含めて同意を得ているか',
      en: 'Are the data acquired fairly; is there consent for sensitive data unless excepted, scraping included',
    },
    keep: { ja: '取得元の一覧', en: 'A list of sources' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-21',
    group: 'law',
    source: 'APPI 21',
    heading: '取得に際しての利用目的の通知等',
    question: { ja: '利用目的を通知または公表しているか', en: 'Was the purpose notified or published' },
    keep: { ja: '通知・公表の場所', en: 'Where it is notified' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-22',
    group: 'law',
    source: 'APPI 22',
    heading: 'データ内容の正確性の確保等',
    question: {
      ja: '正確で最新か。要らなくなったものを消しているか',
      en: 'Are the data accurate and current, and deleted when not needed',
    },
    keep: { ja: '保存期間の決まり', en: 'The rule of retention' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-23',
    group: 'law',
    source: 'APPI 23',
    heading: '安全管理措置',
    question: {
      ja: '規程、組織、人、物理、技術の措置を講じ、外国の環境を把握しているか',
      en: 'Are there measures of policy, organisation, staff, premises and technology, and is the environment abroad known',
    },
    keep: { ja: '管理策の一覧', en: 'A list of controls' },
    evidence: 'M',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-24',
    group: 'law',
    source: 'APPI 24',
    heading: '従業者の監督',
    question: {
      ja: 'AIへの入力について、従業者の決まりと教育があるか',
      en: 'Are there rules and training for staff on what they put into the AI',
    },
    keep: { ja: '教育の記録', en: 'Training records' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-25',
    group: 'law',
    source: 'APPI 25',
    heading: '委託先の監督',
    question: {
      ja: '委託先を選び、契約し、取扱いを確かめているか',
      en: 'Are processors chosen, bound by contract and checked',
    },
    keep: { ja: '契約の点検（CC-GN-10）', en: 'Check of the contract (CC-GN-10)' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: 'handling',
  },
  {
    id: 'APPI-26',
    group: 'law',
    source: 'APPI 26',
    heading: '漏えい等の報告等',
    question: {
      ja: '漏えいしたときに、委員会へ報告し本人へ通知できるか',
      en: 'Can a leak be reported to the Commission and notified to the persons',
    },
    keep: { ja: '報告の手順と期限', en: 'The procedure, and its clock' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-27',
    group: 'law',
    source: 'APPI 27',
    heading: '第三者提供の制限',
    question: {
      ja: 'ベンダへの入力は、第三者提供、委託、どちらでもない、のいずれか',
      en: 'Is input to the vendor a provision to a third party, an entrustment, or neither',
    },
    keep: { ja: '判断の記録', en: 'A note of the decision' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-28',
    group: 'law',
    source: 'APPI 28',
    heading: '外国にある第三者への提供の制限',
    question: {
      ja: '情報を示した同意、同等水準の国、相当措置の体制のいずれによるか',
      en: 'By which route: consent with information, an equivalent-level country, or a system of equivalent measures',
    },
    keep: { ja: '経路とその根拠', en: 'The route and its grounds' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: 'abroad',
  },
  {
    id: 'APPI-29',
    group: 'law',
    source: 'APPI 29-30',
    heading: '第三者提供に係る記録 / 確認',
    question: {
      ja: '提供するとき、受けるときに記録しているか',
      en: 'Are records kept when data are provided or received',
    },
    keep: { ja: '記録簿', en: 'The register of provisions' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-31',
    group: 'law',
    source: 'APPI 31',
    heading: '個人関連情報の第三者提供の制限等',
    question: {
      ja: '受け手が個人と結び付けるクッキー等について、同意を確かめているか',
      en: 'Is consent confirmed for cookies and the like that the recipient will tie to a person',
    },
    keep: { ja: '確認の記録', en: 'The record of confirmation' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: 'personRelated',
  },
  {
    id: 'APPI-32',
    group: 'law',
    source: 'APPI 32-35, 40',
    heading: '公表等 / 開示 / 訂正 / 利用停止等 / 苦情',
    question: {
      ja: 'プロンプト、ログ、ベクトルデータベース、モデルにある個人データでも、請求に応じられるか',
      en: 'Can requests be met when data sit in prompts, logs, vector stores or models',
    },
    keep: { ja: '手順', en: 'The procedure' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: null,
  },
  {
    id: 'APPI-41',
    group: 'law',
    source: 'APPI 41-42',
    heading: '仮名加工情報',
    question: { ja: '仮名加工情報の条件を満たしているか', en: 'Are the conditions of pseudonymised data met' },
    keep: { ja: '加工の記録', en: 'The record of processing' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: 'pseudonymised',
  },
  {
    id: 'APPI-43',
    group: 'law',
    source: 'APPI 43-46',
    heading: '匿名加工情報',
    question: { ja: '匿名加工情報の条件を満たしているか', en: 'Are the conditions of anonymised data met' },
    keep: { ja: '加工の記録', en: 'The record of processing' },
    evidence: 'F',
    references: ['S50'],
    narrowedBy: 'anonymised',
  },
  {
    id: 'APPI26-03-REPRESENTATIVE',
    group: 'coming',
    source: 'APPI26-03',
    heading: null,
    question: {
      ja: '同意や通知の相手を法定代理人にできるか',
      en: 'Can consent and notice go to the legal representative',
    },
    keep: null,
    evidence: 'F',
    references: ['S58'],
    narrowedBy: 'under16',
  },
  {
    id: 'APPI26-03-STOP',
    group: 'coming',
    source: 'APPI26-03',
    heading: null,
    question: {
      ja: '利用停止の請求がしやすくなる場合に応じられるか',
      en: 'Can requests to stop the use be met when they become easier',
    },
    keep: null,
    evidence: 'F',
    references: ['S58'],
    narrowedBy: 'under16',
  },
  {
    id: 'APPI26-03-INTEREST',
    group: 'coming',
    source: 'APPI26-03',
    heading: null,
    question: {
      ja: 'こどもの最善の利益への配慮を、検討して残しているか',
      en: "Is regard for the child's best interest considered and written down",
    },
    keep: null,
    evidence: 'F',
    references: ['S58'],
    narrowedBy: 'under16',
  },
  {
    id: 'APPI26-04-NOTICE',
    group: 'coming',
    source: 'APPI26-04',
    heading: null,
    question: { ja: '一定の事項を通知または公表できるか', en: 'Can the matters be notified or published' },
    keep: null,
    evidence: 'F',
    references: ['S58'],
    narrowedBy: 'faceFeatures',
  },
  {
    id: 'APPI26-04-STOP',
    group: 'coming',
    source: 'APPI26-04',
    heading: null,
    question: { ja: '広がる利用停止の請求に応じられるか', en: 'Can the wider requests to stop the use be met' },
    keep: null,
    evidence: 'F',
    references: ['S58'],
    narrowedBy: 'faceFeatures',
  },
  {
    id: 'APPI26-04-OPT-OUT',
    group: 'coming',
    source: 'APPI26-04',
    heading: null,
    question: {
      ja: 'オプトアウトによる第三者提供をしていないか',
      en: 'Is there no provision to third parties by opt-out',
    },
    keep: null,
    evidence: 'F',
    references: ['S58'],
    narrowedBy: 'faceFeatures',
  },
  {
    id: 'STAT-1',
    group: 'statistics',
    source: 'APPI26-01',
    heading: null,
    question: { ja: '統計作成等だけに使うか', en: 'Is the use only for statistics-type processing' },
    keep: null,
    evidence: 'F',
    references: ['S59'],
    narrowedBy: 'plansStatistics',
  },
  {
    id: 'STAT-2',
    group: 'statistics',
    source: 'APPI26-01',
    heading: null,
    question: {
      ja: '提供元と提供先の名称と内容を、双方が事前に公表し、公表し続けられるか',
      en: 'Are the identity of provider and recipient and the content published beforehand, and kept published, by both',
    },
    keep: null,
    evidence: 'F',
    references: ['S59'],
    narrowedBy: 'plansStatistics',
  },
  {
    id: 'STAT-3',
    group: 'statistics',
    source: 'APPI26-01',
    heading: null,
    question: { ja: '目的を定めた書面の合意があるか', en: 'Is there a written agreement that fixes the purpose' },
    keep: null,
    evidence: 'F',
    references: ['S59'],
    narrowedBy: 'plansStatistics',
  },
  {
    id: 'STAT-4',
    group: 'statistics',
    source: 'APPI26-01',
    heading: null,
    question: { ja: '再提供も他の利用もしないか', en: 'Is there no onward provision and no other use' },
    keep: null,
    evidence: 'F',
    references: ['S59'],
    narrowedBy: 'plansStatistics',
  },
  {
    id: 'STAT-5',
    group: 'statistics',
    source: 'APPI26-01',
    heading: null,
    question: { ja: '外国への提供を、その定めに従って扱うか', en: 'Is provision abroad handled by its own paragraph' },
    keep: null,
    evidence: 'F',
    references: ['S59'],
    narrowedBy: 'plansStatistics',
  },
  {
    id: 'STAT-6',
    group: 'statistics',
    source: 'APPI26-01',
    heading: null,
    question: {
      ja: '範囲は委員会規則による。生成AIの学習が当たるかは決まっていない。確かめたか',
      en: 'The scope is left to rules of the Commission, and whether training generative AI qualifies was open: has it been looked up',
    },
    keep: null,
    evidence: 'F',
    references: ['S59'],
    narrowedBy: 'plansStatistics',
  },
  {
    id: 'STAT-7',
    group: 'statistics',
    source: 'APPI26-01',
    heading: null,
    question: {
      ja: '影響評価と非識別化は条件として見つかっていない。よい実務として行ったか',
      en: 'Impact assessment and de-identification were not found as conditions: are they done as good practice',
    },
    keep: null,
    evidence: 'M',
    references: ['S59'],
    narrowedBy: 'plansStatistics',
  },
]

type Asked = Readonly<
  Pick<
    DataUse,
    | 'handling'
    | 'countries'
    | 'personRelated'
    | 'pseudonymised'
    | 'anonymised'
    | 'under16'
    | 'faceFeatures'
    | 'plansStatistics'
    | 'plannedBasis'
    | 'basis'
  >
>

/** It says that it plans to rely on the exception for statistics, or names it as its basis, planned or of a later day. */
export function plansStatisticsException(use: Pick<DataUse, 'plansStatistics' | 'plannedBasis' | 'basis'>): boolean {
  return (
    use.plansStatistics === 'yes' || use.plannedBasis === 'statistics_exception' || use.basis === 'statistics_exception'
  )
}

/**
 * The checks asked of a use. What nobody has answered counts as yes, but for the plan to rely on the exception for statistics: a
 * plan that nobody has made is none.
 */
export function checksAsked(use: Asked): readonly DataCheckItem[] {
  return checkCatalogue.filter(({ narrowedBy }) => narrowedBy === null || isNarrowedTo(use, narrowedBy))
}

function isNarrowedTo(use: Asked, narrowing: Narrowing): boolean {
  if (narrowing === 'handling') return use.handling === null || use.handling === 'entrustment'
  if (narrowing === 'abroad') return use.countries.length === 0 || use.countries.some((country) => country !== 'JP')
  if (narrowing === 'plansStatistics') return plansStatisticsException(use)
  return use[narrowing] !== 'no'
}

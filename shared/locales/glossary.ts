/**
 * One word for one thing, in both languages. Both catalogues are held to it by `npm run check`: a forbidden variant in a
 * catalogue is named with its key and the word to use. `sense` is the thing, in the field's own English.
 *
 * Variants are plain text; English ones are matched as whole words, whatever their case. Where a variant has a sense of its
 * own that is right elsewhere, it is not forbidden at all: better a gap here than a word that cannot be written.
 */
export interface Term {
  readonly sense: string
  readonly ja: string
  readonly en: string
  readonly forbidden: { readonly ja?: readonly string[]; readonly en?: readonly string[] }
}

/** The terms of risk and governance: the fixed pairs of the product first. */
const governance: readonly Term[] = [
  {
    sense: 'legal entity',
    ja: '法人',
    en: 'legal entity',
    forbidden: { ja: ['会社別', '1社だけ', '一社だけ', '対象の会社'] },
  },
  { sense: 'appetite', ja: '選好', en: 'appetite', forbidden: { ja: ['アペタイト', '選考', 'リスク嗜好'] } },
  { sense: 'tolerance', ja: '許容', en: 'tolerance', forbidden: { ja: ['トレランス'] } },
  { sense: 'within', ja: '範囲内', en: 'within', forbidden: { ja: ['許容内', '基準内'] } },
  { sense: 'warning', ja: '注意', en: 'warning', forbidden: { ja: ['警戒', 'ワーニング'] } },
  { sense: 'breach', ja: '超過', en: 'breach', forbidden: { ja: ['ブリーチ'], en: ['violation of appetite'] } },
  {
    sense: 'vacant',
    ja: '空席',
    en: 'vacant',
    forbidden: { ja: ['欠員', '空位', '不在席'], en: ['unfilled', 'unassigned post'] },
  },
  {
    sense: 'deputy',
    ja: '職務代行',
    en: 'deputy',
    forbidden: { ja: ['代理人', '副担当'], en: ['stand-in', 'delegate'] },
  },
  {
    sense: 'lock',
    ja: '確定',
    en: 'lock',
    forbidden: { ja: ['ロックする', 'ロック済', '凍結'], en: ['finalise', 'freeze'] },
  },
  { sense: 'evidence', ja: '証跡', en: 'evidence', forbidden: { ja: ['エビデンス', '証拠'], en: ['proofs'] } },
  {
    sense: 'acceptance',
    ja: '受容',
    en: 'acceptance',
    forbidden: { ja: ['受入れ', 'リスク容認', '容認'], en: ['risk waiver'] },
  },
  { sense: 'attestation', ja: '確認', en: 'confirmation', forbidden: { ja: ['アテステーション'] } },
  { sense: 'review', ja: '見直し', en: 'review', forbidden: { ja: ['レビュー', '見なおし', '再検討'] } },
  {
    sense: 'accountable executive',
    ja: '担当役員',
    en: 'accountable executive',
    forbidden: {
      ja: ['説明責任者', '責任役員', '担当取締役'],
      en: ['responsible executive', 'accountable officer', 'responsible officer'],
    },
  },
  { sense: 'risk owner', ja: 'リスクオーナー', en: 'risk owner', forbidden: { ja: ['リスク所有者', 'リスク保有者'] } },
  {
    sense: 'inherent risk',
    ja: '固有リスク',
    en: 'inherent',
    forbidden: { ja: ['本質的リスク', '潜在リスク'], en: ['gross risk'] },
  },
  {
    sense: 'residual risk',
    ja: '残存リスク',
    en: 'residual',
    forbidden: { ja: ['残留リスク', '残余リスク', '残リスク'], en: ['net risk', 'leftover risk'] },
  },
  {
    sense: 'control',
    ja: '統制',
    en: 'control',
    forbidden: { ja: ['コントロール', '管理策', 'コントロ－ル'], en: ['safeguard'] },
  },
  {
    sense: 'likelihood',
    ja: '発生可能性',
    en: 'likelihood',
    forbidden: { ja: ['発生確率', '蓋然性', '起こりやすさ', '発生頻度'], en: ['probability'] },
  },
  {
    sense: 'impact',
    ja: '影響度',
    en: 'impact',
    forbidden: { ja: ['インパクト', '重大度', '深刻度'], en: ['severity'] },
  },
  { sense: 'treatment', ja: '対応方針', en: 'treatment', forbidden: { ja: ['リスク処置', 'トリートメント'] } },
  {
    sense: 'action',
    ja: '対応事項',
    en: 'action',
    forbidden: { ja: ['アクション', 'タスク', 'ToDo'], en: ['to-do', 'todo', 'task'] },
  },
  // Not 撤回: consent is taken back under that word.
  { sense: 'withdraw', ja: '取下げ', en: 'withdraw', forbidden: { ja: ['論理削除'] } },
  {
    sense: 'register',
    ja: '台帳',
    en: 'register',
    forbidden: { ja: ['レジスタ', 'レジスター', '登録簿'], en: ['ledger', 'registry', 'database'] },
  },
  {
    sense: 'AI system',
    ja: 'AIシステム',
    en: 'AI system',
    forbidden: { ja: ['ＡＩ', 'AI システム'], en: ['A.I.', 'AI-system'] },
  },
  { sense: 'tier', ja: '重要度', en: 'tier', forbidden: { ja: ['ティア', '重要性'], en: ['criticality'] } },
  {
    sense: 'unit',
    ja: '部門',
    en: 'unit',
    forbidden: { ja: ['部署', 'ユニット'], en: ['department', 'business unit'] },
  },
  { sense: 'pack', ja: 'パック', en: 'pack', forbidden: { en: ['board paper'] } },
  {
    sense: 'change log',
    ja: '変更ログ',
    en: 'change log',
    forbidden: { ja: ['監査ログ', '監査証跡'], en: ['audit log', 'audit trail'] },
  },
]

/** The words of the program itself. */
const program: readonly Term[] = [
  { sense: 'page', ja: 'ページ', en: 'page', forbidden: { ja: ['頁'] } },
  {
    sense: 'folder',
    ja: 'フォルダー',
    en: 'folder',
    forbidden: {
      ja: ['ディレクトリ', 'フォルダを', 'フォルダに', 'フォルダの', 'フォルダへ', 'フォルダが', 'フォルダは'],
      en: ['directory'],
    },
  },
  {
    sense: 'computer',
    ja: 'コンピューター',
    en: 'computer',
    forbidden: { ja: ['コンピュータを', 'コンピュータの', 'コンピュータで'], en: ['PC'] },
  },
  { sense: 'user', ja: '利用者', en: 'person', forbidden: { ja: ['ユーザー', 'ユーザ'] } },
  { sense: 'import', ja: '取込', en: 'import', forbidden: { ja: ['インポート'] } },
  { sense: 'export', ja: '書き出し', en: 'export', forbidden: { ja: ['エクスポート', 'ダウンロード'] } },
  { sense: 'undo', ja: '元に戻す', en: 'undo', forbidden: { ja: ['アンドゥ', '取消し'], en: ['revert'] } },
  { sense: 'redo', ja: 'やり直す', en: 'redo', forbidden: { ja: ['リドゥ'] } },
  { sense: 'cancel', ja: '取り消す', en: 'cancel', forbidden: { ja: ['キャンセル'], en: ['abort'] } },
  { sense: 'verify', ja: '検証', en: 'verify', forbidden: { ja: ['ベリファイ', 'バリデーション'], en: ['validate'] } },
  { sense: 'save', ja: '保存', en: 'save', forbidden: { ja: ['セーブ'] } },
  {
    sense: 'e-mail',
    ja: 'メール',
    en: 'e-mail',
    forbidden: { ja: ['Ｅメール', 'eメール', 'Eメール'], en: ['email', 'mail address'] },
  },
  { sense: 'organisation', ja: '組織', en: 'organisation', forbidden: { en: ['organization', 'organizations'] } },
  {
    sense: 'tone',
    ja: '',
    en: '',
    forbidden: {
      ja: ['申し訳', '成功しました', '正常に', '！'],
      en: ['please', 'successfully', 'sorry', 'oops', 'whoops'],
    },
  },
  {
    sense: 'spelling',
    ja: '',
    en: '',
    forbidden: { en: ['color', 'colors', 'license', 'behavior', 'center', 'catalog', 'canceled', 'labeled'] },
  },
]

export const glossary: readonly Term[] = [...governance, ...program]

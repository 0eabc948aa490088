import { describe, expect, test } from 'vitest'
import { likeness, nameLikeness } from '#shared/domain/similar-names.ts'

describe('nameLikeness', () => {
  test.each([
    ['与信審査スコアリング', '与信審査 ｽｺｱﾘﾝｸﾞ'],
    ['与信審査スコアリング', '与信審査スコアリング（新）'],
    ['Chat Bot', 'chatbot'],
    ['採用書類の一次選考', '採用書類の一次選考AI'],
    ['Claims triage assistant', 'Claims triage assistants'],
    ['問い合わせ対応チャットボット', '問合せ対応チャットボット'],
  ])('%s and %s may be the same', (one, other) => {
    expect(nameLikeness(one, other)).toBeGreaterThanOrEqual(likeness)
    expect(nameLikeness(other, one)).toBe(nameLikeness(one, other))
  })

  test.each([
    ['与信審査スコアリング', '不正検知スコアリング'],
    ['Claims triage', 'Fraud triage'],
    ['採用書類の一次選考', '配送ルート最適化'],
    ['A', 'AI'],
    ['', 'AI'],
    ['（）', '（）'],
  ])('%s and %s are told apart', (one, other) => {
    expect(nameLikeness(one, other)).toBeLessThan(likeness)
  })
})

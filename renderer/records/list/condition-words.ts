/** A condition in words, for its chip: 区分：高・中, Next review: overdue or within 30 days. */
import type { Labels } from '#shared/contract/base.ts'
import type { Condition } from '#shared/contract/list.ts'
import type { ListField } from '#shared/domain/list-fields.ts'
import type { ValueWords } from '../value-words.ts'
import type { Words } from '../words.ts'

/** More values than these are counted, not named. */
const mostNamed = 3

export function conditionWords(
  words: Words,
  valueWords: ValueWords,
  field: ListField,
  condition: Condition,
  labels: Labels,
): string {
  const { t } = words
  switch (condition.kind) {
    case 'values': {
      const named = condition.values.slice(0, mostNamed).map((value) => valueWords(field, value, labels))
      const more = condition.values.length - named.length
      const said = named.join(t('app.listSeparator')) + (more > 0 ? t('list.andMore', { count: more }) : '')
      return condition.below === true ? t('list.withBelow', { values: said }) : said
    }
    case 'range':
      return rangeWords(words, condition.from, condition.to)
    case 'daysFromToday':
      return daysWords(words, condition.from, condition.to)
    case 'contains':
      return t('list.contains', { text: condition.text })
    case 'blank':
      return t('app.notRegistered')
    case 'filled':
      return t('list.filled')
  }
}

function rangeWords({ t }: Words, from: string | number | null, to: string | number | null): string {
  if (from === null && to === null) return t('list.filled')
  if (from === null) return t('list.upTo', { to })
  return to === null ? t('list.fromOn', { from }) : t('list.between', { from, to })
}

function daysWords({ t }: Words, from: number | null, to: number | null): string {
  if (to === -1 && from === null) return t('list.overdue')
  if (from === null && to !== null) return t('list.overdueOrWithin', { count: to })
  if (from === 0 && to !== null) return t('list.within', { count: to })
  return rangeWords({ t } as Words, from, to)
}

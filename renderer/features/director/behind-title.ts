/** What a number is, in the window's words, from its address. */
import type { Words } from '#renderer/records/words.ts'
import { kriDefinitions, kriIds } from '#shared/domain/metrics/kri-result.ts'
import type { Noun } from '#shared/domain/nouns.ts'

export interface BehindTitle {
  readonly title: string
  /** Why the records in the list are in it. */
  readonly why: string
}

/** Addresses are made by `behindKey`. */
export function behindTitle(words: Words, address: string, count: number): BehindTitle {
  const { t } = words
  const kri = kriIds.find((id) => id === address)
  // Where more is better, the records behind a figure are those that it misses.
  if (kri !== undefined)
    return {
      title: `${kri} ${t(`kri.${kri}.title`)}`,
      why: t(kriDefinitions[kri].direction === 'higher' ? 'director.why.missed' : 'director.why.met'),
    }
  const [kind = '', one = '', two = ''] = address.split('/')
  const why = t(`director.why.${kind}`)
  const which = (name: string) => t(`director.which.${name}`)
  const of = (first: string, second: string) => t('director.of', { first, second })
  switch (kind) {
    case 'figure':
      return { title: t(`pack.figure.${one}`), why }
    case 'cell': {
      const [likelihood = '', impact = ''] = two.split('x')
      return { title: t('director.cell', { stage: t(`value.stage.${one}`), likelihood, impact }), why }
    }
    case 'band':
      return { title: of(t(`value.stage.${one}`), t(`band.${two}`)), why }
    case 'stage':
      return { title: of(t(`value.stage.${one}`), which(two)), why }
    case 'category':
      return { title: of(t(`value.riskCategory.${one}`), which(two)), why }
    case 'control':
      return {
        title: of(
          t(`value.controlDomain.${one}`),
          two === 'implemented' ? which('implemented') : t(`value.controlStatus.${two}`),
        ),
        why,
      }
    case 'evidence':
      return { title: of(t(`value.controlDomain.${one}`), t(`evidenceState.${two}`)), why }
    case 'age':
      return { title: of(words.many('action'), t(`ageBucket.${one}`)), why }
    case 'unit':
      return { title: of(one === '-' ? t('pack.noUnit') : one, which(two === 'all' ? 'systems' : 'without')), why }
    case 'inventory':
      return {
        title: of(
          one === 'all' ? which('tiers') : one === 'unset' ? t('paper.tierUnset') : t(`value.tier.${one}`),
          two === 'all' ? which('stages') : t(`value.lifecycle.${two}`),
        ),
        why,
      }
    case 'post':
      return { title: of(one === '-' ? t('paper.noPost') : one, which(two === 'all' ? 'systems' : two)), why }
    case 'population':
      return { title: of(words.many(one as Noun), t(`paper.column.${two}`)), why }
    case 'gap':
      return { title: t(`pack.gap.${one}`, { count }), why }
    case 'change':
      return { title: of(words.many(one as Noun), t(`paper.column.${two}`)), why }
    case 'blank':
      return {
        title: of(words.one(one as Noun), t(`field.${one}.${two}`, { defaultValue: t(`pack.field.${two}`) })),
        why,
      }
    case 'page':
      return { title: t(`pack.page.${one}`), why }
    case 'sentence':
      return { title: t('director.sentence'), why }
    case 'since':
      return { title: of(t('pack.since.title'), which(one)), why }
    case 'bridge':
      return { title: t(`paper.bridge.step.${one}`), why }
    default:
      return { title: address, why: '' }
  }
}

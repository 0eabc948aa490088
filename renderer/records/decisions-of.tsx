/** What the board was asked about a record, and the one step in which it is asked: the new request names the record. */
import { Link } from 'wouter'
import { useMayChange } from '#renderer/api/status.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { Preset } from './create-screen.tsx'
import { RelatedList } from './related-list.tsx'
import { useWords } from './words.ts'

interface Props {
  readonly decisions: readonly RecordOf<'decision'>[] | undefined
  /** What a new request begins with. */
  readonly values: Readonly<Record<string, unknown>>
  readonly labels: Labels
}

export function DecisionsOf({ decisions = [], values, labels }: Props) {
  const words = useWords()
  const mayChange = useMayChange()
  const preset: Preset = { values, labels }
  return (
    <RelatedList
      noun="decision"
      records={decisions.filter(({ withdrawn }) => withdrawn === null)}
      end={(each) =>
        each.outcome === null ? words.value('decisionState', each.state) : words.value('decisionOutcome', each.outcome)
      }
      action={
        mayChange && (
          <Link href="/decision/new" state={preset} className="link">
            {words.t('decision.request')}
          </Link>
        )
      }
    />
  )
}

/** Which of the packs that hold a view is about. */
import { packName } from '#renderer/records/pack-name.ts'
import { useWords } from '#renderer/records/words.ts'
import type { PackName } from '#shared/contract/requirement.ts'

interface Props {
  readonly packs: readonly PackName[]
  /** Null: all of them. */
  readonly chosen: string | null
  /** Whether all of them together can be chosen. */
  readonly all: boolean
  readonly onChange: (id: string | null) => void
}

export function PackChoice({ packs, chosen, all, onChange }: Props) {
  const words = useWords()
  return (
    <label>
      {words.t('requirement.pack')}{' '}
      <select
        className="input"
        value={chosen ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        {all && <option value="">{words.t('requirement.allPacks')}</option>}
        {packs.map((pack) => (
          <option key={pack.id} value={pack.id}>
            {packName(words, pack)}
          </option>
        ))}
      </select>
    </label>
  )
}

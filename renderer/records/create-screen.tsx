/** A new record: what it cannot be stored without and a little more. Everything else is filled in on its page. */
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { keyOf, useTimesRestored } from '#renderer/api/drafts.tsx'
import { nounClient } from '#renderer/api/client.tsx'
import { useChange } from '#renderer/api/change.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { DraftPlace } from '#shared/contract/draft.ts'
import { plainSchema } from '#shared/contract/records.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { FieldForm } from './dialog-form.tsx'
import type { NounScreen } from './noun-screen.ts'
import { isEmpty } from './field-value.tsx'
import { nounField } from './verb-fields.ts'
import { useWords } from './words.ts'
import { nounPath, recordPath } from './noun-path.ts'

/** Values that another screen hands over: a new risk of a system begins with that system. */
export interface Preset {
  readonly values: Readonly<Record<string, unknown>>
  readonly labels: Labels
}

export function CreateScreen<N extends CodedNoun>({ screen }: { readonly screen: NounScreen<N> }) {
  const { noun, icon: Icon } = screen
  const words = useWords()
  const [, navigate] = useLocation()
  const preset = useHistoryState<Preset | null>()
  const create = useChange((client, values: Readonly<Record<string, unknown>>) =>
    nounClient(client, noun).create(values),
  )
  const place: DraftPlace = {
    noun,
    recordId: null,
    preset: (preset?.values ?? {}) as DraftPlace['preset'],
  }
  const restored = useTimesRestored()
  return (
    <>
      <div className="page-head">
        <Icon size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{words.t('app.newNoun', { noun: words.inSentence(noun) })}</h1>
      </div>
      <div className="page-body">
        <section className="sheet form-section create-sheet">
          <FieldForm
            key={`${keyOf(place)} ${String(restored)}`}
            name={noun}
            draft={place}
            fields={screen.createFields.map(([name, span]) => nounField(words, noun, name, { span }))}
            initial={preset?.values ?? {}}
            labels={preset?.labels ?? {}}
            makes={noun}
            schema={plainSchema(noun, true)}
            submitLabel={words.t('action.register')}
            onCancel={() => navigate(nounPath(noun))}
            onSubmit={async (values) => {
              const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))
              const record = await create.mutateAsync(filled)
              navigate(recordPath(noun, record.id), { replace: true })
            }}
          />
        </section>
      </div>
    </>
  )
}

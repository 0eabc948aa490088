/** Appetite and tolerance by category, each in force from a day; a change is a new row and the old one stays. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Settings } from '#shared/contract/organisation.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { appetiteLevels } from '#shared/domain/organisation.ts'
import { riskCategories, type RiskCategory } from '#shared/domain/principles.ts'
import type { Band } from '#shared/domain/scoring.ts'
import { type Bilingual, noText } from '#shared/domain/text.ts'
import { Approval } from './approval.tsx'
import { inForce } from './in-force.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'

export function AppetiteSheet({ settings }: { readonly settings: Settings }) {
  const words = useWords()
  const { today } = useRegister()
  const mayChange = useMayChange()
  const [changing, setChanging] = useState<RiskCategory | null>(null)
  const rowOf = (category: RiskCategory) =>
    inForce(
      settings.appetites.filter((row) => row.category === category),
      today,
    )
  return (
    <section className="sheet form-section">
      <h2>
        {words.t('noun.appetite.many')} <span className="hint">{words.t('app.appetiteHint')}</span>
      </h2>
      <div className="table-scroll">
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">{words.field('appetite', 'category')}</th>
              <th scope="col">{words.field('appetite', 'level')}</th>
              <th scope="col">{words.field('appetite', 'appetite')}</th>
              <th scope="col">{words.field('appetite', 'tolerance')}</th>
              <th scope="col">{words.field('appetite', 'from')}</th>
              <th scope="col">{words.t('app.approval')}</th>
              <th scope="col">{words.field('appetite', 'reviewOn')}</th>
              {mayChange && (
                <th scope="col">
                  <span className="visually-hidden">{words.t('action.change')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {riskCategories.map((category) => {
              const row = rowOf(category)
              return (
                <tr key={category}>
                  <th scope="row">
                    {words.value('riskCategory', category)}
                    {row !== null && <p className="hint">{words.name(row.statement)}</p>}
                  </th>
                  <td>{row?.level == null ? words.t('app.notDecided') : words.value('appetiteLevel', row.level)}</td>
                  <td>{row === null ? words.t('app.notDecided') : words.value('band', row.appetite)}</td>
                  <td>{row === null ? words.t('app.notDecided') : words.value('band', row.tolerance)}</td>
                  <td className="figures">{row?.from}</td>
                  <td>
                    <Approval row={row} labels={settings.labels} />
                  </td>
                  <td className="figures">{row?.reviewOn}</td>
                  {mayChange && (
                    <td>
                      <button
                        type="button"
                        className="text-button"
                        aria-label={words.t('action.changeOf', { name: words.value('riskCategory', category) })}
                        onClick={() => setChanging(category)}
                      >
                        {words.t('action.change')}
                      </button>
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {changing !== null && (
        <AppetiteDialog
          category={changing}
          before={rowOf(changing)}
          settings={settings}
          onClose={() => setChanging(null)}
        />
      )}
    </section>
  )
}

interface DialogProps {
  readonly category: RiskCategory
  readonly before: RecordOf<'appetite'> | null
  readonly settings: Settings
  readonly onClose: () => void
}

function AppetiteDialog({ category, before, settings, onClose }: DialogProps) {
  const words = useWords()
  const { today } = useRegister()
  const set = useChange((client, input: Parameters<typeof client.organisation.setAppetite>[0]) =>
    client.organisation.setAppetite(input),
  )
  const field = (name: string, span: number) => nounField(words, 'appetite', name, { span })
  return (
    <DialogForm
      name="appetite"
      title={words.t('app.changeAppetite', { category: words.value('riskCategory', category) })}
      fields={[
        field('appetite', 6),
        field('tolerance', 6),
        field('level', 6),
        field('reviewOn', 6),
        { ...field('from', 4), required: true },
        field('statement', 12),
        field('approverPersonId', 8),
        field('approvedOn', 4),
      ]}
      initial={{
        appetite: before?.appetite ?? null,
        tolerance: before?.tolerance ?? null,
        from: today,
        statement: before?.statement ?? noText,
        approverPersonId: null,
        approvedOn: '',
        level: before?.level ?? null,
        reviewOn: before?.reviewOn ?? '',
      }}
      labels={settings.labels}
      submitLabel={words.t('action.decide')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await set.mutateAsync({
          category,
          appetite: values.appetite as Band,
          tolerance: values.tolerance as Band,
          statement: values.statement as Bilingual,
          from: textOf(values.from),
          to: null,
          approverPersonId: textOrNull(values.approverPersonId),
          approvedOn: textOrNull(values.approvedOn),
          level: appetiteLevels.find((each) => each === values.level) ?? null,
          reviewOn: textOrNull(values.reviewOn),
        })
        onClose()
      }}
    >
      <p className="hint">{words.t('app.provisionalHint')}</p>
    </DialogForm>
  )
}

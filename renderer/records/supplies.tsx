/** What vendors supply to systems: the same list and dialogs at a vendor and at a system. */
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import type { Labels } from '#shared/contract/base.ts'
import { holdsOn } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { supplyKinds } from '#shared/domain/third-party/vendor.ts'
import { DialogForm, type FormField, type FormValues } from './dialog-form.tsx'
import { RecordLink } from './record-link.tsx'
import { textOf, textOrNull } from './typed-text.ts'
import { nounField, reasonField } from './verb-fields.ts'
import { useWords, type Words } from './words.ts'

type Supply = RecordOf<'supply'>

interface Props {
  /** The record at which the list stands. */
  readonly of: { readonly vendorId: string } | { readonly systemId: string }
  readonly supplies: readonly Supply[]
  readonly labels: Labels
}

export function Supplies({ of, supplies, labels }: Props) {
  const words = useWords()
  const { t } = words
  const { today } = useRegister()
  const mayChange = useMayChange()
  const [dialog, setDialog] = useState<'add' | { readonly change: Supply } | { readonly withdraw: Supply } | null>(null)
  const rows = supplies.filter(({ withdrawn }) => withdrawn === null)
  const ofVendor = 'vendorId' in of
  const other = (supply: Supply) => (ofVendor ? supply.systemId : supply.vendorId)
  const close = () => setDialog(null)
  return (
    <section className="related">
      <h3>
        {words.many('supply')} <span className="muted">{rows.length}</span>
        {mayChange && (
          <span className="related-action">
            <button type="button" className="text-button" onClick={() => setDialog('add')}>
              <IconPlus size={12} stroke={1.5} aria-hidden /> {t('thirdParty.addSupply')}
            </button>
          </span>
        )}
      </h3>
      {rows.length === 0 && <p className="muted">{t('thirdParty.noSupply')}</p>}
      <ul className="supplies">
        {rows.map((supply) => (
          <li key={supply.id}>
            <span className="related-name">
              <RecordLink id={other(supply)} labels={labels} />{' '}
              <span className="muted">
                {[...supply.kinds.map((kind) => words.value('supplyKind', kind)), supply.product]
                  .filter((part) => part !== null && part !== '')
                  .join(t('app.listSeparator'))}
              </span>
            </span>
            <span className="related-end supply-end">
              <span className={holdsOn(supply, today) ? 'figures' : 'figures muted'}>
                {t('list.between', { from: supply.from ?? '', to: supply.to ?? '' })}
              </span>
              {mayChange && (
                <>
                  <button
                    type="button"
                    className="text-button"
                    aria-label={t('thirdParty.changeSupplyOf', { name: words.label(labels, other(supply)) })}
                    onClick={() => setDialog({ change: supply })}
                  >
                    {t('thirdParty.change')}
                  </button>
                  <button
                    type="button"
                    className="text-button"
                    aria-label={t('thirdParty.withdrawSupplyOf', { name: words.label(labels, other(supply)) })}
                    onClick={() => setDialog({ withdraw: supply })}
                  >
                    {t('action.withdraw')}
                  </button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {dialog === 'add' && <AddDialog of={of} onClose={close} />}
      {dialog !== null && dialog !== 'add' && 'change' in dialog && (
        <ChangeDialog supply={dialog.change} name={words.label(labels, other(dialog.change))} onClose={close} />
      )}
      {dialog !== null && dialog !== 'add' && 'withdraw' in dialog && (
        <WithdrawDialog supply={dialog.withdraw} name={words.label(labels, other(dialog.withdraw))} onClose={close} />
      )}
    </section>
  )
}

const suppliedFields = (words: Words): readonly FormField[] => [
  nounField(words, 'supply', 'kinds', { hint: words.t('thirdParty.kindsHint') }),
  nounField(words, 'supply', 'product', { span: 12 }),
  nounField(words, 'supply', 'from', { span: 6 }),
  nounField(words, 'supply', 'to', { span: 6 }),
]

const suppliedOf = (values: FormValues) => ({
  kinds: supplyKinds.filter((kind) => (values.kinds as readonly string[] | null)?.includes(kind) === true),
  product: textOrNull(values.product),
  from: textOrNull(values.from),
  to: textOrNull(values.to),
})

function AddDialog({ of, onClose }: { readonly of: Props['of']; readonly onClose: () => void }) {
  const words = useWords()
  const add = useChange((client, input: Parameters<typeof client.vendor.addSupply>[0]) =>
    client.vendor.addSupply(input),
  )
  const wanted = 'vendorId' in of ? 'systemId' : 'vendorId'
  return (
    <DialogForm
      name="supply"
      title={words.t('thirdParty.addSupply')}
      fields={[nounField(words, 'supply', wanted, { span: 12 }), ...suppliedFields(words)]}
      initial={{ kinds: [] }}
      submitLabel={words.t('action.register')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const ids =
          'vendorId' in of ? { ...of, systemId: textOf(values.systemId) } : { ...of, vendorId: textOf(values.vendorId) }
        await add.mutateAsync({ ...ids, ...suppliedOf(values) })
        onClose()
      }}
    />
  )
}

interface SupplyDialogProps {
  readonly supply: Supply
  readonly name: string
  readonly onClose: () => void
}

function ChangeDialog({ supply, name, onClose }: SupplyDialogProps) {
  const words = useWords()
  const change = useChange((client, input: Parameters<typeof client.vendor.changeSupply>[0]) =>
    client.vendor.changeSupply(input),
  )
  const { id, version, kinds, product, from, to } = supply
  return (
    <DialogForm
      name="change-supply"
      title={words.t('thirdParty.changeSupplyOf', { name })}
      fields={suppliedFields(words)}
      initial={{ kinds, product, from, to }}
      submitLabel={words.t('thirdParty.change')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await change.mutateAsync({ id, version, ...suppliedOf(values) })
        onClose()
      }}
    >
      <p className="hint">{words.t('thirdParty.endHint')}</p>
    </DialogForm>
  )
}

function WithdrawDialog({ supply: { id, version }, name, onClose }: SupplyDialogProps) {
  const words = useWords()
  const withdraw = useChange((client, input: { id: string; version: number; reason: string }) =>
    client.vendor.withdrawSupply(input),
  )
  return (
    <DialogForm
      name="withdraw-supply"
      title={words.t('thirdParty.withdrawSupplyOf', { name })}
      fields={[reasonField(words)]}
      initial={{ reason: '' }}
      submitLabel={words.t('action.withdraw')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await withdraw.mutateAsync({ id, version, reason: textOf(values.reason) })
        onClose()
      }}
    />
  )
}

/** Makes vendors of what systems call them: each text with how many systems write it, and who a person says that it is. */
import { Modal } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { VendorText } from '#shared/contract/third-party.ts'
import { bilingualFrom } from '#shared/domain/text.ts'
import { type SupplyKind, supplyKinds } from '#shared/domain/third-party/vendor.ts'
import './vendor.css'

export function VendorTexts() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  if (!useMayChange()) return null
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <IconListDetails size={16} stroke={1.5} aria-hidden />
        {t('thirdParty.texts.open')}
      </button>
      {open && <TextsDialog onClose={() => setOpen(false)} />}
    </>
  )
}

/** `new`, `vendor <id>` or `like <key>`. */
const proposedFor = ({ vendorIds, like }: VendorText): string =>
  vendorIds[0] !== undefined ? `vendor ${vendorIds[0]}` : like !== null ? `like ${like}` : 'new'

function targetOf(chosen: string, text: string) {
  const [kind = '', ...rest] = chosen.split(' ')
  const key = rest.join(' ')
  if (kind === 'vendor') return { kind: 'vendor' as const, vendorId: key }
  return kind === 'like' ? { kind: 'like' as const, key } : { kind: 'new' as const, name: bilingualFrom(text) }
}

function TextsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { t, language } = words
  const { utils } = useApi()
  const tell = useTell()
  const { data, error } = useQuery(utils.vendor.texts.queryOptions())
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [targets, setTargets] = useState<ReadonlyMap<string, string>>(new Map())
  const [kinds, setKinds] = useState<readonly SupplyKind[]>(['service'])
  const adopt = useChange((client, input: Parameters<typeof client.vendor.adoptTexts>[0]) =>
    client.vendor.adoptTexts(input),
  )
  const texts = data?.texts ?? []
  const chosen = texts.filter(({ key }) => taken.has(key))
  const refusal = error ?? adopt.error
  const toggle = (key: string) => {
    const next = new Set(taken)
    if (!next.delete(key)) next.add(key)
    setTaken(next)
  }
  const send = () =>
    adopt.mutate(
      {
        kinds: [...kinds],
        rows: chosen.map((row) => ({
          key: row.key,
          systems: row.systems,
          target: targetOf(targets.get(row.key) ?? proposedFor(row), row.text),
        })),
      },
      {
        onSuccess: ({ vendors, supplies }) => {
          tell.done(t('thirdParty.texts.done', { vendors, count: supplies }))
          onClose()
        },
      },
    )
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('thirdParty.texts.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {refusal !== null && (
        <p className="refusal" role="alert">
          {sayError(language, refusal)}
        </p>
      )}
      <p className="hint">{t('thirdParty.texts.hint')}</p>
      {data !== undefined && texts.length === 0 && <p>{t('thirdParty.texts.none')}</p>}
      {texts.length > 0 && (
        <>
          <fieldset className="vendor-text-kinds">
            <legend className="field-label">{words.field('supply', 'kinds')}</legend>
            {supplyKinds.map((kind) => (
              <label key={kind}>
                <input
                  type="checkbox"
                  checked={kinds.includes(kind)}
                  onChange={() =>
                    setKinds(
                      supplyKinds.filter((each) => (each === kind ? !kinds.includes(each) : kinds.includes(each))),
                    )
                  }
                />{' '}
                {words.value('supplyKind', kind)}
              </label>
            ))}
          </fieldset>
          <div className="vendor-text-rows">
            <table className="plain-table vendor-texts">
              <thead>
                <tr>
                  <th scope="col">
                    <label>
                      <input
                        type="checkbox"
                        checked={chosen.length === texts.length}
                        onChange={() =>
                          setTaken(chosen.length === texts.length ? new Set() : new Set(texts.map(({ key }) => key)))
                        }
                      />{' '}
                      {t('thirdParty.texts.text')}
                    </label>
                  </th>
                  <th scope="col" className="number">
                    {words.many('system')}
                  </th>
                  <th scope="col">{t('thirdParty.texts.who')}</th>
                </tr>
              </thead>
              <tbody>
                {texts.map((row, place) => (
                  <tr key={row.key}>
                    <th scope="row">
                      <label>
                        <input type="checkbox" checked={taken.has(row.key)} onChange={() => toggle(row.key)} />{' '}
                        {row.text}
                      </label>
                    </th>
                    <td className="number figures">{row.systems.toLocaleString('en')}</td>
                    <td>
                      <select
                        className="input"
                        aria-label={t('thirdParty.texts.whoIs', { text: row.text })}
                        value={targets.get(row.key) ?? proposedFor(row)}
                        onChange={(event) => setTargets(new Map([...targets, [row.key, event.currentTarget.value]]))}
                      >
                        <option value="new">{t('thirdParty.texts.new', { text: row.text })}</option>
                        {row.vendorIds.map((id) => (
                          <option key={id} value={`vendor ${id}`}>
                            {data?.labels[id]?.code} {words.label(data?.labels ?? {}, id)}
                          </option>
                        ))}
                        {texts.slice(0, place).map((other) => (
                          <option key={other.key} value={`like ${other.key}`}>
                            {t('thirdParty.texts.like', { text: other.text })}
                          </option>
                        ))}
                      </select>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <div className="button-row form-buttons">
        <button type="button" className="button" onClick={onClose}>
          {t('action.cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={chosen.length === 0 || kinds.length === 0 || adopt.isPending}
          onClick={send}
        >
          {t('thirdParty.texts.take', { count: chosen.length })}
        </button>
      </div>
    </Modal>
  )
}

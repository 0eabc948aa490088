/** Where a name stands, each place with a tick: what is not ticked stays as it is. */
import { Fragment } from 'react'
import { useWords } from '#renderer/records/words.ts'
import type { RedactionPreview, ShownPlace } from '#shared/contract/retention.ts'

interface Props {
  readonly preview: RedactionPreview
  /** Ticks that were set or taken away by hand. */
  readonly ticked: ReadonlyMap<string, boolean>
  readonly onTick: (key: string, on: boolean) => void
}

/** Whether the name is replaced there: what may not be the name begins without a tick. */
export function isReplaced({ key, doubt }: ShownPlace, ticked: ReadonlyMap<string, boolean>): boolean {
  return ticked.get(key) ?? doubt === null
}

export function PlaceList({ preview, ticked, onTick }: Props) {
  const words = useWords()
  const { t } = words
  const { places, packs, accounts, elsewhere } = preview
  const doubtful = places.filter(({ doubt }) => doubt !== null)
  return (
    <section aria-labelledby="redaction-places">
      <h3 id="redaction-places">{t('retention.places', { count: places.length })}</h3>
      {doubtful.length > 0 && <p>{t('retention.doubtful', { count: doubtful.length })}</p>}
      <div className="table-scroll retention-places">
        <table className="plain-table ruled-table">
          <caption className="visually-hidden">{t('retention.places', { count: places.length })}</caption>
          <thead>
            <tr>
              <th scope="col" className="row-tick">
                <span className="visually-hidden">{t('retention.replaceHead')}</span>
              </th>
              <th scope="col">{t('retention.placeHead')}</th>
              <th scope="col">{t('retention.textHead')}</th>
              <th scope="col">{t('retention.entriesHead')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((place) => {
              const where = whereOf(place)
              return (
                <tr key={place.key}>
                  <td className="row-tick">
                    <input
                      type="checkbox"
                      aria-label={t('retention.replaceIn', { where })}
                      checked={isReplaced(place, ticked)}
                      // The record of the person itself is what the name is taken out of.
                      disabled={place.kind === 'own'}
                      onChange={(event) => onTick(place.key, event.currentTarget.checked)}
                    />
                  </td>
                  <th scope="row">{where}</th>
                  <td>
                    <Marked place={place} />
                    {place.doubt !== null && <span className="hint"> {t(`retention.doubt.${place.doubt}`)}</span>}
                  </td>
                  <td className="figures retention-figure">{place.entries.toLocaleString('en')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <ul className="retention-facts">
        {packs.length > 0 && <li>{t('retention.inPacks', { count: packs.length })}</li>}
        {accounts.length > 0 && (
          <li>
            {t('retention.accounts', {
              accounts: accounts
                .map(({ account, machine }) => t('retention.account', { account, machine }))
                .join(t('app.listSeparator')),
            })}
          </li>
        )}
        {elsewhere.backups.length > 0 && <li>{t('retention.inBackups', { count: elsewhere.backups.length })}</li>}
        {elsewhere.files > 0 && <li>{t('retention.inFiles', { count: elsewhere.files })}</li>}
        <li>{t('retention.outOfReach')}</li>
      </ul>
    </section>
  )

  function whereOf({ kind, record, field }: ShownPlace): string {
    const fieldName = record === null ? field : words.field(record.noun, field)
    if (kind === 'own') return t('retention.place.own')
    if (kind === 'field')
      return t('retention.place.field', {
        record: record === null ? '' : `${words.one(record.noun)} ${record.code ?? words.name(record.name)}`,
        field: fieldName,
      })
    return t(`retention.place.${kind}`)
  }
}

/** The text with the name marked in it. */
function Marked({ place: { sample, marks } }: { readonly place: ShownPlace }) {
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <Fragment key={from}>
          {sample.slice(marks[index - 1]?.to ?? 0, from)}
          <mark>{sample.slice(from, to)}</mark>
        </Fragment>
      ))}
      {sample.slice(marks.at(-1)?.to ?? 0)}
    </>
  )
}

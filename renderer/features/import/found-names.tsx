/**
 * Names that nobody bears, or several: a person says of each whom it means, has records made of the rest, or leaves them. What was
 * said stands in the mapping, as in the file of one, and is taken back here too.
 */
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { useWords } from '#renderer/records/words.ts'
import { controlDomains } from '#shared/domain/control.ts'
import { type MappingFile, madeUnsaid } from '#shared/domain/import-mapping.ts'
import type { ImportNoun } from '#shared/domain/import-profile.ts'
import { type MakeableNoun, makeableNouns } from '#shared/domain/import-record/record-targets.ts'
import type { RecordFindings, UnmatchedName } from '#shared/domain/import-report.ts'
import { type CodedNoun, codePrefixes, type Noun } from '#shared/domain/nouns.ts'

interface FoundNamesProps {
  /** What the list holds. */
  readonly list: ImportNoun
  readonly found: RecordFindings
  readonly mapping: MappingFile
  readonly onMapping: (mapping: MappingFile) => void
}

export function FoundNames({ list, found, mapping, onMapping }: FoundNamesProps) {
  const { t } = useWords()
  const said = Object.entries(mapping.names ?? {}).flatMap(([noun, words]) =>
    isCoded(noun) && Object.keys(words).length > 0 ? [noun] : [],
  )
  const nouns = [...new Set([...found.names.map(({ noun }) => noun), ...said])]
  if (nouns.length === 0) return null
  return (
    <section className="sheet form-section">
      <h2>{t('import.names')}</h2>
      <p className="hint">{t('import.namesHint')}</p>
      {nouns.map((noun) => (
        <NamesOfNoun
          key={noun}
          list={list}
          noun={noun}
          // What has just been said stands at once, before the file is looked at again.
          names={found.names.filter((each) => each.noun === noun && mapping.names?.[noun]?.[each.word] === undefined)}
          mapping={mapping}
          onMapping={onMapping}
        />
      ))}
    </section>
  )
}

const shownAtMost = 50

interface NamesOfNounProps extends Omit<FoundNamesProps, 'found'> {
  readonly noun: Noun
  readonly names: readonly UnmatchedName[]
}

function NamesOfNoun({ list, noun, names, mapping, onMapping }: NamesOfNounProps) {
  const words = useWords()
  const { t } = words
  const said = mapping.names?.[noun] ?? {}
  const mean = (word: string, code: string | null) => {
    const { [word]: _old, ...others } = said
    onMapping({
      ...mapping,
      names: { ...mapping.names, [noun]: code === null ? others : { ...others, [word]: code } },
    })
  }
  return (
    <details className="import-part" open={names.length <= 12}>
      <summary>
        {words.t(`noun.${noun}.many`)} <span className="muted">{names.length.toLocaleString('en')}</span>
      </summary>
      {names.length > 0 && <Making list={list} noun={noun} mapping={mapping} onMapping={onMapping} />}
      <table className="settings-table import-names">
        <thead>
          <tr>
            <th scope="col">{t('import.nameWord')}</th>
            <th scope="col">{t('import.levelRows')}</th>
            <th scope="col">{t('import.nameMeans')}</th>
          </tr>
        </thead>
        <tbody>
          {isCoded(noun) &&
            Object.entries(said).map(([word, code]) => (
              <tr key={`said ${word}`}>
                <th scope="row">{word}</th>
                <td />
                <td>
                  <Named noun={noun} code={code} />{' '}
                  <button type="button" className="text-button" onClick={() => mean(word, null)}>
                    {t('import.nameUnsay')}
                  </button>
                </td>
              </tr>
            ))}
          {names.slice(0, shownAtMost).map((name) => (
            <tr key={name.word}>
              <th scope="row">{name.word}</th>
              <td className="figures">{name.rows.toLocaleString('en')}</td>
              <td>
                {(name.made || !isCoded(noun)) && (
                  <span className="muted">{t(name.made ? 'import.nameMade' : 'import.nameOpen')} </span>
                )}
                {isCoded(noun) && <WhomItMeans noun={noun} name={name} onMean={(code) => mean(name.word, code)} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {names.length > shownAtMost && <p className="muted">{t('import.more', { count: names.length - shownAtMost })}</p>}
    </details>
  )
}

/** Records made of all names of the noun that nobody is said to bear. */
function Making({ list, noun, mapping, onMapping }: Omit<NamesOfNounProps, 'names'>) {
  const words = useWords()
  const { t } = words
  if (!isMakeable(noun)) return null
  const made = mapping.make ?? madeUnsaid[list] ?? {}
  const make = (values: Record<string, string> | null) => {
    const { [noun]: _old, ...others } = made
    onMapping({ ...mapping, make: values === null ? others : { ...others, [noun]: values } })
  }
  if (noun !== 'control')
    return (
      <label className="check-label">
        <input
          type="checkbox"
          checked={made[noun] !== undefined}
          onChange={(event) => make(event.currentTarget.checked ? {} : null)}
        />
        {t('import.makeNames', { noun: words.t(`noun.${noun}.many`) })}
      </label>
    )
  return (
    <label className="field-label">
      {t('import.makeControls')}
      <select
        className="input import-side"
        value={made.control?.domain ?? ''}
        onChange={(event) => {
          const domain = event.currentTarget.value
          make(domain === '' ? null : { domain })
        }}
      >
        <option value="">{t('import.makeNone')}</option>
        {controlDomains.map((domain) => (
          <option key={domain} value={domain}>
            {words.value('controlDomain', domain)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface WhomItMeansProps {
  readonly noun: CodedNoun
  readonly name: UnmatchedName
  readonly onMean: (code: string) => void
}

/** Any record of the noun; of a name that several bear, those that do, and people whose name is written in other forms of its characters. */
function WhomItMeans({ noun, name, onMean }: WhomItMeansProps) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const id = useId()
  const bearers = useQuery({
    ...utils.lookUp.queryOptions({ input: { nouns: [noun], text: name.word, limit: 6 } }),
    enabled: name.several,
  })
  const offered = [...(name.several ? (bearers.data ?? []).map(({ label }) => label) : []), ...(name.similar ?? [])]
  return (
    <>
      {name.several && <span className="muted">{t('import.nameSeveral')} </span>}
      {name.similar !== undefined && <span className="muted">{t('import.nameSimilar')} </span>}
      {offered.map((label) => (
        <button
          key={label.code}
          type="button"
          className="button"
          aria-label={t('import.nameIs', { word: name.word, record: `${label.code ?? ''} ${words.name(label.name)}` })}
          onClick={() => {
            if (label.code !== null) onMean(label.code)
          }}
        >
          {label.code} {words.name(label.name)}
        </button>
      ))}
      <label className="visually-hidden" htmlFor={id}>
        {t('import.nameMeansOf', { word: name.word })}
      </label>
      <ReferencePicker
        id={id}
        nouns={[noun]}
        value={null}
        label={null}
        adding
        onChange={(_id, label) => {
          if (label !== null && label.code !== null) onMean(label.code)
        }}
      />
    </>
  )
}

/** The record of a code that a person, or a mapping, has said. */
function Named({ noun, code }: { readonly noun: CodedNoun; readonly code: string }) {
  const words = useWords()
  const { utils } = useApi()
  const found = useQuery(utils.lookUp.queryOptions({ input: { nouns: [noun], text: code, limit: 5 } }))
  const label = found.data?.find((each) => each.label.code === code)?.label
  return (
    <>
      <span className="code">{code}</span> {label === undefined ? '' : words.name(label.name)}
    </>
  )
}

function isMakeable(noun: Noun): noun is MakeableNoun {
  return makeableNouns.some((each) => each === noun)
}

function isCoded(noun: string): noun is CodedNoun {
  return noun in codePrefixes
}

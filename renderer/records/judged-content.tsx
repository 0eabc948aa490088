/** What an impact assessment judged, in words: the system's own facts, then each use of personal data by its code. */
import type { Labels } from '#shared/contract/base.ts'
import type { OptionsName } from '#shared/domain/fields.ts'
import type { JudgedContent, JudgedField } from '#shared/domain/privacy/dpia-changes.ts'
import { useWords, type Words } from './words.ts'

/** The options by which a value of the register is worded; others are shown as they are. */
const optionsOf: { readonly [F in JudgedField]?: OptionsName } = {
  basis: 'legalBasis',
  handling: 'dataBasis',
  crossBorderRoute: 'crossBorderRoute',
  personal: 'answer',
  sensitive: 'answer',
  under16: 'answer',
  faceFeatures: 'answer',
  otherBiometrics: 'answer',
  pseudonymised: 'answer',
  anonymised: 'answer',
  personRelated: 'answer',
  personalData: 'answer',
}

/** One value of it: vendors and contracts by their names. */
export function judgedWords(
  words: Words,
  field: JudgedField,
  value: string | readonly string[] | null | undefined,
  labels: Labels,
): string {
  if (value === null || value === undefined || value.length === 0) return words.t('privacy.none')
  if (typeof value !== 'string')
    return value
      .map((each) => (field === 'vendorIds' || field === 'contractIds' ? words.label(labels, each) : each))
      .join(words.t('app.listSeparator'))
  const options = optionsOf[field]
  return options === undefined ? value : words.value(options, value)
}

export function JudgedContentValue({ content, labels }: { readonly content: JudgedContent; readonly labels: Labels }) {
  const words = useWords()
  const owners = [...new Set(Object.keys(content).map((path) => path.slice(0, path.lastIndexOf('.'))))]
  const systemFirst = owners.toSorted((one, other) => Number(other === 'system') - Number(one === 'system'))
  return (
    <dl className="structure">
      {systemFirst.map((owner) => (
        <div key={owner}>
          <dt>{owner === 'system' ? words.one('system') : String(content[`${owner}.use`])}</dt>
          <dd>
            <ul>
              {Object.entries(content)
                .map(([path, value]) => ({ path, value, field: path.slice(owner.length + 1) as JudgedField }))
                .filter(({ path, field }) => path === `${owner}.${field}` && field !== 'use')
                .map(({ path, value, field }) => (
                  <li key={path}>
                    {words.t('privacy.judged', {
                      what: words.t(`privacy.changed.${field}`),
                      value: judgedWords(words, field, value, labels),
                    })}
                  </li>
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

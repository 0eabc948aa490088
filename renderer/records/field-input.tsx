/** The control that edits a field, by its kind. Knows how a field is typed, not when it is saved. */
import { DayField } from '#renderer/ui/day-field.tsx'
import { eraDay, parseDay } from '#shared/domain/calendar-date.ts'
import { type FieldDescription, options } from '#shared/domain/fields.ts'
import { parseNumber } from '#shared/domain/read-cell.ts'
import type { Label, Labels } from '#shared/contract/base.ts'
import { type Entry, isBlankEntry } from '#shared/domain/repeated.ts'
import { type CodedNoun, codePrefixes, type Noun } from '#shared/domain/nouns.ts'
import { BilingualInput } from './bilingual-input.tsx'
import { OurPoints } from './our-points.tsx'
import { ReferencePicker } from './reference-picker.tsx'
import { RepeatedInput } from './repeated-input.tsx'
import { ReferencesInput } from './references-input.tsx'
import { useWords, type Words } from './words.ts'
import { countryName } from '#shared/locales/country-name.ts'
import { textOf } from './typed-text.ts'

/** One of a few values that are known only as a dialog opens. */
export interface Among {
  readonly value: string
  readonly label: string
}

export interface FieldInputProps {
  readonly id: string
  readonly field: FieldDescription
  readonly value: unknown
  readonly labels: Labels
  /** `whole` is true where the value is complete with this one change (a choice), false while one still types. */
  readonly onChange: (value: unknown, whole: boolean, label?: Label | null) => void
  readonly onBlur: () => void
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly disabled?: boolean | undefined
  /** Choices that cannot be taken, each with the word that says why. */
  readonly unavailable?: Readonly<Record<string, string>> | undefined
  readonly among?: readonly Among[] | undefined
}

export function FieldInput(props: FieldInputProps) {
  const { id, field, value, labels, onChange, onBlur, invalid, describedBy, disabled } = props
  const words = useWords()
  const common = { id, disabled, onBlur, 'aria-invalid': invalid, 'aria-describedby': describedBy }
  if (props.among !== undefined)
    return (
      <select
        {...common}
        className="input"
        value={textOf(value)}
        onChange={(event) => onChange(event.currentTarget.value, true)}
      >
        {(field.required !== true || textOf(value) === '') && <option value="">{words.t('app.notChosen')}</option>}
        {props.among.map(({ value: each, label }) => (
          <option key={each} value={each}>
            {label}
          </option>
        ))}
      </select>
    )
  switch (field.kind) {
    case 'bilingual':
      return <BilingualInput {...props} long={field.long === true} />
    case 'choice':
      return (
        <select
          {...common}
          className="input"
          // What nobody has said is unknown, where the choices have a word for it; never the first of them.
          value={textOf(value ?? (offersUnknown(field.options) ? 'unknown' : null))}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value, true)}
        >
          {(field.required !== true || value == null) && !offersUnknown(field.options) && (
            <option value="">{words.t('app.notChosen')}</option>
          )}
          {options[field.options].map((code) => (
            <option key={code} value={code} disabled={props.unavailable?.[code] !== undefined}>
              {words.value(field.options, code)}
              {props.unavailable?.[code] !== undefined && words.t('app.optionNote', { note: props.unavailable[code] })}
            </option>
          ))}
        </select>
      )
    case 'choices': {
      const chosen = (value ?? []) as readonly string[]
      return (
        <div className="check-group" role="group" aria-labelledby={`${id}-label`}>
          {options[field.options].map((code, index) => (
            <label key={code}>
              <input
                {...common}
                id={index === 0 ? id : `${id}-${code}`}
                type="checkbox"
                checked={chosen.includes(code)}
                onChange={(event) =>
                  onChange(
                    options[field.options].filter((each) =>
                      each === code ? event.currentTarget.checked : chosen.includes(each),
                    ),
                    true,
                  )
                }
              />
              {words.value(field.options, code)}
            </label>
          ))}
        </div>
      )
    }
    case 'codes':
      return (
        <>
          <input
            {...common}
            className="input"
            value={Array.isArray(value) ? value.join(', ') : textOf(value)}
            onChange={(event) => onChange(event.currentTarget.value, false)}
          />
          {field.country === true && Array.isArray(value) && value.length > 0 && (
            <p className="hint">
              {value.map((code) => countryName(String(code), words.language)).join(words.t('app.listSeparator'))}
            </p>
          )}
        </>
      )
    case 'day':
      return (
        <DayField
          id={id}
          value={textOf(value)}
          day={parseDay(textOf(value))}
          language={words.language}
          reading={readingOf(textOf(value), words)}
          openLabel={words.t('action.openCalendar')}
          calendarLabels={calendarLabels(words)}
          onType={(text) => onChange(text, false)}
          onPick={(day) => onChange(day, true)}
          onBlur={onBlur}
          invalid={invalid}
          describedBy={describedBy}
          disabled={disabled}
        />
      )
    case 'number':
      return (
        <input
          {...common}
          className="input number-input"
          inputMode="decimal"
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value, false)}
        />
      )
    case 'reference':
      return isCoded(field.noun) ? (
        <ReferencePicker
          id={id}
          nouns={[field.noun]}
          postKind={field.postKind}
          value={value === undefined ? null : (value as string | null)}
          label={typeof value === 'string' ? (labels[value] ?? null) : null}
          onChange={(chosen, label) => onChange(chosen, true, label)}
          disabled={disabled}
          describedBy={describedBy}
          invalid={invalid}
        />
      ) : null
    case 'references':
      return isCoded(field.noun) ? <ReferencesInput {...props} noun={field.noun} /> : null
    case 'text':
      if (field.ourPoint === true)
        return (
          <select
            {...common}
            className="input"
            value={textOf(value)}
            onChange={(event) => onChange(event.currentTarget.value, true)}
          >
            <OurPoints chosen={textOf(value)} />
          </select>
        )
      return field.long === true ? (
        <textarea
          {...common}
          className="input"
          rows={3}
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value, false)}
        />
      ) : (
        <input
          {...common}
          className="input"
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value, false)}
        />
      )
    case 'repeated':
      return <RepeatedInput {...props} parts={field.parts} />
    case 'code':
    case 'instant':
    case 'structure':
      return null
  }
}

/** What a day is read as, where it was typed in another spelling; the Japanese calendar beside it where that is the language. */
function readingOf(typed: string, words: Words): string | null {
  const day = parseDay(typed)
  if (day === null) return null
  const era = words.language === 'ja' ? eraDay(day, 'long') : null
  if (typed.trim() === day) return era
  return era === null ? words.t('app.readAsDay', { day }) : words.t('app.readAsDayEra', { day, era })
}

function offersUnknown(name: keyof typeof options): boolean {
  return (options[name] as readonly string[]).includes('unknown')
}

export function isCoded(noun: Noun): noun is CodedNoun {
  return noun in codePrefixes
}

/**
 * What was typed as the value that is stored: blanks as null, days in any common spelling as ISO, numbers as numbers.
 * What cannot be read stays as it was typed, so that it is refused in words and not lost.
 */
export function storedValue(field: FieldDescription, typed: unknown): unknown {
  switch (field.kind) {
    case 'day':
      return typeof typed === 'string' ? (typed.trim() === '' ? null : (parseDay(typed) ?? typed)) : typed
    case 'number':
      return typeof typed === 'string' ? (typed.trim() === '' ? null : (parseNumber(typed) ?? typed)) : typed
    case 'codes':
      return typeof typed === 'string'
        ? typed
            .split(/[\s,、，]+/u)
            .filter((code) => code !== '')
            .map((code) => code.toUpperCase())
        : typed
    case 'text':
      return typed === '' ? null : typed
    case 'repeated':
      return Array.isArray(typed) ? (typed as readonly Entry[]).filter((entry) => !isBlankEntry(entry)) : typed
    case 'bilingual':
    case 'choice':
    case 'choices':
    case 'code':
    case 'instant':
    case 'reference':
    case 'references':
    case 'structure':
      return typed
  }
}

const calendarButtons = [
  'previousMonth',
  'nextMonth',
  'previousYear',
  'nextYear',
  'previousDecade',
  'nextDecade',
] as const

function calendarLabels({ t }: Words) {
  return Object.fromEntries(calendarButtons.map((name) => [name, t(`app.calendar.${name}`)]))
}

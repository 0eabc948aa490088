/** The three terms that every reading asks for: training, the cap, and how soon we are told of an incident. */
import { AutosaveField } from '#renderer/records/autosave-field.tsx'
import { useRecordSaver } from '#renderer/records/record-saver.ts'
import { FieldValue } from '#renderer/records/field-value.tsx'
import { valueOf } from '#renderer/records/value-of.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { ReadingPicture } from '#shared/contract/contract-readings.ts'
import { fields } from '#shared/domain/fields.ts'
import { readingTerms } from '#shared/domain/third-party/compare-readings.ts'
import { trainingPossible } from '#shared/domain/third-party/contract-reading.ts'
import { noticeStandingOf } from '#shared/domain/third-party/incident-notice.ts'

export function ReadingTerms({ picture }: { readonly picture: ReadingPicture }) {
  const words = useWords()
  const { reading, previous, labels } = picture
  const save = useRecordSaver('contractReading', reading.id)
  // A number says nothing where the cap is neither in months nor an amount.
  const terms = readingTerms.filter((term) => term !== 'liabilityCapValue' || capped.includes(reading.liabilityCap))
  return (
    <section className="sheet reading-terms" aria-labelledby="reading-terms">
      <h2 id="reading-terms">{words.t('reading.terms')}</h2>
      <div className="field-grid">
        {terms.map((term) => {
          const field = fields.contractReading.find(({ name }) => name === term)
          if (field === undefined) return null
          return (
            <div key={term} className="field reading-term" data-span={terms.length === 3 ? '4' : '3'}>
              <AutosaveField
                noun="contractReading"
                recordId={reading.id}
                field={field}
                value={valueOf(reading, term)}
                labels={labels}
                save={save}
              />
              {previous !== null && (
                <p className="hint">
                  {words.t('reading.termBefore', { code: previous.code })}{' '}
                  <FieldValue field={field} value={valueOf(previous, term)} labels={labels} />
                </p>
              )}
              {term === 'trainingUse' && trainingPossible.includes(reading.trainingUse) && (
                <p>{trainingSentence(reading.trainingUse, words)}</p>
              )}
              {term === 'incidentNoticeHours' && <NoticeAgainstClock reading={reading} />}
            </div>
          )
        })}
      </div>
      <p className="hint">{words.t('reading.noticeNote')}</p>
    </section>
  )
}

const capped: readonly string[] = ['months_of_fees', 'amount']

function trainingSentence(use: ReadingPicture['reading']['trainingUse'], words: ReturnType<typeof useWords>) {
  const sentence = words.t(`reading.training.${use}`)
  if (use === 'unknown') return <Unknown word={sentence} />
  return <StatusMark status={use === 'allowed' ? 'breach' : 'warning'} word={sentence} />
}

/** The hours that were agreed beside the preliminary report, whose three to five days are a figure of the guideline, not of the law. */
function NoticeAgainstClock({ reading }: { readonly reading: ReadingPicture['reading'] }) {
  const words = useWords()
  const standing = noticeStandingOf(reading)
  const word = words.t(`reading.notice.${standing}`)
  return (
    <p>
      {standing === 'none' || standing === 'unread' ? (
        <Unknown word={word} />
      ) : (
        <StatusMark status={noticeMarks[standing]} word={word} />
      )}
    </p>
  )
}

const noticeMarks = { within_three_days: 'within', within_five_days: 'warning', later: 'breach' } as const

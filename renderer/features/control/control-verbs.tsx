/** What is done with a control: its operation is tested, it waits by exception, it is declared not applicable. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { AcceptDialog } from '#renderer/records/accept-dialog.tsx'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { dayField, nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { addDays, addMonths } from '#shared/domain/calendar-date.ts'
import { numberOrNull, textOf, textOrNull } from '#renderer/records/typed-text.ts'

const usualValidity = 180

export function ControlVerbs({ detail: { record, derived } }: DetailProps<'control'>) {
  const words = useWords()
  const { today, person } = useRegister()
  const [dialog, setDialog] = useState<'test' | 'exception' | 'applicability' | null>(null)
  const close = () => setDialog(null)
  const test = useChange((client, input: Parameters<typeof client.control.test>[0]) => client.control.test(input))
  const decline = useChange((client, input: Parameters<typeof client.control.declareNotApplicable>[0]) =>
    client.control.declareNotApplicable(input),
  )
  const apply = useChange((client, input: Parameters<typeof client.control.declareApplicable>[0]) =>
    client.control.declareApplicable(input),
  )
  const applicable = record.notApplicable === null
  const testable = applicable && (record.design === 'in_place' || record.design === 'partial')
  return (
    <>
      {testable && (
        <button type="button" className="button" onClick={() => setDialog('test')}>
          {words.t('action.recordTest')}
        </button>
      )}
      {applicable && (
        <button type="button" className="button" onClick={() => setDialog('exception')}>
          {words.t('action.allowException')}
        </button>
      )}
      <button type="button" className="button" onClick={() => setDialog('applicability')}>
        {words.t(applicable ? 'action.declareNotApplicable' : 'action.declareApplicable')}
      </button>
      {dialog === 'test' && (
        <DialogForm
          name="control-test"
          title={words.t('app.testControl', { code: record.code })}
          fields={[
            nounField(words, 'controlTest', 'on', { span: 4 }),
            nounField(words, 'controlTest', 'result', { span: 4 }),
            nounField(words, 'controlTest', 'validUntil', { span: 4 }),
            nounField(words, 'controlTest', 'testerId', {
              hintOf: (value) =>
                value !== null && (value === derived.owner.personId || value === derived.owner.deputyId)
                  ? words.t('app.testerIsOwner')
                  : undefined,
            }),
            nounField(words, 'controlTest', 'method'),
            nounField(words, 'controlTest', 'population', { span: 4 }),
            nounField(words, 'controlTest', 'sampleSize', { span: 4 }),
            nounField(words, 'controlTest', 'passed', { span: 4 }),
            nounField(words, 'controlTest', 'note', { required: true }),
          ]}
          initial={{
            on: today,
            result: null,
            validUntil:
              record.testMonths === null ? addDays(today, usualValidity) : addMonths(today, record.testMonths),
            testerId: person?.id ?? null,
            method: '',
            population: null,
            sampleSize: null,
            passed: null,
            note: '',
          }}
          labels={person === null ? {} : { [person.id]: { noun: 'person', code: null, name: person.name } }}
          submitLabel={words.t('action.recordTest')}
          onCancel={close}
          onSubmit={async (values) => {
            await test.mutateAsync({
              controlId: record.id,
              on: textOf(values.on),
              result: values.result === 'ineffective' ? 'ineffective' : 'effective',
              validUntil: textOf(values.validUntil),
              testerId: textOrNull(values.testerId),
              method: textOrNull(values.method),
              population: numberOrNull(values.population),
              sampleSize: numberOrNull(values.sampleSize),
              passed: numberOrNull(values.passed),
              note: textOrNull(values.note),
            })
            close()
          }}
        />
      )}
      {dialog === 'exception' && (
        <AcceptDialog subject="control" subjectId={record.id} code={record.code} renewsId={null} onClose={close} />
      )}
      {dialog === 'applicability' && applicable && (
        <DialogForm
          name="not-applicable"
          title={words.t('app.declareNotApplicable', { code: record.code })}
          fields={[
            { ...nounField(words, 'threshold', 'approverPersonId'), required: true, span: 8 },
            dayField('on', words.field('threshold', 'approvedOn')),
            reasonField(words),
          ]}
          initial={{ approverPersonId: null, on: today, reason: '' }}
          submitLabel={words.t('action.declareNotApplicable')}
          onCancel={close}
          onSubmit={async (values) => {
            await decline.mutateAsync({
              id: record.id,
              version: record.version,
              approverPersonId: textOf(values.approverPersonId),
              on: textOf(values.on),
              reason: textOf(values.reason),
            })
            close()
          }}
        />
      )}
      {dialog === 'applicability' && !applicable && (
        <DialogForm
          name="applicable"
          title={words.t('app.declareApplicable', { code: record.code })}
          fields={[reasonField(words)]}
          initial={{ reason: '' }}
          submitLabel={words.t('action.declareApplicable')}
          onCancel={close}
          onSubmit={async (values) => {
            await apply.mutateAsync({ id: record.id, version: record.version, reason: textOf(values.reason) })
            close()
          }}
        />
      )}
    </>
  )
}

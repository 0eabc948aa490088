/** A name taken out from the command line: as it was shown, without what may not be it, and never what nobody has seen. */
import { expect, test } from 'vitest'
import { createPerson } from '#electron/register/accountability.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { currentState } from '#electron/register/store/replay.ts'
import { createSystem } from '#electron/register/systems.ts'
import type { RedactionPreview } from '#shared/contract/retention.ts'
import { placeholderFor } from '#shared/domain/retention/name-marks.ts'
import { daicho } from '#test/support/command-line.ts'
import { testRegister, testSurroundings } from '#test/support/register.ts'

const ja = (text: string) => ({ ja: text, en: null })

test('what was seen is replaced: without its digest nothing, a doubt only where it is asked for, and not what is kept', async () => {
  const { register, file } = testRegister()
  const person = createPerson(register, { name: ja('林 一') })
  const texts = ['森林一帯の監視', '林一さんに聞く', '林 一が決めた', '新林一号']
  const systems = texts.map((notes, index) => createSystem(register, { name: ja(`系 ${String(index)}`), notes }))
  register.close()
  const keyOf = (index: number) => `${systems[index]?.id ?? ''} notes`
  const asked = ['redact', file, '--person', person.code]
  const [shown, told] = await Promise.all([daicho([...asked, '--json']), daicho(asked)])
  const preview = JSON.parse(shown.output) as RedactionPreview
  expect(preview.places.map(({ key, doubt }) => [key, doubt])).toEqual([
    [`${person.id} name`, null],
    [keyOf(0), 'insideWord'],
    [keyOf(1), null],
    [keyOf(2), null],
    [keyOf(3), 'insideWord'],
  ])
  for (const each of [preview.digest, keyOf(0), keyOf(1)]) expect(told.output).toContain(each)
  const order = [...asked, '--ground', 'request', '--decided-by', 'HR', '--yes']
  const refusals = [
    [order, '--digest HEX'],
    [[...order, '--digest', '0'.repeat(64)], 'PREVIEW_OUTDATED'],
    [[...order, '--digest', preview.digest, '--keep', 'x'], '--keep'],
    [[...order, '--digest', preview.digest, '--keep', `${person.id} name`], '--keep'],
  ] as const
  await Promise.all(
    refusals.map(async ([words, said]) => {
      const ended = await daicho([...words, '--json'])
      expect([ended.exitCode, `${ended.output}${ended.errors}`.includes(said)]).toEqual([2, true])
    }),
  )
  const done = await daicho([...order, '--digest', preview.digest, '--keep', keyOf(2), '--replace', keyOf(3)])
  expect([done.exitCode, done.errors]).toEqual([0, ''])
  const again = openRegister(file, { surroundings: testSurroundings('2026-06-01T00:00:00.000Z'), mode: 'read' })
  const word = placeholderFor(person.id).ja ?? ''
  expect(currentState(again.read).systems.map(({ notes }) => notes)).toEqual([
    '森林一帯の監視',
    `${word}さんに聞く`,
    '林 一が決めた',
    `新${word}号`,
  ])
  again.close()
}, 240_000)

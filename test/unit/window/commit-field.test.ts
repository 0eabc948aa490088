import { expect, test, vi } from 'vitest'
import { DraftStore, type HeldField } from '#renderer/api/drafts.tsx'
import { commitField, type FieldCommit } from '#renderer/records/commit-field.ts'
import { FieldConflict } from '#renderer/records/save-field.ts'

const place = { noun: 'system', recordId: '01980000-0000-7000-8000-000000000001', preset: {} } as const
const name = 'vendor'

/** A field whose saves are answered one by one, and the screens that show it one after the other. */
function heldField() {
  const drafts = new DraftStore(
    'register',
    {
      list: () => Promise.resolve({ drafts: [], labels: {} }),
      keep: () => Promise.resolve({ isKept: true }),
      discard: () => Promise.resolve({ isKept: true }),
    },
    { drafts: [], labels: {} },
  )
  const sent: { value: unknown; base: unknown; answer: () => void; refuse: (error: Error) => void }[] = []
  const screen = () => {
    let shown = true
    const told = vi.fn()
    const commit: FieldCommit = {
      drafts,
      place,
      name,
      stored: (value) => value,
      save: (value, base) =>
        new Promise((resolve, reject) => {
          sent.push({ value, base, answer: resolve, refuse: reject })
        }),
      isShown: () => shown,
      onRefusedBehind: told,
    }
    return {
      told,
      /** What the person leaves in the field. */
      leave: (value: unknown, base: unknown) => {
        const held = { value, base: drafts.at(place)?.fields.get(name)?.base ?? base }
        drafts.hold(place, name, { ...held, state: 'typed', error: null })
        return commitField(commit, held)
      },
      close: () => {
        shown = false
        drafts.leave(place, [name])
      },
    }
  }
  const held = (): HeldField | undefined => drafts.at(place)?.fields.get(name)
  return { drafts, sent, screen, held }
}

test('what was left is sent, held until it is answered, and then let go', async () => {
  const { sent, screen, held } = heldField()
  const saved = screen().leave('北辰', null)
  expect(held()).toEqual({ value: '北辰', base: null, state: 'saving', error: null })
  sent[0]?.answer()
  await saved
  expect(held()).toBeUndefined()
  expect(sent.map(({ value, base }) => [value, base])).toEqual([['北辰', null]])
})

test('left once more while it is being saved, from another screen too, it is saved on top of the first and not lost', async () => {
  const { sent, screen, held } = heldField()
  const first = screen()
  const firstSaved = first.leave('北辰', null)
  first.close()
  const second = screen()
  await second.leave('北辰人材', '北辰')
  expect(sent).toHaveLength(1)
  sent[0]?.answer()
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[1]).toMatchObject({ value: '北辰人材', base: '北辰' })
  expect(held()).toMatchObject({ value: '北辰人材', state: 'saving' })
  sent[1]?.answer()
  await firstSaved
  expect(held()).toBeUndefined()
})

test('typed and not left while it is being saved, it stays typed, over what was saved', async () => {
  const { drafts, sent, screen, held } = heldField()
  const saved = screen().leave('北辰', null)
  drafts.hold(place, name, { value: '北辰人', base: null, state: 'typed', error: null })
  sent[0]?.answer()
  await saved
  expect(held()).toEqual({ value: '北辰人', base: '北辰', state: 'typed', error: null })
  expect(sent).toHaveLength(1)
})

test('refused after its screen has gone it waits, and the person is told', async () => {
  const { sent, screen, held } = heldField()
  const first = screen()
  const saved = first.leave('北辰', null)
  first.close()
  const refusal = new Error('DISK_FULL')
  sent[0]?.refuse(refusal)
  await saved
  expect(held()).toEqual({ value: '北辰', base: null, state: 'kept', error: refusal })
  expect(first.told).toHaveBeenCalledTimes(1)
})

test('a conflict is not sent over by what was left meanwhile: the person chooses', async () => {
  const { sent, screen, held } = heldField()
  const one = screen()
  const saved = one.leave('北辰', null)
  await one.leave('北辰人材', null)
  const conflict = new FieldConflict('南十字')
  sent[0]?.refuse(conflict)
  await saved
  expect(held()).toEqual({ value: '北辰人材', base: null, state: 'conflict', error: conflict })
  expect(sent).toHaveLength(1)
})

test('a value that is what it was is let go and not sent', async () => {
  const { sent, screen, held } = heldField()
  await screen().leave('北辰', '北辰')
  expect(held()).toBeUndefined()
  expect(sent).toHaveLength(0)
})

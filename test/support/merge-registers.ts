/** Two registers that go apart, by generated edits: for the properties of the merge. */
import fc from 'fast-check'
import type { RegisterState } from '#shared/domain/register-state.ts'
import {
  assessment,
  control,
  executive,
  person,
  post,
  register,
  risk,
  system,
  term,
  unit,
} from './hand-made-register.ts'

/** `00000000-0000-4000-8000-…`: what `side` and `number` make, never the same for two. */
export function idOf(side: string, number: number): string {
  const hex = [...side].map((letter) => letter.charCodeAt(0).toString(16)).join('')
  return `00000000-0000-4000-8000-${(hex + String(number).padStart(4, '0')).padStart(12, '0')}`
}

const code = (prefix: string, number: number) => `${prefix}-${String(number).padStart(4, '0')}`
const name = (text: string) => ({ ja: text, en: null })

/** A small register: units, people, posts with holders, systems with executives, risks with judgements, controls. */
export function smallRegister(side: string, size = 4): RegisterState {
  const id = (kind: number, number: number) => idOf(side, kind * 100 + number)
  const each = Array.from({ length: size }, (_none, index) => index + 1)
  return register({
    units: each.map((at) => ({
      ...unit(code('UNT', at), { kind: at === 1 ? 'legal_entity' : 'division', parentId: at === 1 ? null : id(1, 1) }),
      id: id(1, at),
      name: name(`${side} 部門 ${String(at)}`),
    })),
    people: each.map((at) => ({
      ...person(code('PSN', at)),
      id: id(2, at),
      unitId: id(1, at),
      name: name(`${side} 人 ${String(at)}`),
    })),
    posts: each.map((at) => ({
      ...post(code('PST', at), { kind: 'executive' }),
      id: id(3, at),
      unitId: id(1, at),
      reportsToId: at === 1 ? null : id(3, 1),
      name: name(`${side} 役職 ${String(at)}`),
    })),
    terms: each.map((at) => ({ ...term(id(3, at), id(2, at), '2025-04-01'), id: id(4, at) })),
    systems: each.map((at) => ({
      ...system(code('SYS', at)),
      id: id(5, at),
      unitId: id(1, at),
      name: name(`${side} 仕組み ${String(at)}`),
    })),
    assignments: each.map((at) => ({ ...executive(id(5, at), id(3, at)), id: id(6, at) })),
    risks: each.map((at) => ({
      ...risk(code('RSK', at)),
      id: id(7, at),
      systemIds: [id(5, at)],
      name: name(`${side} リスク ${String(at)}`),
    })),
    assessments: each.map((at) => ({
      ...assessment(id(7, at), 'residual', 3, 3, '2026-05-01'),
      id: id(8, at),
      assessorId: id(2, at),
    })),
    controls: each.map((at) => ({
      ...control(code('CTL', at)),
      id: id(9, at),
      riskIds: [id(7, at)],
      systemIds: [id(5, at)],
      name: name(`${side} 統制 ${String(at)}`),
    })),
  })
}

export interface Edit {
  readonly kind: 'rename' | 'tier' | 'link' | 'unlink' | 'withdraw' | 'note' | 'risk' | 'add' | 'hand over' | 'owner'
  readonly at: number
  readonly value: number
}

export const edits = fc.array(
  fc.record<Edit>({
    kind: fc.constantFrom('rename', 'tier', 'link', 'unlink', 'withdraw', 'note', 'risk', 'add', 'hand over', 'owner'),
    at: fc.integer({ min: 0, max: 3 }),
    value: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 8 },
)

/** The register after edits; `side` keeps what is new there apart from what is new elsewhere. */
export function edited(state: RegisterState, side: string, list: readonly Edit[]): RegisterState {
  return list.reduce((now, edit, index) => applied(now, side, edit, index), state)
}

function applied(state: RegisterState, side: string, { kind, at, value }: Edit, index: number): RegisterState {
  const change = <Key extends 'systems' | 'risks' | 'controls'>(
    key: Key,
    patch: Partial<RegisterState[Key][number]>,
  ) => ({
    ...state,
    [key]: state[key].map((each, place) => (place === at ? { ...each, ...patch, version: each.version + 1 } : each)),
  })
  const systemIds = state.systems.map(({ id }) => id)
  switch (kind) {
    case 'rename':
      return change('systems', { name: { ja: `改名 ${side} ${String(value)}`, en: null } })
    case 'tier':
      return change('systems', { tier: (['high', 'medium', 'low', null] as const)[value] ?? null })
    case 'note':
      return change('systems', { notes: `${side}の注 ${String(value)}` })
    case 'withdraw':
      return change('systems', { withdrawn: { on: '2026-08-01', reason: `${side} ${String(value)}` } })
    case 'link':
      return change('risks', {
        systemIds: [...new Set([...(state.risks[at]?.systemIds ?? []), systemIds[value] ?? ''])].sort(),
      })
    case 'unlink':
      return change('risks', { systemIds: (state.risks[at]?.systemIds ?? []).filter((id) => id !== systemIds[value]) })
    case 'risk':
      return change('risks', { treatment: (['mitigate', 'avoid', 'transfer', 'accept'] as const)[value] ?? null })
    case 'owner':
      return change('controls', { weight: (['key', 'supporting', 'minor'] as const)[value] ?? 'key' })
    case 'hand over': {
      const [post, person] = [state.posts[at], state.people[value]]
      if (post === undefined || person === undefined) return state
      const from = `2026-0${String(value + 5)}-01`
      const terms = state.terms.map((each) =>
        each.postId === post.id && each.to === null && each.from < from
          ? { ...each, to: `2026-0${String(value + 4)}-28` }
          : each,
      )
      const isFree = !terms.some((each) => each.postId === post.id && each.to === null)
      return isFree
        ? { ...state, terms: [...terms, { ...term(post.id, person.id, from), id: idOf(side, 8000 + index) }] }
        : state
    }
    case 'add':
      return {
        ...state,
        systems: [
          ...state.systems,
          {
            ...system(code('SYS', state.systems.length + 1)),
            id: idOf(side, 9000 + index),
            unitId: state.units[value]?.id ?? null,
            name: { ja: `新規 ${side} ${String(index)} ${String(value)}`, en: null },
          },
        ],
      }
  }
}

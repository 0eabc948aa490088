/** What is asked of a system: by roles, phase and data. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packsFolder } from '#electron/build/requirement-packs/files.ts'
import { askedOfCompany, askedOfSystem } from '#shared/domain/requirements/applicable.ts'
import { readRequirementPack } from '#shared/domain/requirements/read-requirement-pack.ts'
import type { System } from '#shared/domain/system.ts'

const packOf = (name: string) => readRequirementPack(readFileSync(join(packsFolder, `${name}.json`), 'utf8'))
const guidelines = packOf('aigb-1.2')

type Asked = Pick<System, 'roles' | 'lifecycle' | 'personalData'>
const system = (given: Partial<Asked> = {}): Asked => ({
  roles: ['business_user'],
  lifecycle: 'production',
  personalData: 'yes',
  ...given,
})

/** How many items of each part are asked, and how many of them later only. */
function partsOf(given: Partial<Asked>) {
  const asked = askedOfSystem(guidelines, system(given))
  const count = (part: string) => asked.filter(({ item }) => item.id.startsWith(`AIGB-${part}-`)).length
  return {
    common: count('C'),
    developer: count('D'),
    provider: count('P'),
    user: count('U'),
    later: asked.filter(({ when }) => when === 'later').length,
  }
}

describe('the guidelines ask of a system', () => {
  test.each<[string, Partial<Asked>, ReturnType<typeof partsOf>]>([
    ['of a business user', {}, { common: 31, developer: 0, provider: 0, user: 7, later: 0 }],
    ['of a provider', { roles: ['provider'] }, { common: 31, developer: 0, provider: 11, user: 0, later: 0 }],
    [
      'of a developer, the repeated item once',
      { roles: ['developer'] },
      { common: 31, developer: 12, provider: 0, user: 0, later: 0 },
    ],
    [
      'of several roles',
      { roles: ['developer', 'provider', 'business_user'] },
      { common: 31, developer: 12, provider: 11, user: 7, later: 0 },
    ],
    [
      'without a role: what is asked of everybody',
      { roles: [] },
      { common: 31, developer: 0, provider: 0, user: 0, later: 0 },
    ],
    // Principle 4 has one common item; of the user's items U-4) i. stays, since staff can type such data anywhere.
    [
      'that handles no personal data',
      { personalData: 'no' },
      { common: 30, developer: 0, provider: 0, user: 7, later: 0 },
    ],
    [
      'of which nobody knows it: as if it did',
      { personalData: 'unknown' },
      { common: 31, developer: 0, provider: 0, user: 7, later: 0 },
    ],
    [
      'that is not in operation yet',
      { lifecycle: 'proposed' },
      { common: 31, developer: 0, provider: 0, user: 7, later: 7 },
    ],
    [
      'that is being developed',
      { roles: ['developer'], lifecycle: 'development' },
      { common: 31, developer: 12, provider: 0, user: 0, later: 5 },
    ],
    ['that is retired', { lifecycle: 'retired' }, { common: 0, developer: 0, provider: 0, user: 0, later: 0 }],
  ])('%s', (_name, given, parts) => {
    expect(partsOf(given)).toEqual(parts)
  })

  test('and nothing twice', () => {
    const ids = askedOfSystem(guidelines, system({ roles: ['developer', 'provider', 'business_user'] })).map(
      ({ item }) => item.id,
    )
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('the company is asked once: governance, goals and the Hiroshima principles of the guidelines, all of the spine', () => {
  expect(askedOfCompany(guidelines)).toHaveLength(12 + 6 + 21)
  expect(askedOfCompany(packOf('spine-1'))).toHaveLength(20)
  expect(askedOfSystem(packOf('spine-1'), system())).toEqual([])
})

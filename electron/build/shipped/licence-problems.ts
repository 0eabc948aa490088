/** Licences under which other people's work may be shipped with Daicho, and what speaks against shipping. */
import parse from 'spdx-expression-parse'
import type { Component } from './components.ts'

/** Permissive ones, and the fonts'. A new one is looked at by a person before it comes in here. */
export const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'blessing',
]

/** Components that may not be shipped as they are, with the reason. */
export function licenceProblems(components: readonly Component[]): string[] {
  return components.flatMap(({ name, version, licence, text }) => {
    const label = version === null ? name : `${name} ${version}`
    return [
      ...(isAllowed(licence) ? [] : [`${label}: licence "${licence}" is not in the list of those that may be shipped`]),
      ...(text === '' ? [`${label}: no text of its licence; put it into resources/licences`] : []),
    ]
  })
}

function isAllowed(expression: string): boolean {
  try {
    return holds(parse(expression))
  } catch {
    return false
  }
}

function holds(part: parse.Info): boolean {
  if ('license' in part)
    return part.exception === undefined && part.plus !== true && allowedLicences.includes(part.license)
  return part.conjunction === 'and' ? holds(part.left) && holds(part.right) : holds(part.left) || holds(part.right)
}

/** The notices as one text file, for those who open it outside of the application. */
import type { Component } from './components.ts'

const rule = '='.repeat(78)

export function noticesText(components: readonly Component[]): string {
  return [
    'Daicho contains work of others, under the licences below.',
    'Daicho には、以下のライセンスによる第三者の著作物が含まれます。',
    '',
    ...components.flatMap(({ name, version, licence, text }) => [
      rule,
      version === null ? name : `${name} ${version}`,
      licence,
      rule,
      '',
      text.replaceAll('\r\n', '\n'),
      '',
    ]),
  ].join('\n')
}

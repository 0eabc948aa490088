/** What identifies the pack and lets a reader check it without trusting the application. */
import { statement } from '../domain/statement.ts'
import type { PackContext } from './pack-context.ts'
import type { DigestRow } from './pages.ts'
import { zonedIso } from './zoned-instant.ts'

export function digestRows(context: PackContext): readonly DigestRow[] {
  const { input, state } = context
  const { timeZone } = state.organisation
  const rows: DigestRow[] = []
  const add = (key: string, value: DigestRow['value'] | null, kind: DigestRow['kind'] = 'text') => {
    rows.push({
      key,
      label: statement(`pack.digest.${key}`),
      value: value ?? statement('pack.digest.notLocked'),
      kind: value === null ? 'text' : kind,
    })
  }
  add('register', state.organisation.registerId)
  add('pack', input.code ?? statement('pack.draft'))
  if (input.entity != null)
    add('entity', statement('pack.digest.entityOf', { entity: input.entity.name, code: input.entity.code }))
  add('asOf', input.asOf)
  add('cutOff', zonedIso(input.cutOff, timeZone))
  add('lockedAt', input.lockedAt === null ? null : zonedIso(input.lockedAt, timeZone))
  add('schema', String(input.schemaVersion))
  add('app', input.appVersion)
  add('dataDigest', input.dataDigest, 'digest')
  rows.push({
    key: 'packDigest',
    label: statement('pack.digest.packDigest'),
    value: input.finishing.packDigest ?? statement('pack.digest.notSignedOff'),
    kind: input.finishing.packDigest === null ? 'text' : 'digest',
  })
  add('auditHead', input.auditHead, 'digest')
  add('previous', input.previous?.code ?? statement('pack.digest.noPrevious'))
  if (input.previous !== null) add('previousDigest', input.previous.digest, 'digest')
  add('verify', statement('pack.digest.how'))
  return rows
}

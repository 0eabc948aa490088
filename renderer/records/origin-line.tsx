/** Of a record that came with another register: which, under which code, and on which day. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/client.tsx'
import { useWords } from './words.ts'

export function OriginLine({ id }: { readonly id: string }) {
  const words = useWords()
  const { utils } = useApi()
  const { data } = useQuery(utils.merging.origin.queryOptions({ input: { id } }))
  if (data == null) return null
  return (
    <p className="hint">
      {words.t('record.origin', { register: words.name(data.name), code: data.theirCode ?? '', day: data.on })}
    </p>
  )
}

/** Whose work is in the program, under which licences: the notices that are shipped with it, readable without a network. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { sayError } from '#renderer/api/problem.ts'
import { useWords } from '#renderer/records/words.ts'
import './licences.css'

/** As the build writes them (electron/build/notices.ts). */
const noticesSchema = z.array(
  z.object({ name: z.string(), version: z.string().nullable(), licence: z.string(), text: z.string() }),
)
type Notice = z.infer<typeof noticesSchema>[number]

async function readNotices(): Promise<readonly Notice[]> {
  const response = await fetch('./licences.json')
  if (!response.ok) throw new Error(`licences.json: ${String(response.status)}`)
  return noticesSchema.parse(await response.json())
}

export function LicencesScreen() {
  const words = useWords()
  const { data: notices, error } = useQuery({ queryKey: ['licences'], queryFn: readNotices })
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  if (notices === undefined) return null
  return (
    <>
      <div className="page-head">
        <h1>{words.t('app.licences')}</h1>
        <span className="page-note">{words.t('app.licencesCount', { count: notices.length })}</span>
      </div>
      <div className="page-body">
        <div className="page-column">
          <section className="sheet">
            <p className="licences-note">{words.t('app.licencesNote')}</p>
            {notices.map((notice) => (
              <Licence key={`${notice.name} ${notice.version ?? ''}`} notice={notice} />
            ))}
          </section>
        </div>
      </div>
    </>
  )
}

/** The text is long, and drawn once somebody asks for it. */
function Licence({ notice }: { readonly notice: Notice }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="licence" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="licence-name">{notice.name}</span>
        <span className="licence-version">{notice.version}</span>
        <span className="licence-licence">{notice.licence}</span>
      </summary>
      {open && <pre lang="en">{notice.text}</pre>}
    </details>
  )
}

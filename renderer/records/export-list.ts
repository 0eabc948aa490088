/** Writes records of a list as CSV into a folder that a person chooses, and says what came of it; `undecided` is told what code page 932 cannot hold. */
import { useCallback } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork } from '#renderer/api/long-work.ts'
import { sayError } from '#renderer/api/problem.ts'
import type { ListQuery } from '#shared/contract/list.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { Undecided } from './export/unheld-dialog.tsx'
import { useTell } from './tell.ts'
import { useWords } from './words.ts'

/** `query` is asked for after the folder was chosen: what it takes to know it is not done for nothing. */
export function useExportList(
  noun: CodedNoun,
  undecided: ((asked: Undecided) => void) | null = null,
): (query: () => ListQuery | Promise<ListQuery>, columns: readonly string[]) => Promise<void> {
  const words = useWords()
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  return useCallback(
    async (query, columns) => {
      const folder = await choose('output-folder')
      if (folder === null) return
      const encoding = undecided === null ? 'utf-8' : 'cp932'
      const write = async (asked: ListQuery, seen: string | null): Promise<void> => {
        const { name, rows, token } = await runLongWork('export', (signal) =>
          client.lists.export(
            { ...asked, noun, columns: [...columns], folder: folder.token, encoding, seen },
            { signal },
          ),
        )
        tell.done(words.t('list.exported', { name, count: rows }), {
          label: words.t('action.showFolder'),
          run: () => {
            client.file.reveal({ token }).catch((error: unknown) => tell.refused(sayError(words.language, error)))
          },
        })
      }
      try {
        const asked = await query()
        if (undecided !== null) {
          const unheld = await runLongWork('export', (signal) =>
            client.lists.unheld({ ...asked, noun, columns: [...columns] }, { signal }),
          )
          if (unheld.total > 0) {
            undecided({ unheld, write: (seen) => write(asked, seen) })
            return
          }
        }
        await write(asked, null)
      } catch (error) {
        tell.refused(sayError(words.language, error))
      }
    },
    [choose, client, noun, tell, undecided, words],
  )
}

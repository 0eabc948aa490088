/** The page of a record as it is printed: what is drawn, and the latest of its history. */
import type { Client } from '#renderer/api/client.tsx'
import type { PrintedSheet } from '#shared/domain/printed-sheet.ts'
import type { Words } from '../words.ts'
import { readScreen } from './read-screen.ts'

/** Changes that are named; the others are counted. */
const namedChanges = 10

export async function printedRecord(
  client: Client,
  words: Words,
  momentText: (instant: string) => string,
  recordId: string,
): Promise<PrintedSheet> {
  const { t } = words
  const main = document.querySelector('main')
  const sheet = main === null ? null : readScreen(main, { missing: t('app.notRegistered'), none: t('app.noneOfThese') })
  if (sheet === null) throw new Error('a record is printed from its page')
  const { events, total, labels } = await client.history.list({ recordId, limit: namedChanges })
  return {
    ...sheet,
    blocks: [
      ...sheet.blocks,
      { kind: 'heading', text: t('printed.history', { shown: events.length, count: total }) },
      {
        kind: 'table',
        columns: [
          { title: t('printed.when'), share: 14, end: false },
          { title: t('printed.who'), share: 14, end: false },
          { title: t('printed.what'), share: 22, end: false },
          { title: t('printed.fields'), share: 50, end: false },
        ],
        rows: events.map(({ at, account, personId, operation, noun, reason, changes }) => ({
          kind: 'row',
          cells: [
            momentText(at),
            words.label(labels, personId) || account,
            t(`operation.${operation}`, { defaultValue: words.one(noun) }),
            [
              changes
                .map(({ field }) => t(`field.${noun}.${field}`, { defaultValue: '' }))
                .filter((name) => name !== '')
                .join(t('app.listSeparator')),
              reason === null || reason === '' ? '' : t('app.because', { reason }),
            ]
              .filter((text) => text !== '')
              .join(' '),
          ],
        })),
      },
    ],
  }
}

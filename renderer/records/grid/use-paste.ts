/** A pasted block on its way into the register: read, shown, and written only when a person agrees to what was shown. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Client, nounClient, useApi } from '#renderer/api/client.tsx'
import { runLongWork } from '#renderer/api/long-work.ts'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import { useUndo } from '#renderer/records/use-undo.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { PasteInput, PasteResult } from '#shared/contract/batch.ts'
import type { DayOrder } from '#shared/domain/import-day.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import type { PasteMapping } from './paste-mapping.ts'
import { readChosen, readPlaces, type RowQuery } from './read-rows.ts'

type PastedRow = PasteInput['rows'][number]

export interface Paste {
  readonly preview: PasteResult | null
  /** Lines that meet no record of the register, by their number in the block, from 1. */
  readonly unmatched: readonly number[]
  /** The line of each row of the preview, from 1. */
  readonly lineOf: readonly number[]
  readonly problem: string | null
  readonly dayOrder: DayOrder | null
  readonly busy: boolean
  /** It was agreed to, and is on its way into the register. */
  readonly writing: boolean
  setDayOrder(order: DayOrder | null): void
  write(leaveOutRefused: boolean, onDone: () => void): void
}

export interface PasteParts<N extends CodedNoun> {
  readonly source: RowQuery<N>
  readonly mapping: PasteMapping
  /** The places of the records from the active cell downwards. */
  readonly places: readonly number[]
  readonly mayCreate: boolean
}

interface Matched {
  readonly rows: readonly PastedRow[]
  readonly lineOf: readonly number[]
  readonly unmatched: readonly number[]
}

export function usePaste<N extends CodedNoun>({ source, mapping, places, mayCreate }: PasteParts<N>): Paste {
  const { client } = useApi()
  const words = useWords()
  const undo = useUndo()
  const queries = useQueryClient()
  const { noun } = source
  const [dayOrder, setDayOrder] = useState<DayOrder | null>(null)
  const columns = mapping.targets.map((target) => target?.takes ?? null)

  const match = async (): Promise<Matched> => {
    const headings = mapping.headed ? 1 : 0
    const records = await recordsOf(client, source, mapping, places)
    const rows: PastedRow[] = []
    const lineOf: number[] = []
    const unmatched: number[] = []
    mapping.lines.forEach((line, index) => {
      const code = mapping.codes < 0 ? '' : codeIn(line[mapping.codes])
      const record = records(index, code)
      if (record === undefined && (code !== '' || !mayCreate)) unmatched.push(index + 1 + headings)
      else {
        rows.push({ id: record?.id ?? null, version: record?.version ?? null, cells: [...line] })
        lineOf.push(index + 1 + headings)
      }
    })
    return { rows, lineOf, unmatched }
  }
  const send = (
    rows: readonly PastedRow[],
    order: DayOrder | null,
    more: Pick<PasteInput, 'commit' | 'preview' | 'leaveOutRefused'>,
  ) =>
    runLongWork<PasteResult>('paste', (signal) =>
      nounClient(client, noun).paste({ columns, rows: [...rows], dayOrder: order, ...more }, { signal }),
    )
  const look = useMutation({
    mutationFn: async (order: DayOrder | null) => {
      const matched = await match()
      const more = { commit: false, preview: null, leaveOutRefused: false }
      return { matched, result: matched.rows.length === 0 ? null : await send(matched.rows, order, more) }
    },
  })
  const write = useMutation({
    mutationFn: ({
      matched,
      shown,
      leaveOutRefused,
    }: {
      matched: Matched
      shown: PasteResult
      leaveOutRefused: boolean
    }) => tellSaving(() => send(matched.rows, dayOrder, { commit: true, preview: shown.preview, leaveOutRefused })),
    onSuccess: ({ written }) => {
      const changed = written?.changed.length ?? 0
      const created = written?.created.length ?? 0
      const sentence =
        changed + created === 0 ? words.t('grid.nothingChanged') : words.t('paste.written', { changed, created })
      undo.done(sentence, written?.transaction ?? null)
    },
    onError: (error) => {
      if (problemOf(error).code === 'PREVIEW_OUTDATED') look.mutate(dayOrder)
    },
    onSettled: () => queries.invalidateQueries(),
  })
  const begin = look.mutate
  useEffect(() => {
    begin(dayOrder)
  }, [begin, dayOrder])
  const problem = write.error ?? look.error
  return {
    preview: look.data?.result ?? null,
    unmatched: look.data?.matched.unmatched ?? noLines,
    lineOf: look.data?.matched.lineOf ?? noLines,
    problem: problem === null ? null : sayError(words.language, problem),
    dayOrder,
    busy: look.isPending || write.isPending,
    writing: write.isPending,
    setDayOrder,
    write: (leaveOutRefused, onDone) => {
      if (look.data?.result == null) return
      write.mutate({ matched: look.data.matched, shown: look.data.result, leaveOutRefused }, { onSuccess: onDone })
    },
  }
}

const noLines: readonly number[] = []

/** The record of a line: by its code where the block has codes, else by its place under the active cell. */
async function recordsOf<N extends CodedNoun>(
  client: Client,
  source: RowQuery<N>,
  mapping: PasteMapping,
  places: readonly number[],
): Promise<(line: number, code: string) => RecordOf<N> | undefined> {
  const plain = { ...source, values: [] }
  if (mapping.codes >= 0) {
    const rows = await readChosen(client, plain, { kind: 'some', codes: codesOf(mapping) }, 0)
    const byCode = new Map(rows.map(({ record }) => [record.code, record]))
    return (_line, code) => byCode.get(code)
  }
  const [first = 0] = places
  const rows = places.length === 0 ? [] : await readPlaces(client, plain, first, places.at(-1) ?? first)
  return (line) => {
    const place = places[line]
    return place === undefined ? undefined : rows[place - first]?.record
  }
}

function codeIn(cell: string | undefined): string {
  return (cell ?? '').normalize('NFKC').trim().toUpperCase()
}

function codesOf(mapping: PasteMapping): ReadonlySet<string> {
  return new Set(mapping.lines.map((line) => codeIn(line[mapping.codes])).filter((code) => code !== ''))
}

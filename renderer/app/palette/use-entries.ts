/** What the palette offers for a text: records of the register, screens and commands; before anything is typed, what was used last. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { useLanguage } from '#renderer/api/status.ts'
import { useDeferredText } from '#renderer/records/deferred-text.ts'
import type { Found } from '#shared/contract/records.ts'
import { type Command, type CommandId, commandOf } from '#shared/domain/commands.ts'
import { keyWords } from '#shared/domain/keys.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { inLanguage, searchKey } from '#shared/domain/text.ts'
import { useCommands, useCommandWords } from '../commands/commands.tsx'
import { onMac } from '../on-mac.ts'
import { recordPath } from '#renderer/records/noun-path.ts'

const searched = [
  'system',
  'risk',
  'control',
  'action',
  'person',
  'post',
  'unit',
  'acceptance',
  'evidence',
  'intake',
  'direction',
  'finding',
  'observation',
  'policy',
  'training',
  'vendor',
  'contract',
  'ruleAssessment',
  'incident',
  'enforcement',
  'dataUse',
  'dpia',
  'deidentification',
  'consent',
  'decision',
  'meeting',
] as const satisfies readonly CodedNoun[]

export interface Entry {
  readonly key: string
  readonly code: string | null
  readonly name: string
  readonly kind: string
  readonly keys: string | null
  readonly run: () => void
}

export interface Entries {
  readonly entries: readonly Entry[]
  /** They are those of an earlier text. */
  readonly pending: boolean
  /** The first entry of a text that has not been looked for yet; undefined where there is none. */
  readonly firstOf: (text: string) => Promise<Entry | undefined>
}

const [shownRecords, shown] = [12, 14]
const [recentRecords, recentCommands] = [6, 4]

export function useEntries(text: string): Entries {
  const { t } = useTranslation()
  const { client, utils } = useApi()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const { available, run } = useCommands()
  const commandWords = useCommandWords()
  const asked = useDeferredText(text).trim()
  const query = (typed: string, limit: number) => ({ nouns: [...searched], text: typed, limit })
  const { data, isPlaceholderData } = useQuery({
    ...utils.lookUp.queryOptions({ input: query(asked, shownRecords) }),
    enabled: asked !== '',
    placeholderData: (before) => before,
  })
  const recent = useQuery({ ...utils.application.recentlyUsed.list.queryOptions(), staleTime: 0 }).data

  const recordEntry = ({ id, label }: Found): Entry => ({
    key: id,
    code: label.code,
    name: inLanguage(label.name, language),
    kind: t(`noun.${label.noun}.one`),
    keys: null,
    run: () => navigate(recordPath(label.noun, id)),
  })
  const commandEntry = (command: Command): Entry => ({
    key: command.id,
    code: null,
    name: commandWords(command),
    kind: t(command.menu === 'go' ? 'app.screen' : 'app.command'),
    keys: command.keys === null ? command.letter : keyWords(command.keys, onMac),
    run: () => {
      // Forgotten where it cannot be kept; the command is carried out all the same.
      void client.application.recentlyUsed.note({ kind: 'command', id: command.id })
      run(command.id)
    },
  })
  const orders = [
    ...available.filter(({ menu }) => menu === 'go'),
    ...available.filter(({ menu, id }) => menu !== 'go' && id !== 'find'),
  ]
  const commandsFor = (typed: string) =>
    orders.map(commandEntry).filter(({ name }) => searchKey(name).includes(searchKey(typed)))

  const usedLast = () => {
    const ids: readonly CommandId[] = (recent?.commands ?? []).filter((id) => orders.some((each) => each.id === id))
    const first = ids.slice(0, recentCommands).map((id) => commandEntry(commandOf(id)))
    const others = orders.map(commandEntry).filter(({ key }) => !first.some((each) => each.key === key))
    return [...(recent?.records ?? []).slice(0, recentRecords).map(recordEntry), ...first, ...others]
  }
  const found = () => [...(data ?? []).map(recordEntry), ...commandsFor(asked)]
  return {
    entries: (asked === '' ? usedLast() : found()).slice(0, shown),
    pending: text.trim() !== asked || (asked !== '' && (isPlaceholderData || data === undefined)),
    firstOf: async (typed) => {
      const [record] = await client.lookUp(query(typed.trim(), 1))
      return record === undefined ? commandsFor(typed.trim())[0] : recordEntry(record)
    },
  }
}

/** Writes one of the tables that follow from the requirements. */
import { useApi } from '#renderer/api/client.tsx'
import { TableFileButton as AnyTableFileButton } from '#renderer/records/table-file-button.tsx'
import type { requirementTables } from '#shared/contract/requirement.ts'

export function TableFileButton({ table }: { readonly table: (typeof requirementTables)[number] }) {
  const { client } = useApi()
  return <AnyTableFileButton write={(folder) => client.requirement.writeTable({ table, folder })} />
}

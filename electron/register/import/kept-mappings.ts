/** Mappings that a register keeps under names, for the next list of the same kind. */
import type { KeptMapping } from '#shared/contract/import.ts'
import { checkMappingFile, type MappingFile } from '#shared/domain/import-mapping.ts'
import type { ImportNoun } from '#shared/domain/import-profile.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

type Stored = RecordOf<'importMapping'>

function standing(register: Register): Stored[] {
  return [...recordTables.importMapping.all(register.read)].filter(({ withdrawn }) => withdrawn === null)
}

function keptOf({ id, title, mapping }: Stored): KeptMapping {
  return { id, title, mapping: checkMappingFile(mapping) }
}

/** The mappings kept for lists of a noun, by name. */
export function keptMappings(register: Register, noun: ImportNoun): readonly KeptMapping[] {
  return standing(register)
    .filter(({ holds }) => holds === noun)
    .map(keptOf)
    .sort((one, other) => (one.title < other.title ? -1 : 1))
}

/** Keeps a mapping; one of the same noun that bears the name is changed. */
export function keepMapping(
  register: Register,
  input: { readonly noun: ImportNoun; readonly title: string; readonly mapping: MappingFile },
): KeptMapping {
  return register.change({ operation: 'importMapping.keep' }, (change) => {
    const mapping = { ...input.mapping, noun: input.noun } as Stored['mapping']
    const known = standing(register).find(({ holds, title }) => holds === input.noun && title === input.title)
    return keptOf(
      known === undefined
        ? change.add('importMapping', { title: input.title, holds: input.noun, mapping })
        : change.update('importMapping', known, { mapping }),
    )
  })
}

export function dropMapping(register: Register, id: string): { readonly id: string } {
  return register.change({ operation: 'importMapping.drop' }, (change) => {
    const stored = change.get('importMapping', id)
    change.update('importMapping', stored, { withdrawn: { on: change.today, reason: 'dropped' } })
    return { id }
  })
}

/**
 * Migrations: written by hand, numbered by tens. A file carries the hash of each step applied to it; all pending steps run
 * in one transaction, so that a failing one leaves the file as it was. The caller makes the backup first.
 */
import type SqliteDatabase from 'better-sqlite3'
import Database from 'better-sqlite3'
import { Problem } from '#shared/domain/problem.ts'
import { sha256 } from './canonical.ts'
import { first } from './migrations/0010-first.ts'
import { undoAndComments } from './migrations/0020-undo-and-comments.ts'
import { intakes } from './migrations/0030-intake.ts'
import { dayCalendar } from './migrations/0040-day-calendar.ts'
import { freeFields } from './migrations/0050-free-fields.ts'
import { requirements } from './migrations/0060-requirements.ts'
import { directions } from './migrations/0070-directions.ts'
import { oversight } from './migrations/0080-oversight.ts'
import { proof } from './migrations/0090-proof.ts'
import { horizon } from './migrations/0110-horizon.ts'
import { thirdParty } from './migrations/0100-third-party.ts'
import { incidents } from './migrations/0130-incident.ts'
import { decisions } from './migrations/0150-decision.ts'
import { jurisdictions } from './migrations/0140-jurisdiction.ts'
import { attestationSheets } from './migrations/0160-attestation-sheet.ts'
import { figures } from './migrations/0180-figures.ts'
import { packFinish } from './migrations/0170-pack-finish.ts'
import { merges } from './migrations/0210-merge.ts'
import { sources } from './migrations/0190-source.ts'
import { ownerRequests } from './migrations/0270-owner-request.ts'
import { leftBehind } from './migrations/0250-left-behind.ts'
import { sourceRows } from './migrations/0200-source-row.ts'
import { privacy } from './migrations/0120-privacy.ts'
import { retention } from './migrations/0280-retention.ts'
import { sheet } from './migrations/0230-sheet.ts'

export interface MigrationStep {
  readonly version: number
  readonly name: string
  readonly sql: string
}
export const migrationSteps: readonly MigrationStep[] = [
  first,
  undoAndComments,
  intakes,
  dayCalendar,
  freeFields,
  requirements,
  directions,
  oversight,
  proof,
  thirdParty,
  horizon,
  privacy,
  incidents,
  jurisdictions,
  decisions,
  attestationSheets,
  packFinish,
  figures,
  sources,
  sourceRows,
  merges,
  sheet,
  leftBehind,
  ownerRequests,
  retention,
]
export const latestVersion = Math.max(...migrationSteps.map((step) => step.version))

/** The four bytes "DAIC" in the file's header: what tells a register from any other SQLite file. */
export const applicationId = 0x44414943

/** Applies the steps above the file's version in one transaction. MIGRATION_FAILED where one fails. */
export function migrate(database: SqliteDatabase.Database, steps = migrationSteps): void {
  const from = database.pragma('user_version', { simple: true }) as number
  const pending = steps.filter((step) => step.version > from)
  if (pending.length === 0) return
  try {
    database
      .transaction(() => {
        for (const step of pending) {
          database.exec(step.sql)
          database
            .prepare('INSERT INTO schema_step (version, name, sha256) VALUES (?, ?, ?)')
            .run(step.version, step.name, sha256(step.sql))
          database.pragma(`user_version = ${String(step.version)}`)
        }
        database.pragma(`application_id = ${String(applicationId)}`)
      })
      .immediate()
  } catch (error) {
    // A full disk says nothing against the step.
    if (
      error instanceof Database.SqliteError &&
      error.code !== 'SQLITE_ERROR' &&
      !error.code.startsWith('SQLITE_CONSTR')
    )
      throw error
    throw new Problem('MIGRATION_FAILED', { from, to: pending.at(-1)?.version ?? from }, { cause: error })
  }
}

/** What stands in the schema: each object's kind, name and SQL. */
export interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly sql: string | null
}

export function schemaOf(database: SqliteDatabase.Database): SchemaObject[] {
  const objects = database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
  return (objects as SchemaObject[]).filter((object) => !isOfSqlite(object))
}

/**
 * What SQLite keeps for itself: the indexes of primary keys, and statistics. Its names alone say nothing: whoever writes into
 * the schema by hand can give them to a trigger.
 */
function isOfSqlite({ type, name, sql }: SchemaObject): boolean {
  if (type === 'index') return sql === null && name.startsWith('sqlite_autoindex_')
  return type === 'table' && /^sqlite_(stat[1-4]|sequence)$/.test(name)
}

const known = new Map<number, readonly SchemaObject[]>()

/** The schema that a file of a version must have, read from an empty register made on the spot. */
export function expectedSchema(version: number, steps = migrationSteps): readonly SchemaObject[] {
  const found = steps === migrationSteps ? known.get(version) : undefined
  if (found) return found
  const database = new Database(':memory:')
  try {
    migrate(
      database,
      steps.filter((step) => step.version <= version),
    )
    const schema = schemaOf(database)
    if (steps === migrationSteps) known.set(version, schema)
    return schema
  } finally {
    database.close()
  }
}

/** The differences of a file's schema from what its version must have, in words for a log: empty where there are none. */
export function schemaDifferences(
  database: SqliteDatabase.Database,
  version: number,
  steps = migrationSteps,
): string[] {
  if (!steps.some((step) => step.version === version)) return ['~ user_version']
  const expected = new Map(expectedSchema(version, steps).map((each) => [`${each.type} ${each.name}`, each.sql]))
  const differences: string[] = []
  for (const object of schemaOf(database)) {
    const key = `${object.type} ${object.name}`
    if (!expected.has(key)) differences.push(`+ ${key}`)
    else if (expected.get(key) !== object.sql) differences.push(`~ ${key}`)
    expected.delete(key)
  }
  for (const key of expected.keys()) differences.push(`- ${key}`)
  const applied = database.prepare('SELECT version, name, sha256 FROM schema_step ORDER BY version').all() as {
    version: number
    name: string
    sha256: string
  }[]
  const wanted = steps.filter((step) => step.version <= version)
  if (
    JSON.stringify(applied) !==
    JSON.stringify(wanted.map((step) => ({ version: step.version, name: step.name, sha256: sha256(step.sql) })))
  )
    differences.push('~ table schema_step')
  return [...new Set(differences)]
}

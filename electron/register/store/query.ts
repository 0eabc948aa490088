/**
 * Queries are built with Kysely as a typed compiler and run synchronously: a transaction never spans a tick of the event
 * loop. A read handle refuses a writing statement at run time, since types cannot tell `select` from `insert … returning`.
 */
import type SqliteDatabase from 'better-sqlite3'
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Database } from './tables.ts'

/** Builds statements; it has no connection. `sql` is `from('system').selectAll()…`, run by a handle. */
export const queries = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

type Statement = SqliteDatabase.Statement

/** A handle that can only read. A function that takes one cannot write. */
export class ReadHandle {
  readonly #database: SqliteDatabase.Database
  readonly #statements = new Map<string, Statement>()

  constructor(database: SqliteDatabase.Database) {
    this.#database = database
  }

  all<Result>(query: Compilable<Result>): Result[] {
    const { sql, parameters } = query.compile()
    return this.prepare(sql).all(...parameters) as Result[]
  }

  first<Result>(query: Compilable<Result>): Result | undefined {
    const { sql, parameters } = query.compile()
    return this.prepare(sql).get(...parameters) as Result | undefined
  }

  /** What `work` reads is of one moment, whatever another process writes meanwhile. `work` is synchronous. */
  atOnce<Result>(work: () => Result): Result {
    return this.#database.transaction(work).deferred()
  }

  /** A cached statement of fixed SQL text, for the store's own modules. Refuses one that writes. */
  prepare(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    if (!statement.readonly) throw new Error('a read handle was given a statement that writes')
    this.#statements.set(sql, statement)
    return statement
  }
}

/** A handle inside a write transaction. */
export class WriteHandle extends ReadHandle {
  readonly #database: SqliteDatabase.Database
  readonly #statements = new Map<string, Statement>()

  constructor(database: SqliteDatabase.Database) {
    super(database)
    this.#database = database
  }

  run(query: Compilable): SqliteDatabase.RunResult {
    const { sql, parameters } = query.compile()
    return this.statement(sql).run(...parameters)
  }

  /** A cached statement of fixed SQL text that may write. */
  statement(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

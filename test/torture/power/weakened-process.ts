/** The process of a load with a weaker promise of SQLite than the program's own: `weakened-process.ts LEVEL LOAD FOLDER SEED`. */
import Database from 'better-sqlite3'

type Pragma = (source: string, options?: Database.PragmaOptions) => unknown

const level = process.argv.splice(2, 1)[0] ?? ''
const own: Pragma = Reflect.get(Database.prototype, 'pragma')
Reflect.set(Database.prototype, 'pragma', function (this: Database.Database, ...[source, options]: Parameters<Pragma>) {
  return Reflect.apply(own, this, [source.startsWith('synchronous =') ? `synchronous = ${level}` : source, options])
})
await import('../kill/load-process.ts')

/** The loads under which the register process is killed. */
import type { Load } from './load.ts'
import { bulk } from './loads/bulk.ts'
import { copies } from './loads/copies.ts'
import { edits } from './loads/edits.ts'
import { exports } from './loads/exports.ts'
import { imports } from './loads/imports.ts'
import { locks } from './loads/locks.ts'
import { migrations } from './loads/migrations.ts'
import { newRegisters } from './loads/new-registers.ts'
import { settings } from './loads/settings.ts'

export const loads: readonly Load[] = [edits, bulk, imports, locks, migrations, copies, exports, newRegisters, settings]

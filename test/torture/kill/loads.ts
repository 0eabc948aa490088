/** The loads under which the register process is killed. */
import type { Load } from './load.ts'
import { backups } from './loads/backups.ts'
import { bulk } from './loads/bulk.ts'
import { copies } from './loads/copies.ts'
import { damagedRestores } from './loads/damaged-restores.ts'
import { edits } from './loads/edits.ts'
import { exports } from './loads/exports.ts'
import { imports } from './loads/imports.ts'
import { locks } from './loads/locks.ts'
import { merges } from './loads/merges.ts'
import { migrations } from './loads/migrations.ts'
import { newRegisters } from './loads/new-registers.ts'
import { opening } from './loads/opening.ts'
import { protecting } from './loads/protecting.ts'
import { recoveries } from './loads/recoveries.ts'
import { restores } from './loads/restores.ts'
import { redactions } from './loads/redactions.ts'
import { settings } from './loads/settings.ts'

export const loads: readonly Load[] = [
  edits,
  bulk,
  imports,
  locks,
  migrations,
  backups,
  restores,
  damagedRestores,
  recoveries,
  merges,
  copies,
  exports,
  protecting,
  opening,
  newRegisters,
  redactions,
  settings,
]

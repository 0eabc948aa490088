/** The process that is killed: loads its work, says that it is ready, and works. `load-process.ts LOAD FOLDER SEED [SHARE]`. */
import { diskProblem } from '#electron/register/store/sqlite-problems.ts'
import { randomFrom } from '../part.ts'
import { tell, workIn } from './load.ts'
import { loads } from './loads.ts'

const [name, folder = '', seed, share = '1'] = process.argv.slice(2)
const load = loads.find((each) => each.name === name)
if (load === undefined) throw new Error(`there is no load ${String(name)}`)
const work = workIn(folder, randomFrom(Number(seed)), Number(share))
tell({ kind: 'ready' })
try {
  await load.run(work)
} catch (error) {
  // What a read ran into is told as the window and the commands tell it.
  throw diskProblem(error) ?? error
}
tell({ kind: 'done' })

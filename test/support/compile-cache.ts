/**
 * Where Node keeps the sources that it has compiled. The tests start hundreds of processes that run the same TypeScript: with
 * this the register process and the command line begin in half the processor time.
 */
import { join } from 'node:path'

export const compileCache = { NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/node') }

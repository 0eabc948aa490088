/**
 * What the tests keep between their processes, as variables of the environment.
 *
 * Node keeps the sources that it has compiled: the tests start hundreds of processes that run the same TypeScript, and with this
 * the command line begins in half the processor time. And the browser that npm brought along lies where it lies for this account,
 * whatever home folder a test gives a person: unpacking it for each took longer than most tests.
 */
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

const { XDG_CACHE_HOME: own } = process.env

export const caches = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/node'),
  XDG_CACHE_HOME: own !== undefined && isAbsolute(own) ? own : join(homedir(), '.cache'),
}

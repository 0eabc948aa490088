/**
 * Loaded into the register process before anything else: a fixed moment, machine and account, so that the pictures of two
 * runs are the same. What the moment is stands in the environment, since the process is started by the shell.
 */
import os from 'node:os'
import { syncBuiltinESMExports } from 'node:module'

const moment = Date.parse(process.env.DAICHO_PICTURES_NOW ?? '')
if (Number.isNaN(moment)) throw new Error('DAICHO_PICTURES_NOW names no moment.')

const RealDate = Date
class FixedDate extends RealDate {
  constructor(...parts: [] | [number | string | Date]) {
    super(parts[0] ?? moment)
  }
  static override now(): number {
    return moment
  }
}
globalThis.Date = FixedDate as DateConstructor

const account = os.userInfo()
os.hostname = () => 'RISK-PC-07'
os.userInfo = (() => ({ ...account, username: 'aya.yamamoto' })) as typeof os.userInfo
syncBuiltinESMExports()

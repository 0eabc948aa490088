/**
 * The register process: opens the file, serves the contract, asks its shell through the control channel. Started as a forked
 * child by the Chromium shell and as a utility process by Electron.
 */
import { overForkChannel, overParentPort, type ParentPort } from './register-process.ts'

// Ctrl+C and a closed terminal reach every process of the terminal's group: the shell decides when this one ends.
process.on('SIGINT', () => undefined)
process.on('SIGHUP', () => undefined)

const end = () => process.exit(0)
const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort
if (parentPort !== undefined) overParentPort(parentPort, end)
else if (process.send !== undefined)
  overForkChannel({ on: process.on.bind(process), send: process.send.bind(process) }, end)

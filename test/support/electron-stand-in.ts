/** `node --import electron-stand-in.ts dist/app/main/index.js`: the built main process, with stand-ins in Electron's place. */
import { registerHooks } from 'node:module'

// A packaged application is started without the name of a script.
process.argv.splice(1, 1)

registerHooks({
  resolve: (name, context, next) =>
    name === 'electron'
      ? { url: new URL('./fake-electron.ts', import.meta.url).href, shortCircuit: true }
      : next(name, context),
})

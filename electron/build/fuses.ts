/**
 * Electron's fuses: what can be switched off inside its binary, so that nobody can switch it on from outside. Each is spelled
 * out, and `strictlyRequireAllFuses` refuses a binary that has one more.
 */
import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'

export const fuses: FuseConfig = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // electron-builder signs after the fuses are set.
  resetAdHocDarwinSignature: false,
  // The register process is a utility process; nobody else gets a Node out of the application.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // No cookie is ever set.
  [FuseV1Options.EnableCookieEncryption]: false,
  // The program runs its own app.asar, with the digest that stands in its binary, or not at all.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come over app://, never over file://.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's own default: memory of WebAssembly is guarded by the processor. Daicho has none.
  [FuseV1Options.WasmTrapHandlers]: true,
}

// Called by electron-builder (electron-builder.yml, `afterPack`) once the program is in its folder and before it is signed.
// Its own setting knows eight of Electron's nine fuses.
import { join } from 'node:path'
import { flipFuses } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'
import { fuses } from './fuses.ts'

export default async function setFuses({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  await flipFuses(join(appOutDir, programName(electronPlatformName, packager)), fuses)
}

function programName(platform: string, { appInfo, config }: AfterPackContext['packager']): string {
  if (platform === 'win32') return `${appInfo.productFilename}.exe`
  if (platform === 'darwin') return `${appInfo.productFilename}.app`
  return config.linux?.executableName ?? appInfo.productFilename
}

/** Who signs: only where the keys are in the environment (docs/release.md). Without them a program is packed unsigned. */

export interface Signing {
  /** For electron-builder; an empty variable, which a workflow passes where there is no secret, is none. */
  readonly environment: Readonly<Record<string, string>>
  readonly options: readonly string[]
}

const keys = [
  'CSC_LINK',
  'CSC_KEY_PASSWORD',
  'WIN_CSC_LINK',
  'WIN_CSC_KEY_PASSWORD',
  'APPLE_ID',
  'APPLE_APP_SPECIFIC_PASSWORD',
  'APPLE_TEAM_ID',
]
const forNotarising = ['CSC_LINK', 'APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID']

export function signing(given: Readonly<Record<string, string | undefined>>): Signing {
  const environment = Object.fromEntries(
    Object.entries(given).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && !(keys.includes(pair[0]) && pair[1] === ''),
    ),
  )
  // Otherwise any certificate that happens to lie in the keychain of the person who packs would be taken.
  if (environment.CSC_LINK === undefined) environment.CSC_IDENTITY_AUTO_DISCOVERY = 'false'
  const notarises = forNotarising.every((name) => environment[name] !== undefined)
  return { environment, options: notarises ? ['-c.mac.notarize=true'] : [] }
}

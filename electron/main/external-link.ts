/** The only way out of the application: https addresses of an allow-list, opened by the system's browser. */

/** Sites of the authorities whose texts the register cites. */
const allowedHosts: readonly string[] = [
  'www.meti.go.jp',
  'www.soumu.go.jp',
  'www.ipa.go.jp',
  'www.ppc.go.jp',
  'elaws.e-gov.go.jp',
  'laws.e-gov.go.jp',
]

export function mayOpen(address: string): boolean {
  try {
    const url = new URL(address)
    return url.protocol === 'https:' && url.username === '' && url.password === '' && allowedHosts.includes(url.host)
  } catch {
    return false
  }
}

/** Opens an allowed address; anything else is left alone. True where it was handed to the system. */
export async function openExternalLink(
  address: string,
  shell: { openExternal(url: string): Promise<void> },
): Promise<boolean> {
  if (!mayOpen(address)) return false
  await shell.openExternal(new URL(address).href)
  return true
}

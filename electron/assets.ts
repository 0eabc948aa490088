/**
 * The built window, served to both shells by one function: `app://daicho/` in Electron, a name that never resolves in
 * Chromium, where requests are answered before they leave. Nothing but files of the built renderer can be reached.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

/** `.invalid` is reserved (RFC 2606) and resolves nowhere. */
export const chromiumOrigin = 'https://daicho.invalid'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Every response needs its character set, or Japanese text breaks. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** What a page may do: load our files, style itself with this load's nonce, and reach nothing else. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const common = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

const notFound: Answer = {
  status: 404,
  headers: { ...common, 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from('not found'),
}

/** A file of `folder` for a URL path (still percent-encoded), or null where the path leads anywhere else. */
export function fileFor(folder: string, urlPath: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  // Plain names only: no parent steps, no absolute or drive paths, no streams, no control characters.
  const parts = path.split('/').filter((part) => part !== '')
  const plain = (part: string) =>
    part !== '.' && part !== '..' && !/[\\:]/.test(part) && [...part].every((letter) => letter >= ' ')
  if (!path.startsWith('/') || !parts.every(plain)) return null
  const file = join(folder, ...(parts.length === 0 ? ['index.html'] : parts))
  try {
    // A link inside the folder must not lead out of it.
    const real = realpathSync(file)
    if (!real.startsWith(realpathSync(folder) + sep) || !statSync(real).isFile()) return null
    return real
  } catch {
    return null
  }
}

/**
 * The answer for one request of the window. Pages get a fresh nonce, in their policy and in a meta element from which the
 * window's styles take it. `given` is what single pages fetch: the print window its job, the screen of failures its failure.
 */
export function serveAsset(
  folder: string,
  urlPath: string,
  given: { readonly printJob?: unknown; readonly failure?: unknown } = {},
): Answer {
  const data = urlPath === '/print-job.json' ? given.printJob : urlPath === '/failure.json' ? given.failure : undefined
  if (data !== undefined)
    return {
      status: 200,
      headers: { ...common, 'content-type': contentTypes['.json'] ?? '' },
      body: Buffer.from(JSON.stringify(data)),
    }
  // Made of all built parts, so it stands beside them.
  const file = fileFor(urlPath === '/licences.json' ? join(folder, '../notices') : folder, urlPath)
  if (file === null) return notFound
  const extension = extname(file)
  const type = contentTypes[extension]
  if (type === undefined) return notFound
  const body = readFileSync(file)
  if (extension !== '.html') return { status: 200, headers: { ...common, 'content-type': type }, body }
  const nonce = randomBytes(16).toString('base64')
  const page = body.toString('utf8').replace('<head>', `<head>\n    <meta name="daicho-nonce" content="${nonce}" />`)
  return {
    status: 200,
    headers: { ...common, 'content-type': type, 'content-security-policy': contentSecurityPolicy(nonce) },
    body: Buffer.from(page),
  }
}

/** The files of the window: nothing but what was built can be reached, and every page comes with its policy. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { contentSecurityPolicy, fileFor, serveAsset } from '#electron/assets.ts'
import { temporaryFolder } from '#test/support/register.ts'

let root: string
let folder: string

beforeEach(() => {
  root = temporaryFolder()
  folder = join(root, 'renderer')
  mkdirSync(join(folder, 'assets', 'empty'), { recursive: true })
  mkdirSync(join(root, 'renderer-of-another'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html>\n<html>\n  <head>\n    <title>台帳</title>\n  </head>\n</html>\n',
  )
  writeFileSync(join(folder, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(folder, 'assets', '日本語 a.css'), 'a{}')
  writeFileSync(join(folder, 'assets', 'program.exe'), 'MZ')
  writeFileSync(join(folder, 'sources.sha256'), 'digest')
  writeFileSync(join(root, 'secret.js'), 'secret')
  writeFileSync(join(root, 'renderer-of-another', 'main.js'), 'secret')
  symlinkSync(join(root, 'secret.js'), join(folder, 'link-out.js'))
  symlinkSync(root, join(folder, 'folder-out'))
  symlinkSync(join(folder, 'assets', 'main.js'), join(folder, 'link-in.js'))
})

describe('what is served', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/main.js', 'assets/main.js'],
    ['//assets///main.js', 'assets/main.js'],
    ['/assets/%E6%97%A5%E6%9C%AC%E8%AA%9E%20a.css', 'assets/日本語 a.css'],
    ['/link-in.js', 'assets/main.js'],
  ])('%s', (path, file) => {
    expect(fileFor(folder, path)).toBe(join(folder, file))
  })
})

describe('what is not', () => {
  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/assets/../index.html',
    '/%2e%2e/secret.js',
    '/%2E%2E%2Fsecret.js',
    '/..%2fsecret.js',
    '/assets/..%2f..%2fsecret.js',
    '/%252e%252e/secret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/assets\\main.js',
    '/.',
    '/./index.html',
    '/..;/secret.js',
    '/C:/Windows/win.ini',
    '/c:index.html',
    '/index.html::$DATA',
    '/\\\\server\\share\\a.js',
    '//server/share/a.js',
    '/assets/main.js%00',
    '/assets/main.js%00.html',
    '/assets/main\n.js',
    '/%',
    '/%ff%fe',
    'index.html',
    '',
    '/assets',
    '/assets/',
    '/assets/empty/',
    '/missing.js',
    '/link-out.js',
    '/folder-out/secret.js',
    '/../renderer-of-another/main.js',
    '/file:///etc/passwd',
    '/etc/passwd',
    `/${'../'.repeat(40)}etc/passwd`,
  ])('%j', (path) => {
    expect(fileFor(folder, path)).toBeNull()
    expect(serveAsset(folder, path)).toEqual({
      status: 404,
      headers: {
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'content-type': 'text/plain; charset=utf-8',
      },
      body: Buffer.from('not found'),
    })
  })

  test('a file of an unknown kind, and one without any', () => {
    expect([serveAsset(folder, '/assets/program.exe').status, serveAsset(folder, '/sources.sha256').status]).toEqual([
      404, 404,
    ])
  })

  test('a print job where none is under way', () => {
    expect(serveAsset(folder, '/print-job.json').status).toBe(404)
    const job = { kind: 'pack', title: '</script>台帳' }
    const served = serveAsset(folder, '/print-job.json', { printJob: job })
    expect([served.status, served.headers['content-type'], JSON.parse(Buffer.from(served.body).toString())]).toEqual([
      200,
      'application/json; charset=utf-8',
      job,
    ])
  })
})

describe('the policy', () => {
  test("allows our files and this load's styles, and nothing else", () => {
    expect(contentSecurityPolicy('TheNonce==')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-TheNonce=='; style-src-attr 'none'; font-src 'self'; " +
        "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
  })

  test('every load has a nonce of its own, the same in the header and in the page', () => {
    const loads = Array.from({ length: 20 }, () => {
      const { headers, body } = serveAsset(folder, '/')
      const page = Buffer.from(body).toString()
      const inPage = [...page.matchAll(/<meta name="daicho-nonce" content="([^"]+)" \/>/g)].map((match) => match[1])
      const inHeader = [...(headers['content-security-policy'] ?? '').matchAll(/'nonce-([^']+)'/g)].map(
        (match) => match[1],
      )
      expect(inPage).toEqual(inHeader)
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy(inPage[0] ?? ''))
      // 16 random bytes.
      expect(Buffer.from(inPage[0] ?? '', 'base64').length).toBe(16)
      return inPage[0]
    })
    expect(new Set(loads).size).toBe(20)
  })

  test('files that are no pages carry their own kind and are not guessed', () => {
    expect(serveAsset(folder, '/assets/main.js')).toEqual({
      status: 200,
      headers: {
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'content-type': 'text/javascript; charset=utf-8',
      },
      body: Buffer.from('export {}'),
    })
  })
})

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builtFolder, ensureBuilt, sourceDigest, type BuildInto, type BuildPart } from '#electron/build.ts'

let root = ''
let built: BuildPart[] = []

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

/** Leaves the source of the part in the built file, so that a test sees which source was built. */
const copySource: BuildInto = async (part, folder) => {
  built.push(part)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.js'), readFileSync(join(root, 'shared/word.ts')))
}

async function ensure(what: readonly BuildPart[], build = copySource) {
  const report = new PassThrough()
  try {
    await ensureBuilt({ what, report, root, build })
  } finally {
    report.end()
  }
  return text(report)
}

const builtWord = (part: BuildPart) => readFileSync(join(builtFolder(part, root), 'index.js'), 'utf8')
const inPlace = () => readdirSync(join(root, 'dist/app')).sort()

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daicho-build-'))
  built = []
  write('package.json', '{}')
  write('shared/word.ts', 'one')
  write('renderer/index.html', '<p>one</p>')
  write('electron/main/index.ts', 'one')
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

describe('ensureBuilt', () => {
  test('builds what is asked for, says so in one line, and leaves nothing else behind', async () => {
    expect(await ensure(['renderer'])).toBe('Building the window and the printed pages …\n')
    expect(built).toEqual(['renderer'])
    expect(builtWord('renderer')).toBe('one')
    expect(inPlace()).toEqual(['renderer'])
  })

  test('says and does nothing when all is fresh, whatever the times of the files say', async () => {
    await ensure(['renderer', 'main'])
    utimesSync(join(root, 'shared/word.ts'), new Date(), new Date(Date.now() + 60_000))
    expect(await ensure(['renderer', 'main'])).toBe('')
    expect(built).toEqual(['renderer', 'main'])
  })

  test('builds again only the parts whose sources changed', async () => {
    await ensure(['main', 'preload', 'renderer'])
    built = []
    write('renderer/index.html', '<p>two</p>')
    await ensure(['main', 'preload', 'renderer'])
    expect(built).toEqual(['renderer'])

    built = []
    write('shared/word.ts', 'two')
    await ensure(['main', 'preload', 'renderer'])
    expect(built).toEqual(['main', 'preload', 'renderer'])
    expect([builtWord('main'), builtWord('preload'), builtWord('renderer')]).toEqual(['two', 'two', 'two'])
  })

  test('tells a renamed and a removed file from none', async () => {
    const digests = [sourceDigest('renderer', root)]
    write('renderer/print.html', '')
    digests.push(sourceDigest('renderer', root))
    rmSync(join(root, 'renderer/print.html'))
    write('renderer/page.html', '')
    digests.push(sourceDigest('renderer', root))
    rmSync(join(root, 'renderer/page.html'))
    expect(new Set(digests).size).toBe(3)
    expect(sourceDigest('renderer', root)).toBe(digests[0])
  })

  test('a source saved while it is being built makes the build look old', async () => {
    await ensure(['renderer'], async (part, folder, at) => {
      await copySource(part, folder, at)
      write('shared/word.ts', 'two')
    })
    expect(builtWord('renderer')).toBe('one')
    await ensure(['renderer'])
    expect(builtWord('renderer')).toBe('two')
  })

  test('a failed build leaves the one before it in place and says why', async () => {
    await ensure(['renderer'])
    write('shared/word.ts', 'two')
    const failing: BuildInto = async (_part, folder) => {
      mkdirSync(folder)
      throw new Error('shared/word.ts: unexpected end of file')
    }
    await expect(ensure(['renderer'], failing)).rejects.toThrow('shared/word.ts: unexpected end of file')
    expect(builtWord('renderer')).toBe('one')
    expect(inPlace()).toEqual(['renderer'])
  })

  test('callers of one process share a build', async () => {
    await Promise.all([ensure(['renderer']), ensure(['renderer']), ensure(['renderer'])])
    expect(built).toEqual(['renderer'])
  })

  test('callers of many processes all find a whole build', async () => {
    write('electron/preload/index.ts', 'one')
    const script = join(import.meta.dirname, '../support/build-beside-others.ts')
    const outputs = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, [script, root], { stdio: ['ignore', 'pipe', 'pipe'] })
        const [said, report] = await Promise.all([text(child.stdout), text(child.stderr)])
        return { said, report }
      }),
    )
    expect(outputs.map(({ said }) => said)).toEqual(['whole', 'whole', 'whole', 'whole'])
    expect(new Set(outputs.map(({ report }) => report))).toContain('Building the bridge to the window …\n')
    expect(inPlace()).toEqual(['preload'])
  })
})

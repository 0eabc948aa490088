import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findBreaches } from '#test/checks/walls.ts'

const project = join(import.meta.dirname, '../..')
let root = ''

/** A small project of its own, with this project's package.json and packages. */
function build(files: Record<string, string>) {
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), source)
  }
}

/** `from → to`, without the place of node_modules, sorted, by rule. */
async function breachesByRule() {
  const breaches = await findBreaches(root)
  const byRule: Record<string, string[]> = {}
  for (const { rule, from, to } of breaches) {
    const target = to.replace(/^.*node_modules\/((?:@[^/]+\/)?[^/]+).*$/, '$1')
    byRule[rule] = [...(byRule[rule] ?? []), `${from} → ${target}`].sort()
  }
  return byRule
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root)
  cpSync(join(project, 'package.json'), join(root, 'package.json'))
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'junction')
})
beforeAll(() => {
  root = join(realpathSync(mkdtempSync(join(tmpdir(), 'daicho-walls-'))), 'project')
})
afterAll(() => {
  rmSync(dirname(root), { recursive: true, force: true })
})

const noun = { 'shared/domain/risk.ts': "import { z } from 'zod'\nexport const risk = z.object({})\n" }
/** One tree of files and all that is wrong with it. */
const violations: [what: string, files: Record<string, string>, expected: Record<string, string[]>][] = [
  [
    'shared/ imports a package that is not pure',
    { 'shared/domain/day.ts': "import { createRoot } from 'react-dom/client'\nexport const day = createRoot\n" },
    { 'shared-reaches-nothing': ['shared/domain/day.ts → react-dom'] },
  ],
  [
    'shared/ imports a type of electron/',
    {
      'shared/contract/open.ts': "import type { Shell } from '#electron/shell.ts'\nexport type Open = Shell\n",
      'electron/shell.ts': 'export interface Shell { open(): void }\n',
    },
    { 'shared-reaches-nothing': ['shared/contract/open.ts → electron/shell.ts'] },
  ],
  [
    'shared/ imports a module of Node',
    { 'shared/domain/digest.ts': "import { createHash } from 'node:crypto'\nexport const digest = createHash\n" },
    {
      'shared-reaches-nothing': ['shared/domain/digest.ts → crypto'],
      'shared-reaches-no-node': ['shared/domain/digest.ts → crypto'],
    },
  ],
  [
    'shared/ reaches Node through others',
    {
      'shared/domain/digest.ts': "import { sum } from '#resources/sum.ts'\nexport const digest = sum\n",
      'resources/sum.ts': "import { createHash } from 'crypto'\nexport const sum = createHash\n",
    },
    {
      'shared-reaches-nothing': ['shared/domain/digest.ts → resources/sum.ts'],
      'shared-reaches-no-node': ['shared/domain/digest.ts → crypto'],
      'resources-know-no-process': ['resources/sum.ts → crypto'],
    },
  ],
  [
    'the window imports a package that is not for a window',
    { 'renderer/app/parse.ts': "import { parse } from 'csv-parse'\nexport const read = parse\n" },
    { 'renderer-imports-only-window-packages': ['renderer/app/parse.ts → csv-parse'] },
  ],
  [
    'the window asks Node for a module by another name',
    { 'renderer/app/file.ts': "export const files = process.getBuiltinModule('node:fs')\n" },
    {
      'renderer-imports-only-window-packages': ['renderer/app/file.ts → fs'],
      'renderer-reaches-no-node': ['renderer/app/file.ts → fs'],
    },
  ],
  [
    'the window reaches Node through others, also by an import at run time',
    {
      'renderer/app/App.tsx': "import { font } from '#resources/font.ts'\nexport const App = () => <p>{font}</p>\n",
      'resources/font.ts': "export const font = await import('node:fs/promises')\n",
    },
    {
      'renderer-reaches-no-node': ['renderer/app/App.tsx → fs/promises'],
      'resources-know-no-process': ['resources/font.ts → fs/promises'],
    },
  ],
  [
    'the window reaches the database through electron/',
    {
      'renderer/features/risk/list.ts': "import { rows } from '#electron/register/risk.ts'\nexport const list = rows\n",
      'electron/register/risk.ts':
        "import { open } from '#electron/register/store/open.ts'\nexport const rows = open\n",
      'electron/register/store/open.ts': "import Database from 'better-sqlite3'\nexport const open = Database\n",
    },
    {
      'renderer-imports-only-window-packages': ['renderer/features/risk/list.ts → electron/register/risk.ts'],
      'renderer-reaches-no-electron': [
        'renderer/features/risk/list.ts → better-sqlite3',
        'renderer/features/risk/list.ts → electron/register/risk.ts',
        'renderer/features/risk/list.ts → electron/register/store/open.ts',
      ],
    },
  ],
  [
    'the window imports a type of electron/',
    {
      'renderer/api/client.ts':
        "import type { Risk } from '../../electron/register/risk.ts'\nexport type Client = Risk\n",
      'electron/register/risk.ts': 'export interface Risk { code: string }\n',
    },
    {
      'renderer-imports-only-window-packages': ['renderer/api/client.ts → electron/register/risk.ts'],
      'renderer-reaches-no-electron': ['renderer/api/client.ts → electron/register/risk.ts'],
    },
  ],
  [
    'a use case opens the database by itself',
    {
      'electron/register/risk.ts': "import Database from 'better-sqlite3'\nexport const open = Database\n",
      'electron/cli/index.ts': "export const open = async () => import('better-sqlite3')\n",
    },
    {
      'only-store-touches-sqlite': [
        'electron/cli/index.ts → better-sqlite3',
        'electron/register/risk.ts → better-sqlite3',
      ],
    },
  ],
  [
    'Electron is imported at run time outside its rooms',
    {
      'electron/chromium/window.ts': "import { app } from 'electron'\nexport const name = app.name\n",
      'electron/cli/index.ts': "export const shell = async () => import('electron')\n",
    },
    {
      'only-shell-runs-electron': ['electron/chromium/window.ts → electron', 'electron/cli/index.ts → electron'],
    },
  ],
  [
    'another room imports the Electron shell',
    {
      'electron/chromium/window.ts': "import { menu } from '#electron/main/menu.ts'\nexport const items = menu\n",
      'electron/main/menu.ts': 'export const menu = []\n',
    },
    { 'main-is-a-root': ['electron/chromium/window.ts → electron/main/menu.ts'] },
  ],
  [
    'the register process knows its shell',
    {
      'electron/register/risk.ts': "import { print } from '#electron/chromium/print.ts'\nexport const pdf = print\n",
      'electron/chromium/print.ts': 'export const print = 1\n',
    },
    { 'register-knows-no-shell': ['electron/register/risk.ts → electron/chromium/print.ts'] },
  ],
  [
    'preload imports more than a port needs',
    {
      'electron/preload/index.ts':
        "import { port } from '#electron/shell.ts'\nimport { join } from 'node:path'\nexport const p = [port, join]\n",
      'electron/shell.ts': 'export const port = 1\n',
    },
    {
      'preload-hands-over-a-port-only': [
        'electron/preload/index.ts → electron/shell.ts',
        'electron/preload/index.ts → path',
      ],
      'preload-reaches-no-package': ['electron/preload/index.ts → path'],
    },
  ],
  [
    'preload reaches zod through shared/',
    { ...noun, 'electron/preload/index.ts': "import { risk } from '#shared/domain/risk.ts'\nexport const r = risk\n" },
    { 'preload-reaches-no-package': ['electron/preload/index.ts → zod'] },
  ],
  [
    'the command line reaches a .tsx file through others',
    {
      'electron/cli/index.ts': "import { page } from '#resources/page.ts'\nexport const p = page\n",
      'resources/page.ts': "import { Page } from '#renderer/pack/Page.tsx'\nexport const page = Page\n",
      'renderer/pack/Page.tsx': 'export const Page = () => <p />\n',
    },
    {
      'node-runs-no-jsx': [
        'electron/cli/index.ts → renderer/pack/Page.tsx',
        'resources/page.ts → renderer/pack/Page.tsx',
      ],
      'electron-imports-no-window': ['resources/page.ts → renderer/pack/Page.tsx'],
    },
  ],
  [
    'recharts is imported outside charts/',
    { 'renderer/pack/Profile.tsx': "import { Bar } from 'recharts'\nexport const Profile = () => <Bar />\n" },
    { 'only-charts-import-recharts': ['renderer/pack/Profile.tsx → recharts'] },
  ],
  [
    'a chart fetches its own figures',
    {
      'renderer/charts/Bars.tsx':
        "import { query } from '#renderer/api/client.ts'\nexport const Bars = () => <p>{query}</p>\n",
      'renderer/api/client.ts': 'export const query = 1\n',
    },
    { 'charts-know-no-feature': ['renderer/charts/Bars.tsx → renderer/api/client.ts'] },
  ],
  [
    'a component of ui/ knows a noun, its operations or a feature',
    {
      ...noun,
      'renderer/ui/Field.tsx':
        "import type { risk } from '#shared/domain/risk.ts'\nimport { list } from '../features/risk/list.ts'\nexport const Field = () => <p>{list}</p>\nexport type R = typeof risk\n",
      'renderer/features/risk/list.ts': 'export const list = 1\n',
    },
    {
      'ui-knows-no-noun': [
        'renderer/ui/Field.tsx → renderer/features/risk/list.ts',
        'renderer/ui/Field.tsx → shared/domain/risk.ts',
      ],
      'only-app-imports-features': ['renderer/ui/Field.tsx → renderer/features/risk/list.ts'],
    },
  ],
  [
    'a feature imports another feature, or the shell of the window',
    {
      'renderer/features/risk/list.ts':
        "import { form } from '#renderer/features/control/form.ts'\nimport { routes } from '../../app/routes.ts'\nexport const list = [form, routes]\n",
      'renderer/features/control/form.ts': 'export const form = 1\n',
      'renderer/app/routes.ts': 'export const routes = 1\n',
    },
    {
      'feature-stays-alone': ['renderer/features/risk/list.ts → renderer/features/control/form.ts'],
      'features-know-no-shell': ['renderer/features/risk/list.ts → renderer/app/routes.ts'],
    },
  ],
  [
    'the application imports a test',
    {
      'electron/register/sample.ts': "import { clock } from '#test/support/clock.ts'\nexport const sample = clock\n",
      'test/support/clock.ts': 'export const clock = 1\n',
    },
    { 'nothing-ships-tests': ['electron/register/sample.ts → test/support/clock.ts'] },
  ],
  [
    'two files import each other',
    {
      'shared/domain/a.ts': "import { b } from './b.ts'\nexport const a = b\n",
      'shared/domain/b.ts': "import { a } from '#shared/domain/a.ts'\nexport const b = a\n",
    },
    { 'no-circle': ['shared/domain/a.ts → shared/domain/b.ts'] },
  ],
  [
    'an import leads nowhere',
    { 'electron/cli/index.ts': "import { gone } from '#electron/cli/gone.ts'\nexport const g = gone\n" },
    { 'import-exists': ['electron/cli/index.ts → #electron/cli/gone.ts'] },
  ],
  [
    'a package is there only because another one needs it',
    { 'electron/cli/index.ts': "import { roles } from 'aria-query'\nexport const r = roles\n" },
    { 'package-is-declared': ['electron/cli/index.ts → aria-query'] },
  ],
]

describe('a wall names who crossed it', () => {
  test.each(violations)('%s', async (_what, files, expected) => {
    build(files)
    expect(await breachesByRule()).toEqual(expected)
  })

  test('every wall was broken once above, and says what is allowed', async () => {
    const { forbidden } = await extractDepcruiseConfig(join(project, '.dependency-cruiser.cjs'))
    const rules = forbidden ?? []
    const broken = new Set(violations.flatMap(([, , expected]) => Object.keys(expected)))
    expect([...broken].sort()).toEqual(rules.map(({ name }) => name).sort())
    expect(rules.filter(({ comment, severity }) => (comment ?? '').length < 40 || severity !== 'error')).toEqual([])
  })
})

test('what the rooms are meant to do breaks no wall', async () => {
  build({
    ...noun,
    'shared/domain/calendar-date.ts': "export const day = '2026-09-30'\n",
    'shared/domain/owner.ts': "import type { Owned } from './owned.ts'\nexport interface Owner { owns: Owned[] }\n",
    'shared/domain/owned.ts': "import type { Owner } from './owner.ts'\nexport interface Owned { owner: Owner }\n",
    'shared/locales/ja.json': '{}\n',
    'shared/port-name.ts': "export const portName = 'daicho:port'\n",
    'shared/contract/risk.ts':
      "import { oc } from '@orpc/contract'\nimport { risk } from '#shared/domain/risk.ts'\nexport const list = oc.output(risk)\n",
    'electron/shell.ts':
      "import type { BrowserWindow } from 'electron'\nexport type Window = Pick<BrowserWindow, 'show'>\n",
    'electron/register/store/open.ts':
      "import Database from 'better-sqlite3'\nimport { join } from 'node:path'\nexport const open = [Database, join]\n",
    'electron/register/risk.ts':
      "import { open } from './store/open.ts'\nimport { list } from '#shared/contract/risk.ts'\nexport const rows = [open, list]\n",
    'electron/main/index.ts':
      "import { app } from 'electron'\nimport { portName } from '#shared/port-name.ts'\nexport const start = [app, portName]\n",
    'electron/preload/index.ts':
      "import { ipcRenderer } from 'electron'\nimport type { Window } from '#electron/shell.ts'\nimport { portName } from '#shared/port-name.ts'\nexport const hand = (w: Window) => [ipcRenderer, portName, w]\n",
    'electron/cli/index.ts':
      "import { rows } from '#electron/register/risk.ts'\nimport { launch } from '#electron/chromium/launch.ts'\nexport const run = [rows, launch]\n",
    'electron/chromium/launch.ts': "import { chromium } from 'playwright-core'\nexport const launch = chromium\n",
    'resources/sample/risks.ts':
      "import type { risk } from '#shared/domain/risk.ts'\nexport type Risks = (typeof risk)[]\n",
    'renderer/ui/DateField.tsx':
      "import { TextInput } from '@mantine/core'\nimport '@mantine/core/styles.css'\nimport { day } from '#shared/domain/calendar-date.ts'\nexport const DateField = () => <TextInput value={day} />\n",
    'renderer/charts/Bars.tsx': "import { Bar } from 'recharts'\nexport const Bars = () => <Bar />\n",
    'renderer/api/client.ts':
      "import { createORPCClient } from '@orpc/client'\nimport type { list } from '#shared/contract/risk.ts'\nexport const client = createORPCClient as unknown as typeof list\n",
    'renderer/features/risk/list.tsx':
      "import { useQuery } from '@tanstack/react-query'\nimport { client } from '#renderer/api/client.ts'\nimport { row } from './row.ts'\nexport const List = () => <p>{[useQuery, client, row].length}</p>\n",
    'renderer/features/risk/row.ts':
      "import { useVirtualizer } from '@tanstack/react-virtual'\nexport const row = useVirtualizer\n",
    'renderer/pack/Page.tsx': "import { Bars } from '#renderer/charts/Bars.tsx'\nexport const Page = () => <Bars />\n",
    'renderer/app/index.tsx':
      "import { createRoot } from 'react-dom/client'\nimport '@fontsource/biz-udpgothic/400.css'\nimport ja from '#shared/locales/ja.json' with { type: 'json' }\nimport { List } from '#renderer/features/risk/list.tsx'\nimport { Page } from '#renderer/pack/Page.tsx'\ncreateRoot(document.body).render(<List {...ja} key={Page.name} />)\n",
    'test/store/edit.ts': "import Database from 'better-sqlite3'\nexport const edit = Database\n",
  })
  expect(await breachesByRule()).toEqual({})
})

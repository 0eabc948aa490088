import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

// The rules of our own look at the text of one file only, so the pieces below need no place in the TypeScript project.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    { languageOptions: { parserOptions: { projectService: false, project: false } } },
    { rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  ],
  ruleFilter: ({ ruleId }) =>
    ['no-restricted-syntax', 'no-restricted-globals', '@typescript-eslint/no-import-type-side-effects'].includes(
      ruleId,
    ),
})

async function messages(filePath: string, source: string) {
  const [result] = await eslint.lintText(source, { filePath: join(root, filePath) })
  return (result?.messages ?? []).map(({ ruleId, message }) => (ruleId === null ? message : `${ruleId}: ${message}`))
}

const markup = (message: string) => [`no-restricted-syntax: ${message}; markup from strings is not allowed anywhere.`]
const clock = ['no-restricted-syntax: Take the instant or the day as an argument: shared/ does not read the clock.']
const foreignFetch = [
  "no-restricted-syntax: No request leaves the machine: ask the register process through renderer/api, or fetch a literal './' file.",
]
const sleep = ['no-restricted-syntax: Wait for the event, not for a time.']

describe('what a rule of ours forbids', () => {
  test.each<[file: string, source: string, expected: string[]]>([
    ['renderer/ui/A.tsx', 'const a = <p dangerouslySetInnerHTML={b} />', markup('Render text as React children')],
    ['renderer/ui/A.tsx', 'const a = { dangerouslySetInnerHTML: b }', markup('Render text as React children')],
    ['renderer/ui/a.ts', 'a.innerHTML = b', markup('Set textContent, or render with React')],
    ['electron/chromium/a.ts', 'a.outerHTML += b', markup('Set textContent, or render with React')],
    ['test/e2e/a.ts', "a.insertAdjacentHTML('beforeend', b)", markup('Build elements with React')],
    ['renderer/ui/a.ts', 'document.write(b)', markup('Build elements with React')],
    [
      'electron/main/window.ts',
      'void shell.openExternal(address)',
      [
        'no-restricted-syntax: Call openExternalLink of electron/main/external-link.ts, which allows https addresses of the list only.',
      ],
    ],
    ['shared/domain/a.ts', 'const a = new Date()', clock],
    ['shared/domain/a.ts', 'const a = Date.now()', clock],
    [
      'shared/domain/a.ts',
      'const a = Math.random()',
      ['no-restricted-syntax: Take the identifier or the seed as an argument: shared/ does not roll dice.'],
    ],
    [
      'shared/domain/a.ts',
      'const a = process.env.HOME',
      [
        "no-restricted-globals: Unexpected use of 'process'. shared/ runs everywhere: take what you need from Node as an argument.",
      ],
    ],
    [
      'shared/domain/a.ts',
      'const a = window.name',
      [
        "no-restricted-globals: Unexpected use of 'window'. shared/ runs everywhere: take what you need from the window as an argument.",
      ],
    ],
    ['renderer/app/a.ts', "void fetch('/a')", foreignFetch],
    ['renderer/app/a.ts', 'void fetch(address)', foreignFetch],
    [
      'renderer/app/a.ts',
      'new WebSocket(address)',
      [
        "no-restricted-globals: Unexpected use of 'WebSocket'. No request leaves the machine: ask the register process through renderer/api.",
      ],
    ],
    [
      'renderer/app/a.ts',
      'const a = Buffer.from(b)',
      [
        "no-restricted-globals: Unexpected use of 'Buffer'. The window has no Node: ask the register process through renderer/api.",
      ],
    ],
    ['test/e2e/a.ts', 'await new Promise((resolve) => setTimeout(resolve, 500))', sleep],
    ['test/e2e/a.ts', "import { setTimeout } from 'node:timers/promises'", sleep],
    [
      'test/e2e/a.ts',
      'await page.waitForTimeout(500)',
      ['no-restricted-syntax: Wait for the event or the element, not for a time.'],
    ],
    [
      'electron/chromium/a.ts',
      "import { type WebContents } from 'electron'",
      [
        '@typescript-eslint/no-import-type-side-effects: TypeScript will only remove the inline type specifiers which will leave behind a side effect import at runtime. Convert this to a top-level type qualifier to properly remove the entire import.',
      ],
    ],
  ])('%s: %s', async (file, source, expected) => {
    expect(await messages(file, source)).toEqual(expected)
  })
})

describe('what stays allowed', () => {
  test.each<[file: string, source: string]>([
    ['electron/main/external-link.ts', 'void shell.openExternal(address)'],
    ['electron/register/clock.ts', 'const now = new Date()'],
    ['shared/domain/calendar-date.ts', "const day = new Date('2026-09-30T00:00:00Z')"],
    ['test/unit/a.ts', 'const giveUp = setTimeout(() => { reject(late) }, 5000)'],
    ['renderer/ui/A.tsx', 'const a = <p>{text}</p>'],
    ['renderer/app/print.ts', "const job = await fetch('./print-job.json')"],
  ])('%s: %s', async (file, source) => {
    expect(await messages(file, source)).toEqual([])
  })
})

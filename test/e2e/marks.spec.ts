/**
 * The marks of the look, drawn by the components of the window in a real browser: shape, word, place and colour in both themes
 * and both languages, without colour, and in colours that the person has chosen.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, expect, type Locator, type Page, test } from '@playwright/test'
import { chromiumOrigin } from '#electron/assets.ts'
import { launchOptions } from '#electron/chromium/launch-options.ts'
import { answer } from '#electron/chromium/print.ts'
import { type TokenName, tokens } from '#renderer/theme/tokens.ts'
import { accessFaults } from '#test/support/heavy-findings.ts'
import { buildMarks } from '#test/support/marks/build-marks.ts'
import { statuses, stripCases } from '#test/support/marks/marks-shown.ts'
import { pinnedBrowser } from '#test/support/pinned-browser.ts'

// One build and one browser for all of them.
test.describe.configure({ mode: 'default' })

const folder = mkdtempSync(join(tmpdir(), 'daicho-marks-'))
let browser: Browser
let page: Page
/** What the page complained about: a breach of its policy, or an error of its own. */
let complaints: string[]

test.beforeAll(async () => {
  await buildMarks(folder)
  browser = await chromium.launch({ ...launchOptions(await pinnedBrowser()), headless: true })
})
test.afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})
test.beforeEach(async () => {
  complaints = []
  page = await openMarks()
})
test.afterEach(async () => {
  await page.context().close()
  expect(complaints).toEqual([])
})

/** The page as both shells serve it, under the policy of the window. */
async function openMarks(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const opened = await context.newPage()
  opened.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  opened.on('pageerror', (error) => complaints.push(error.message))
  await opened.route('**/*', (route) => answer(route, folder))
  await opened.goto(`${chromiumOrigin}/index.html`)
  await opened.locator('[data-mark]').first().waitFor()
  await opened.evaluate(() => document.fonts.ready)
  return opened
}

type Theme = 'light' | 'dark'
const themes: readonly Theme[] = ['light', 'dark']

function marks(theme: Theme, language: 'ja' | 'en'): Locator {
  return page.locator(`[data-theme='${theme}'] [data-language='${language}']`)
}

function mark(theme: Theme, name: string): Locator {
  return marks(theme, 'ja').locator(`[data-mark='${name}']`)
}

const words = {
  ja: [
    ['status within', '範囲内'],
    ['status warning', '注意'],
    ['status breach', '超過'],
    ['status no_data', 'データなし'],
    ['status na', '対象外'],
    ['strip beyond', '超過、前回と同じ'],
    ['strip worse', '超過、悪化'],
    ['strip within', '範囲内'],
    ['strip on target', '範囲内、目標に到達'],
    ['strip everything allowed', '選好線なし'],
    ['person', '髙橋 誠執行役員 AI統括責任者'],
    ['vacancy', '空席'],
    ['unknown unregistered', '未登録'],
    ['unknown answer', '未確認'],
    ['unknown level', '未評価'],
    ['not applicable', '対象外理由：社内限定'],
    ['zero', '0'],
    ['force in_force', '施行中'],
    ['force in_part', '一部施行'],
    ['force not_in_force', '公布済・未施行'],
    ['force guidance', '指針'],
    ['force draft', '案'],
    ['force voluntary', '任意規格'],
    ['force foreign', 'EU外国法'],
    ['force superseded', '旧版'],
    ['tier high', '高'],
    ['tier medium', '中'],
    ['tier low', '低'],
    ['unknown tier', '未設定'],
  ],
  en: [
    ['status within', 'Within'],
    ['status warning', 'Warning'],
    ['status breach', 'Breach'],
    ['status no_data', 'No data'],
    ['status na', 'N/A'],
    ['strip beyond', 'Beyond, as before'],
    ['strip worse', 'Beyond, worse'],
    ['strip within', 'Within'],
    ['strip on target', 'Within, target reached'],
    ['strip everything allowed', 'No line'],
    ['person', '髙橋 誠Chief AI Officer'],
    ['vacancy', 'Vacant'],
    ['unknown unregistered', 'Not registered'],
    ['unknown answer', 'Unknown'],
    ['unknown level', 'Not assessed'],
    ['not applicable', 'N/AReason: internal use only'],
    ['zero', '0'],
    ['force in_force', 'In force'],
    ['force in_part', 'In force in part'],
    ['force not_in_force', 'Promulgated, not in force'],
    ['force guidance', 'Guidance'],
    ['force draft', 'Draft'],
    ['force voluntary', 'Voluntary standard'],
    ['force foreign', 'EUForeign law'],
    ['force superseded', 'Superseded'],
    ['tier high', 'High'],
    ['tier medium', 'Medium'],
    ['tier low', 'Low'],
    ['unknown tier', 'Not set'],
  ],
} as const

for (const theme of themes)
  for (const language of ['ja', 'en'] as const)
    test(`every mark stands with its word: ${theme}, ${language}`, async () => {
      const shown = await marks(theme, language)
        .locator('[data-mark]')
        .evaluateAll((elements) => elements.map((element) => [element.getAttribute('data-mark'), element.textContent]))
      const withoutWord = /^(sign|button|heat map|mini heat map)/
      expect(shown.filter(([name]) => !withoutWord.test(name ?? ''))).toEqual(words[language])
      expect(shown.filter(([name]) => /^sign /.test(name ?? '')).map(([name]) => name)).toEqual(
        ['inherent', 'beyond', 'within', 'target', 'previous', 'limit'].map((kind) => `sign ${kind}`),
      )
    })

/** What is painted: mark, the part of it, its property and the token whose value that must be. */
const painted: readonly (readonly [mark: string, part: string, property: string, token: TokenName])[] = [
  ['status within', 'circle', 'fill', 'within'],
  ['status warning', 'path', 'fill', 'warn-fill'],
  ['status warning', 'path', 'stroke', 'warn-edge'],
  ['status breach', 'rect', 'fill', 'breach'],
  ['status no_data', 'circle', 'stroke', 'ink-2'],
  ['status na', 'path', 'stroke', 'ink-2'],
  ['status breach', '.status-mark', 'color', 'ink'],
  ['strip beyond', 'rect', 'fill', 'breach'],
  ['strip beyond', 'circle', 'fill', 'sheet'],
  ['strip within', 'circle:last-child', 'fill', 'ink'],
  ['sign target', 'path', 'stroke', 'ai'],
  ['sign limit', 'path', 'stroke', 'appetite'],
  ['vacancy', '.vacancy-mark', 'border-top-color', 'shu'],
  ['vacancy', '.vacancy-mark', 'color', 'ink'],
  ['unknown answer', 'path', 'stroke', 'hatch'],
  ['unknown answer', '.unknown-mark', 'color', 'ink'],
  ['unknown answer', '.unknown-mark', 'background-color', 'sheet'],
  ['zero', 'b', 'color', 'ink'],
  ['force in_force', '.legal-force', 'background-color', 'ink'],
  ['force in_force', '.legal-force', 'color', 'on-ink'],
  ['force in_part', '.legal-force', 'border-left-color', 'ink'],
  ['tier low', 'rect:first-child', 'fill', 'ink-2'],
  ['tier low', 'rect:last-child', 'stroke', 'line-2'],
  ['heat map', '.heat-map-band-1', 'background-color', 'band-1'],
  ['heat map', '.heat-map-band-2', 'background-color', 'band-2'],
  ['heat map', '.heat-map-band-3', 'background-color', 'band-3'],
  ['heat map', '.heat-map-band-4', 'background-color', 'band-4'],
  ['heat map', '.heat-map-band-4', 'color', 'band-4-ink'],
  ['heat map', '.heat-map-edge-left', 'border-left-color', 'appetite'],
  ['button primary', 'button', 'background-color', 'ai'],
  ['button primary', 'button', 'color', 'on-ai'],
  ['button plain', 'button', 'border-top-color', 'control-line'],
  ['button link', 'button', 'color', 'ai'],
  ['button disabled', 'button', 'color', 'ink-3'],
]

for (const theme of themes)
  test(`marks take their colours from the tokens: ${theme}`, async () => {
    const wrong: string[] = []
    for (const [name, part, property, token] of painted) {
      const value = await mark(theme, name)
        .locator(part)
        .first()
        .evaluate((element, of) => getComputedStyle(element).getPropertyValue(of), property)
      if (value !== asComputed(tokens[theme][token])) wrong.push(`${name} ${part} ${property}: ${value}, not ${token}`)
    }
    expect(wrong).toEqual([])
  })

/** `#1a1f24` as a browser computes it. */
function asComputed(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `rgb(${String(red)}, ${String(green)}, ${String(blue)})`
}

interface StripPlaces {
  /** Left end, the edges between bands, right end. */
  readonly track: readonly number[]
  readonly limit: number | null
  readonly inherent: number | null
  readonly residual: { readonly shape: 'square' | 'disc'; readonly left: number; readonly right: number }
  readonly target: number | null
  readonly previous: number | null
}

/** Where everything in a strip stands, in pixels from its left. */
function placesIn(svg: Element): StripPlaces {
  const origin = svg.getBoundingClientRect().left
  const painted = (name: string) => (element: Element) =>
    ['fill', 'stroke'].some((property) => element.getAttribute(property) === `var(--daicho-${name})`)
  const all = [...svg.children]
  const middle = (element: Element | undefined) => {
    if (element === undefined) return null
    const { left, width } = element.getBoundingClientRect()
    return Math.round((left + width / 2 - origin) * 10) / 10
  }
  const upright = (element: Element) => /^M([\d.]+) [\d.]+V/.test(element.getAttribute('d') ?? '')
  const now = all.at(-1) ?? svg
  const { left, right } = now.getBoundingClientRect()
  const dots = all.filter((element) => element.tagName === 'circle' && element !== now)
  return {
    track: all.filter((element) => painted('line-2')(element) && upright(element)).map((tick) => middle(tick) ?? 0),
    limit: middle(all.find(painted('appetite'))),
    inherent: middle(dots.find(painted('sheet'))),
    residual: { shape: now.tagName === 'rect' ? 'square' : 'disc', left: left - origin, right: right - origin },
    target: middle(all.find(painted('ai'))),
    previous: middle(dots.find((dot) => !painted('sheet')(dot))),
  }
}

test('a strip is a track of four equal bands, and every mark stands in its own', async () => {
  const bandAt = (place: number | null) => (place === null ? null : Math.floor((place - 6) / 34.5))
  const found = await Promise.all(
    stripCases.map(async ({ name }) => {
      const { track, limit, inherent, residual, target, previous } = await mark('light', `strip ${name}`)
        .locator('svg')
        .evaluate(placesIn)
      return {
        name,
        track,
        limit,
        shape: residual.shape,
        bands: {
          inherent: bandAt(inherent),
          residual: [bandAt(residual.left), bandAt(residual.right)],
          target: bandAt(target),
          previous: bandAt(previous),
        },
      }
    }),
  )
  const track = [6, 40.5, 75, 109.5, 144]
  expect(found).toEqual([
    {
      name: 'beyond',
      track,
      limit: 75,
      shape: 'square',
      bands: { inherent: 3, residual: [2, 2], target: 1, previous: null },
    },
    {
      name: 'worse',
      track,
      limit: 75,
      shape: 'square',
      bands: { inherent: 3, residual: [3, 3], target: 1, previous: 2 },
    },
    {
      name: 'within',
      track,
      limit: 75,
      shape: 'disc',
      bands: { inherent: 2, residual: [1, 1], target: 0, previous: null },
    },
    {
      name: 'on target',
      track,
      limit: 109.5,
      shape: 'disc',
      bands: { inherent: 2, residual: [1, 1], target: 1, previous: 1 },
    },
    {
      name: 'everything allowed',
      track,
      limit: null,
      shape: 'disc',
      bands: { inherent: null, residual: [3, 3], target: null, previous: null },
    },
  ])
})

test('the line of the appetite is the thickest and longest stroke of its strip', async () => {
  const strokes = await mark('light', 'strip beyond')
    .locator('path')
    .evaluateAll((paths) =>
      paths
        .filter((path) => /V/.test(path.getAttribute('d') ?? ''))
        .map((path) => ({
          stroke: path.getAttribute('stroke'),
          width: Number.parseFloat(getComputedStyle(path).strokeWidth),
          height: path.getBoundingClientRect().height,
        })),
    )
  const line = strokes.find(({ stroke }) => stroke === 'var(--daicho-appetite)')
  expect(line).toEqual({ stroke: 'var(--daicho-appetite)', width: 3, height: 16 })
  expect(strokes.filter((other) => other !== line && (other.width >= 3 || other.height >= 16))).toEqual([])
})

test('glyphs are 11 pixels, before their words and on their line', async () => {
  for (const theme of themes)
    for (const status of statuses) {
      const box = await mark(theme, `status ${status}`).locator('.status-mark').boundingBox()
      const glyph = await mark(theme, `status ${status}`).locator('svg').boundingBox()
      if (box === null || glyph === null) throw new Error(`${status} is not drawn`)
      expect({ width: glyph.width, height: glyph.height, left: glyph.x - box.x }).toEqual({
        width: 11,
        height: 11,
        left: 0,
      })
      expect(Math.abs(glyph.y + glyph.height / 2 - (box.y + box.height / 2))).toBeLessThanOrEqual(1)
    }
})

test('boxes say by their edges what they are', async () => {
  const edge = (name: string, part: string) =>
    mark('light', name)
      .locator(part)
      .evaluate((element) => {
        const style = getComputedStyle(element)
        return `${style.borderTopStyle} ${style.borderTopLeftRadius} ${style.fontWeight} ${style.textDecorationLine}`
      })
  const forces = ['in_force', 'in_part', 'not_in_force', 'guidance', 'draft', 'voluntary', 'foreign', 'superseded']
  expect(await edge('vacancy', '.vacancy-mark')).toBe('dashed 2px 700 none')
  expect(await Promise.all(forces.map((force) => edge(`force ${force}`, '.legal-force')))).toEqual([
    'solid 2px 400 none',
    'solid 2px 400 none',
    'dashed 2px 400 none',
    'solid 10px 400 none',
    'dotted 2px 400 none',
    'double 2px 400 none',
    'solid 2px 400 none',
    'solid 2px 400 line-through',
  ])
  const heights = await Promise.all(
    ['vacancy', 'unknown answer', ...forces.map((force) => `force ${force}`)].map(
      async (name) => (await mark('light', name).locator('> span').boundingBox())?.height ?? 0,
    ),
  )
  // None is taller than a line of a table.
  expect(heights.filter((height) => height < 18 || height > 21)).toEqual([])
})

test('a heat map is a table of 25 named cells with a staircase of 3 pixels', async () => {
  const cells = await mark('dark', 'heat map')
    .locator('tbody td')
    .evaluateAll((elements) =>
      elements.map((cell) => {
        const style = getComputedStyle(cell)
        const left = style.borderLeftWidth === '3px' ? '|' : ''
        return `${left}${cell.textContent}${style.borderBottomWidth === '3px' ? '_' : ''}`
      }),
    )
  expect(cells).toEqual(
    [
      ...['0中', '|0高_', '0高', '重2RSK-0003RSK-0011', '0重'],
      ...['0中', '0中', '|0高_', '0高', '0重'],
      ...['0低', '0中', '0中', '|0高_', '0高'],
      ...['0低', '低3(1)', '0中', '0中', '|0高_'],
      ...['0低', '0低', '0低', '0中', '0中'],
    ].map((cell) => cell.replace(/^(\|?)0(.)/, '$1$20')),
  )
})

test('shapes alone tell the states apart', async () => {
  const shape = (name: string) =>
    mark('light', name)
      .locator('svg')
      .first()
      .evaluate((svg) =>
        [...svg.children]
          .map((part) => {
            const outline = ['d', 'cx', 'r', 'x', 'width', 'stroke-dasharray'].map((key) => part.getAttribute(key))
            const hollow = ['none', 'var(--daicho-sheet)'].includes(part.getAttribute('fill') ?? '')
            return [part.tagName, ...outline, hollow].join(' ')
          })
          .join(', '),
      )
  const names = [
    ...statuses.map((status) => `status ${status}`),
    ...['inherent', 'beyond', 'within', 'target', 'previous', 'limit'].map((kind) => `sign ${kind}`),
    'vacancy',
    'unknown answer',
    'tier high',
  ]
  const shapes = await Promise.all(names.map(shape))
  expect(new Set(shapes).size).toBe(names.length)
})

test('pictures without colour differ for every state, in both themes', async () => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' })
  for (const theme of themes)
    expect(await distinctPictures(theme, ['tier high', 'tier medium', 'tier low'])).toBe(statuses.length + 3)
})

test('in the colours that the person has chosen only shapes are left, and they differ', async () => {
  await page.emulateMedia({ forcedColors: 'active' })
  const [chosen, ground] = await page.evaluate(() => {
    const probe = document.createElement('span')
    probe.style.color = 'CanvasText'
    probe.style.backgroundColor = 'Canvas'
    document.body.append(probe)
    const { color, backgroundColor } = getComputedStyle(probe)
    probe.remove()
    return [color, backgroundColor]
  })
  for (const theme of themes) {
    const used = await page.locator(`[data-theme='${theme}'] .mark-drawing`).evaluateAll((drawings) =>
      drawings.map((drawing) =>
        [...drawing.children].flatMap((part) => {
          const { fill, stroke } = getComputedStyle(part)
          // A line's fill covers nothing.
          return part.tagName === 'path' && part.getAttribute('fill') === null ? [stroke] : [fill, stroke]
        }),
      ),
    )
    const outside = used.filter(
      (colours) =>
        !colours.includes(chosen) ||
        colours.some((colour) => colour !== chosen && colour !== ground && colour !== 'none'),
    )
    expect(outside).toEqual([])
    expect(await distinctPictures(theme, [])).toBe(statuses.length)
  }
  const solid = await mark('dark', 'force in_force')
    .locator('.legal-force')
    .evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(solid).toBe(chosen)
})

/** How many different pictures the glyphs of all states make, with those of further marks. */
async function distinctPictures(theme: Theme, further: readonly string[]): Promise<number> {
  const names = [...statuses.map((status) => `status ${status}`), ...further]
  const pictures: string[] = []
  for (const name of names) pictures.push((await mark(theme, name).locator('svg').screenshot()).toString('base64'))
  return new Set(pictures).size
}

test('two renders of the page are the same picture', async () => {
  const first = await page.screenshot({ fullPage: true })
  const again = await openMarks()
  const second = await again.screenshot({ fullPage: true })
  await again.context().close()
  expect(second.equals(first)).toBe(true)
})

test('focus is drawn round everything that can be pressed', async () => {
  for (const theme of themes) {
    await page.locator(`[data-theme='${theme}'] h1`).click()
    for (const name of ['primary', 'plain', 'link']) {
      await page.keyboard.press('Tab')
      const button = mark(theme, `button ${name}`).getByRole('button')
      await expect(button).toBeFocused()
      expect(
        await button.evaluate((element) => {
          const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(element)
          return [outlineStyle, outlineWidth, outlineOffset, outlineColor]
        }),
      ).toEqual(['solid', '2px', '2px', asComputed(tokens[theme].ai)])
    }
  }
})

for (const colorScheme of themes)
  test(`nothing on the page stands in the way of anybody: ${colorScheme}`, async () => {
    await page.emulateMedia({ colorScheme })
    const violations = await accessFaults(page)
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([])
  })

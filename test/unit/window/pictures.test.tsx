import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Children, Fragment, isValidElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { matchRoute, type Parser, useRouter } from 'wouter'
import { afterEach, expect, test, vi } from 'vitest'
import { Routes } from '#renderer/app/routes.tsx'
import { createCatalogue } from '#shared/locales/translate.ts'
import { manualPictures } from '#test/pictures/manual-pictures.ts'
import { pictures } from '#test/pictures/screens.ts'

/** The patterns that the window's routes are made of, in their order; null is the one that takes all the rest. */
const patterns: (string | null)[] = []

vi.mock('wouter', async (original) => ({
  ...(await original<object>()),
  Switch: ({ children }: { readonly children: ReactNode }) => {
    collect(children)
    return null
  },
}))

function collect(children: ReactNode): void {
  Children.forEach(children, (child) => {
    if (!isValidElement<{ readonly path?: string; readonly children?: ReactNode }>(child)) return
    if (child.type === Fragment) collect(child.props.children)
    else patterns.push(child.props.path ?? null)
  })
}

afterEach(() => {
  patterns.length = 0
})

/** How the window's router reads a pattern. */
let parser: Parser | undefined
function ParserProbe() {
  parser = useRouter().parser
  return null
}

/** The route that shows a path: the first that fits, as in the window. */
function routeOf(path: string): string | null {
  if (parser === undefined) throw new Error('Nothing was drawn.')
  const reading = parser
  return patterns.find((pattern) => pattern !== null && matchRoute(reading, pattern, path)[0]) ?? null
}

test('every route of the window has a picture', () => {
  renderToStaticMarkup(
    <I18nextProvider i18n={createCatalogue('ja')}>
      <ParserProbe />
      <Routes />
    </I18nextProvider>,
  )
  expect(patterns.length).toBeGreaterThan(40)
  const shown = new Set(pictures.flatMap(({ path }) => (path === null ? [] : [routeOf(path)])))
  expect(patterns.filter((pattern) => !shown.has(pattern))).toEqual([])
})

test('no two pictures have one name', () => {
  const names = pictures.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('the pictures in the repository are those of the list, and stay small', () => {
  const root = join(import.meta.dirname, '../../..')
  const folders = [...new Set(manualPictures.map(({ folder }) => folder))]
  const there = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  const listed = manualPictures.flatMap(({ folder, name, languages }) =>
    languages.map((language) => `${folder}/${name}-${language}.png`),
  )
  expect(there.toSorted()).toEqual(listed.toSorted())
  const bytes = there.reduce((sum, name) => sum + statSync(join(root, name)).size, 0)
  // Each chapter brings one or two: what counts is that none of them is large.
  expect(bytes / there.length).toBeLessThan(64_000)
})

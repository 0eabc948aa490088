import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BehindContext, Codes, LinkedText } from '#renderer/pack/behind.tsx'

const text = '7 of 58 risks (K05) on 2026-09-30: RSK-0003 at 4×4, PACK-2026Q1'
const shown = (at?: string) => <LinkedText text={text} plain {...(at === undefined ? {} : { at })} />

test('on paper a sentence is its text and nothing more', () => {
  expect(renderToStaticMarkup(shown('title'))).toBe(text)
  expect(renderToStaticMarkup(<Codes of={['RSK-0001', 'RSK-0002']} separator=", " />)).toBe('RSK-0001, RSK-0002')
})

test('on the screen codes, figures and counts open what is behind them; days, grades and what has nothing do not', () => {
  const numbers = {
    count: (address: string) => ({ title: 7, K05: 7, 'RSK-0003': 1 })[address] ?? 0,
    href: '#/director/x/1',
    hint: (count: number) => String(count),
    open: () => undefined,
  }
  const linked = (at?: string) => {
    const markup = renderToStaticMarkup(<BehindContext value={numbers}>{shown(at)}</BehindContext>)
    expect(markup.replaceAll(/<[^>]+>/g, '')).toBe(text)
    return [...markup.matchAll(/<a [^>]+>([^<]+)<\/a>/g)].map(([, words]) => words)
  }
  expect(linked('title')).toEqual(['7', '58', 'K05', 'RSK-0003'])
  expect(linked()).toEqual(['K05', 'RSK-0003'])
})

/** Where the window opens, whatever the preferences say and whichever displays are there. */
import { expect, test } from 'vitest'
import { placeFor } from '#electron/main/window-place.ts'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 1024 }
const small = { x: 0, y: 0, width: 1000, height: 600 }
const place = { x: 100, y: 80, width: 1200, height: 800, maximised: false }
const centred = { area: { width: 1440, height: 940 }, maximised: false }

test.each([
  ['nothing remembered', undefined, [main], centred],
  ['nonsense remembered', { x: 'left', width: -1 }, [main], centred],
  ['a half of it remembered', { x: 1, y: 1 }, [main], centred],
  ['as it was', place, [main], { area: { x: 100, y: 80, width: 1200, height: 800 }, maximised: false }],
  [
    'maximised',
    { ...place, maximised: true },
    [main],
    { area: { x: 100, y: 80, width: 1200, height: 800 }, maximised: true },
  ],
  [
    'on the second display',
    { ...place, x: 1980 },
    [main, right],
    { area: { x: 1980, y: 80, width: 1200, height: 800 }, maximised: false },
  ],
  [
    'on a display that is gone',
    { ...place, x: 1980 },
    [main],
    { area: { width: 1200, height: 800 }, maximised: false },
  ],
  [
    'with its head above the screen',
    { ...place, y: -60 },
    [main],
    { area: { width: 1200, height: 800 }, maximised: false },
  ],
  [
    'partly outside',
    { ...place, x: 1500 },
    [main],
    { area: { x: 720, y: 80, width: 1200, height: 800 }, maximised: false },
  ],
  [
    'smaller than is usable',
    { ...place, width: 300, height: 200 },
    [main],
    { area: { x: 100, y: 80, width: 1024, height: 700 }, maximised: false },
  ],
  [
    'larger than the display',
    { ...place, width: 4000, height: 3000 },
    [main],
    { area: { x: 0, y: 0, width: 1920, height: 1040 }, maximised: false },
  ],
  [
    'a display smaller than is usable',
    place,
    [small],
    { area: { x: 0, y: 0, width: 1000, height: 600 }, maximised: false },
  ],
  ['no display at all', place, [], { area: { width: 1200, height: 800 }, maximised: false }],
])('%s', (_name, remembered, displays, expected) => {
  expect(placeFor(remembered, displays)).toEqual(expected)
})

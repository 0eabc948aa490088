/**
 * The colours of Daicho by their purpose, for the light window, the dark window and paper. Everything that is drawn takes
 * them as `--daicho-<name>`; nothing else names a colour.
 */
const light = {
  desk: '#f1f2f0',
  sheet: '#ffffff',
  'sheet-2': '#f7f8f6',
  hover: '#eef2f6',
  selected: '#e2eaf3',
  line: '#dcdfdb',
  'line-2': '#b9beb9',
  'control-line': '#7b827e',
  ink: '#1a1f24',
  'ink-2': '#454d54',
  'ink-3': '#626a70',
  'on-ink': '#ffffff',
  ai: '#1d4b84',
  'ai-hover': '#163b69',
  'ai-weak': '#e2eaf3',
  'on-ai': '#ffffff',
  shu: '#b93600',
  'shu-weak': '#fbeee8',
  within: '#00775a',
  'warn-fill': '#e69f00',
  'warn-edge': '#4d3500',
  breach: '#b93600',
  'band-1': '#ffffff',
  'band-2': '#e6eef6',
  'band-3': '#b9d3e8',
  'band-4': '#6ba6d2',
  'band-4-ink': '#1a1f24',
  appetite: '#1a1f24',
  'seg-1': '#1d4b84',
  'seg-2': '#6ba6d2',
  'seg-3': '#c9dcec',
  'seg-4': '#ffffff',
  'seg-edge': '#3c454d',
  hatch: '#8a9197',
  'chart-grid': '#e2e4e1',
} as const

export type TokenName = keyof typeof light
export type Tokens = Readonly<Record<TokenName, string>>

const dark: Tokens = {
  desk: '#14171a',
  sheet: '#1b1f23',
  'sheet-2': '#20252a',
  hover: '#252b31',
  selected: '#22354b',
  line: '#30363c',
  'line-2': '#48505a',
  'control-line': '#7d868f',
  ink: '#e8eaec',
  'ink-2': '#bcc2c8',
  'ink-3': '#99a1a9',
  'on-ink': '#14171a',
  ai: '#8db8ea',
  'ai-hover': '#aaccf2',
  'ai-weak': '#22354b',
  'on-ai': '#10202f',
  shu: '#ff9166',
  'shu-weak': '#3a251d',
  within: '#4cc9a2',
  'warn-fill': '#e69f00',
  'warn-edge': '#ffd98a',
  breach: '#ff8a5c',
  'band-1': '#1b1f23',
  'band-2': '#243443',
  'band-3': '#2f5577',
  'band-4': '#6ba6d2',
  'band-4-ink': '#1a1f24',
  appetite: '#f3f4f5',
  'seg-1': '#8db8ea',
  'seg-2': '#3f6d98',
  'seg-3': '#2c435a',
  'seg-4': '#1b1f23',
  'seg-edge': '#aeb6bd',
  hatch: '#8a939b',
  'chart-grid': '#30363c',
}

/** Paper is the light theme with rules and small words that hold at print sizes. */
const paper: Tokens = { ...light, line: '#cfd3cf', 'line-2': '#9aa09b', 'ink-3': '#555d63' }

export const tokens = { light, dark, paper } as const
export type TokenSet = keyof typeof tokens

/** `--daicho-ink` and all others with their values, for the style of an element or for Mantine's resolver. */
export function tokenProperties(set: TokenSet): Record<`--daicho-${string}`, string> {
  return Object.fromEntries(Object.entries(tokens[set]).map(([name, value]) => [`--daicho-${name}`, value]))
}

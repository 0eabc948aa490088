/** The look as a Mantine theme: it sets the tokens for both schemes and points Mantine's own variables at them. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import { tokenProperties } from './tokens.ts'

/** Ten steps around the indigo of the light theme (7) and of the dark one (3). */
const ai: MantineColorsTuple = [
  '#eef4fb',
  '#d5e3f4',
  '#b3cfee',
  '#8db8ea',
  '#6498d3',
  '#437bba',
  '#2d629f',
  '#1d4b84',
  '#163b69',
  '#0f2a4c',
]

/** Around the vermilion of the seal: light 7, dark 3. */
const shu: MantineColorsTuple = [
  '#fbeee8',
  '#f8d5c6',
  '#ffb191',
  '#ff9166',
  '#ee6a39',
  '#d95118',
  '#c84309',
  '#b93600',
  '#942b00',
  '#6e2000',
]

/** From desk to ink, and back for the dark theme. */
const gray: MantineColorsTuple = [
  '#f7f8f6',
  '#f1f2f0',
  '#e2e4e1',
  '#dcdfdb',
  '#b9beb9',
  '#7b827e',
  '#626a70',
  '#454d54',
  '#2b3238',
  '#1a1f24',
]
const dark: MantineColorsTuple = [
  '#e8eaec',
  '#bcc2c8',
  '#99a1a9',
  '#7d868f',
  '#48505a',
  '#30363c',
  '#20252a',
  '#1b1f23',
  '#14171a',
  '#0e1113',
]

const shadow = '0 4px 16px rgb(0 0 0 / .16)'

export const theme = createTheme({
  primaryColor: 'ai',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  colors: { ai, shu, gray, dark },
  fontFamily: 'var(--daicho-text)',
  fontFamilyMonospace: 'var(--daicho-text)',
  headings: {
    fontFamily: 'var(--daicho-text)',
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '26px' },
      h2: { fontSize: '14px', lineHeight: '22px' },
      h3: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '18px', sm: '20px', md: '20px', lg: '24px', xl: '26px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  radius: { xs: '2px', sm: '3px', md: '3px', lg: '3px', xl: '10px' },
  defaultRadius: 'sm',
  // Nothing lies above the sheet but menus and dialogs.
  shadows: { xs: 'none', sm: 'none', md: shadow, lg: shadow, xl: shadow },
  focusRing: 'auto',
  focusClassName: 'daicho-focus',
  activeClassName: '',
  respectReducedMotion: true,
  cursorType: 'default',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Table: { defaultProps: { withRowBorders: true, striped: false, highlightOnHover: true } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' } } },
    // The place where its focus would begin is no entry of a menu.
    Menu: {
      defaultProps: { transitionProps: { duration: 120, transition: 'fade' }, withInitialFocusPlaceholder: false },
    },
  },
})

const pointed = {
  '--mantine-color-body': 'var(--daicho-desk)',
  '--mantine-color-text': 'var(--daicho-ink)',
  '--mantine-color-bright': 'var(--daicho-ink)',
  '--mantine-color-dimmed': 'var(--daicho-ink-3)',
  '--mantine-color-placeholder': 'var(--daicho-ink-3)',
  '--mantine-color-default': 'var(--daicho-sheet)',
  '--mantine-color-default-color': 'var(--daicho-ink)',
  '--mantine-color-default-border': 'var(--daicho-control-line)',
  '--mantine-color-default-hover': 'var(--daicho-hover)',
  '--mantine-color-anchor': 'var(--daicho-ai)',
  '--mantine-color-error': 'var(--daicho-shu)',
  '--mantine-color-disabled': 'var(--daicho-sheet-2)',
  '--mantine-color-disabled-color': 'var(--daicho-ink-3)',
  '--mantine-color-disabled-border': 'var(--daicho-line-2)',
  '--mantine-primary-color-filled': 'var(--daicho-ai)',
  '--mantine-primary-color-filled-hover': 'var(--daicho-ai-hover)',
  '--mantine-primary-color-contrast': 'var(--daicho-on-ai)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...tokenProperties('light'), ...pointed },
  dark: { ...tokenProperties('dark'), ...pointed },
})

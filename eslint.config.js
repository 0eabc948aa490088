// What a compiler cannot say about a file on its own. Which room may import which is .dependency-cruiser.cjs's part,
// how a file is laid out is Prettier's.
import eslint from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y-x'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Text becomes markup only through React, so that nothing a person typed or imported can turn into a tag. */
const noRawMarkup = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML']",
    message: 'Render text as React children; markup from strings is not allowed anywhere.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Set textContent, or render with React; markup from strings is not allowed anywhere.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]',
    message: 'Build elements with React; markup from strings is not allowed anywhere.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^(write|writeln)$/]",
    message: 'Build elements with React; markup from strings is not allowed anywhere.',
  },
]

/** One function checks the address against the allow-list; nobody else hands an address to the system. */
const noRawExternalLink = {
  selector: "CallExpression[callee.property.name='openExternal'][callee.object.name='shell']",
  message: 'Call openExternalLink of electron/main/external-link.ts, which allows https addresses of the list only.',
}

/** The same call must give the same answer on every day and machine: a pack of a past day is counted again later. */
const noClockNorChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the instant or the day as an argument: shared/ does not read the clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the instant or the day as an argument: shared/ does not read the clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take the identifier or the seed as an argument: shared/ does not roll dice.',
  },
]

/** A sleep is either too short on a slow machine or too long on a fast one. */
const noSleep = [
  {
    selector: "CallExpression[callee.property.name='waitForTimeout']",
    message: 'Wait for the event or the element, not for a time.',
  },
  {
    selector:
      "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout'][arguments.0.name='resolve']",
    message: 'Wait for the event, not for a time.',
  },
  {
    selector: "ImportDeclaration[source.value='node:timers/promises'] ImportSpecifier[imported.name='setTimeout']",
    message: 'Wait for the event, not for a time.',
  },
]

/** Names that exist only outside the window. */
const nodeGlobals = ['process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global', 'setImmediate']
/** Names that exist only inside the window. */
const windowGlobals = ['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB']
/** Names that reach for another machine. */
const networkGlobals = ['XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection']

/** The printed page reads its job from a file of the app; that address is written out, so that it can be seen here. */
const noForeignFetch = {
  selector: "CallExpression[callee.name='fetch']:not([arguments.0.value=/^\\.\\u002f/])",
  message:
    "No request leaves the machine: ask the register process through renderer/api, or fetch a literal './' file.",
}

const forbid = (names, message) => names.map((name) => ({ name, message }))

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'release/', 'coverage/', 'test-results/', 'playwright-report/', 'test/fixtures/']),
  // A disabling comment would be a second way round every rule below.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // `import { type X }` still loads the module at run time, `import type { X }` does not.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // A handler that returns a promise to React is how react-hook-form's handleSubmit works.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // `() => setOpen(true)` as an event handler reads better than the same with braces.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A number in a template is printed as one expects; an object is not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `[...text]` is the way to its code points, which is what widths and search keys count here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // An implementation of an asynchronous interface need not itself wait for something.
      '@typescript-eslint/require-await': 'off',
      // A field left out of a rest spread is how one says "all but this".
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // TypeScript itself reports these, with types known.
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,ts,tsx}'],
    rules: {
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...noRawMarkup, noRawExternalLink],
    },
  },
  {
    // Tools' own configuration and the file that must run on an old Node: not part of the TypeScript project.
    files: ['**/*.{js,cjs}'],
    languageOptions: { globals: { process: 'readonly', module: 'writable', require: 'readonly', console: 'readonly' } },
  },
  { files: ['electron/require-node.js'], rules: { 'no-var': 'off', 'prefer-const': 'off' } },
  {
    files: ['electron/main/external-link.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noRawMarkup] },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noRawMarkup, noRawExternalLink, ...noClockNorChance],
      'no-restricted-globals': [
        'error',
        ...forbid(nodeGlobals, 'shared/ runs everywhere: take what you need from Node as an argument.'),
        ...forbid(windowGlobals, 'shared/ runs everywhere: take what you need from the window as an argument.'),
        ...forbid(['fetch', ...networkGlobals], 'No request leaves the machine.'),
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, a11y.configs.strict],
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // Says only that React Compiler skips a component that uses TanStack Table or Virtual; the compiler is not used.
      'react-hooks/incompatible-library': 'off',
      // The pattern of ARIA for a table whose cells are walked over and edited.
      'jsx-a11y-x/no-noninteractive-element-to-interactive-role': ['error', { table: ['grid'] }],
      // A region that scrolls and holds nothing to press is reached by keys only where it can have the focus.
      'jsx-a11y-x/no-noninteractive-tabindex': ['error', { roles: ['region'], tags: [] }],
      // The one way to the clipboard that asks for no permission, which the window denies, and can come after reading.
      '@typescript-eslint/no-deprecated': ['error', { allow: [{ from: 'lib', name: 'execCommand' }] }],
      'no-restricted-syntax': ['error', ...noRawMarkup, noRawExternalLink, noForeignFetch],
      'no-restricted-globals': [
        'error',
        ...forbid(nodeGlobals, 'The window has no Node: ask the register process through renderer/api.'),
        ...forbid(networkGlobals, 'No request leaves the machine: ask the register process through renderer/api.'),
      ],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...noRawMarkup, noRawExternalLink, ...noSleep],
    },
  },
)

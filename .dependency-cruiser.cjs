// The walls between the rooms, as a machine checks them. Each message says what is allowed instead.
// CONTRIBUTING.md shows the rooms; test/unit/walls.test.ts breaks every wall once and expects its name.

/** A package by name, wherever node_modules stands. */
const inNodeModules = (names) => `(^|/)node_modules/(${names.join('|')})(/|$)`

/** Node's own modules, as they are written with or without `node:`. */
const nodeModulesOfNode = `^(node:)?(${require('node:module')
  .builtinModules.map((name) => name.replace(/^node:/, ''))
  .filter((name) => !name.startsWith('_'))
  .join('|')})$`

/** Runs the same in Node, in the window and in a test, touches no file, no network and no page. */
const purePackages = ['zod', '@orpc/contract', 'canonicalize', 'uuid', 'i18next']

/** Made for a browser, or pure. Add a package here once it is known to need neither Node nor the network. */
const windowPackages = [
  ...purePackages,
  '@fontsource/[^/]+',
  '@mantine/[^/]+',
  '@orpc/client',
  '@orpc/tanstack-query',
  '@tabler/icons-react',
  '@tanstack/[^/]+',
  // The months and days of Mantine's calendar, in Japanese.
  'dayjs',
  'get-nonce',
  'react',
  '@types/react',
  'react-dom',
  '@types/react-dom',
  'react-hook-form',
  'react-i18next',
  'wouter',
]

/** Values of shared/domain that are no noun of the register: a form field may know a day, but not a risk. */
const plainValues = '^shared/domain/(calendar-date|text)\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-reaches-nothing',
      comment: `shared/ runs in every process: it imports only shared/ and these packages: ${purePackages.join(', ')}. What comes from Node, Electron, the window or the register comes in as an argument.`,
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', inNodeModules(purePackages)] },
    },
    {
      name: 'shared-reaches-no-node',
      comment: 'shared/ reaches no module of Node, not even through others: take the result as an argument.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: nodeModulesOfNode, reachable: true },
    },
    {
      name: 'renderer-imports-only-window-packages',
      comment:
        'renderer/ imports renderer/, shared/, resources/ and the packages listed as windowPackages in .dependency-cruiser.cjs (charts/ also recharts). Everything else is asked of the register process through renderer/api.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        pathNot: ['^(renderer|shared|resources)/', inNodeModules([...windowPackages, 'recharts'])],
      },
    },
    {
      name: 'renderer-reaches-no-node',
      comment:
        'The window has no Node, not even through others: ask the register process through renderer/api (an operation of shared/contract).',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: nodeModulesOfNode, reachable: true },
    },
    {
      name: 'renderer-reaches-no-electron',
      comment:
        'The window reaches nothing of electron/, nor Electron, nor the database, not even through others: what both sides need stands in shared/.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', inNodeModules(['electron', 'better-sqlite3', 'kysely'])], reachable: true },
    },
    {
      name: 'only-store-touches-sqlite',
      comment:
        'Only electron/register/store imports better-sqlite3 (tests may, to edit a file behind the back of the app). Elsewhere take a readable or writable handle of the store.',
      severity: 'error',
      from: { pathNot: ['^electron/register/store/', '^test/'] },
      to: { path: inNodeModules(['better-sqlite3', '@types/better-sqlite3']) },
    },
    {
      name: 'only-shell-runs-electron',
      comment:
        'Only electron/main and electron/preload import Electron at run time, since it throws where the binary is missing. Elsewhere use `import type`, or take the part as a parameter.',
      severity: 'error',
      from: { pathNot: ['^electron/(main|preload)/'] },
      to: { path: ['^electron$', inNodeModules(['electron'])], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'main-is-a-root',
      comment:
        'electron/main needs Electron itself, so only tests import it: what another room also needs moves up to electron/ or into shared/. `import type` is allowed.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared|resources)/', pathNot: '^electron/main/' },
      to: { path: '^electron/main/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'register-knows-no-shell',
      comment:
        'The register process is the same under both shells: electron/register imports electron/register, other files of electron/ itself, shared/ and resources/, never main, preload, chromium or cli.',
      severity: 'error',
      from: { path: '^electron/register/' },
      to: { path: '^electron/(main|preload|chromium|cli)/' },
    },
    {
      name: 'preload-hands-over-a-port-only',
      comment:
        'electron/preload imports `electron` and its own folder, and constants of shared/. `import type` is allowed from anywhere in electron/ and shared/.',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: {
        pathNot: ['^electron/preload/', '^shared/', inNodeModules(['electron']), '^electron$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'preload-reaches-no-package',
      comment:
        'electron/preload runs in the sandbox: it reaches no package but `electron` and no module of Node, not even through others. Keep the constants it needs in a file of shared/ that imports nothing.',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { path: [nodeModulesOfNode, '(^|/)node_modules/(?!electron/)'], reachable: true },
    },
    {
      name: 'node-runs-no-jsx',
      comment:
        'Node strips types but does not compile JSX, so nothing in electron/ reaches a .tsx file: move what is needed into a .ts file of shared/.',
      severity: 'error',
      from: { path: '^(electron|resources)/' },
      to: { path: '\\.tsx$', reachable: true },
    },
    {
      name: 'electron-imports-no-window',
      comment:
        'electron/ opens renderer/ as a built page, it does not import it: what both sides need stands in shared/.',
      severity: 'error',
      from: { path: '^(electron|resources)/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'resources-know-no-process',
      comment: 'resources/ is data: it imports resources/ and shared/ only.',
      severity: 'error',
      from: { path: '^resources/' },
      to: { pathNot: ['^(resources|shared)/', '^renderer/'] },
    },
    {
      name: 'only-charts-import-recharts',
      comment: 'Only renderer/charts imports recharts: use or add a chart there, it serves the screen and print.',
      severity: 'error',
      from: { pathNot: '^renderer/charts/' },
      to: { path: inNodeModules(['recharts']) },
    },
    {
      name: 'charts-know-no-feature',
      comment:
        'renderer/charts imports renderer/charts, renderer/ui, shared/ and packages: figures come in as properties.',
      severity: 'error',
      from: { path: '^renderer/charts/' },
      to: { path: '^renderer/', pathNot: '^renderer/(charts|ui)/' },
    },
    {
      name: 'ui-knows-no-noun',
      comment:
        'renderer/ui imports renderer/ui, packages, shared/locales and plain values (a calendar date, text in two languages): what belongs to a noun comes in as properties.',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: {
        path: ['^renderer/', '^shared/(domain|contract|pack-model)/'],
        pathNot: ['^renderer/ui/', plainValues],
      },
    },
    {
      name: 'feature-stays-alone',
      comment:
        'A feature never imports another feature: link to its route, move the shared part to renderer/ui (no noun) or renderer/api (queries), or let renderer/app put the two together.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'only-app-imports-features',
      comment: 'Features are put together in renderer/app (and its entry pages); nothing below imports a feature.',
      severity: 'error',
      from: { path: '^renderer/(ui|api|charts|pack|records)/' },
      to: { path: '^renderer/(features|app)/' },
    },
    {
      name: 'features-know-no-shell',
      comment:
        'A feature does not import renderer/app: what it needs of the shell comes through a provider or renderer/ui.',
      severity: 'error',
      from: { path: '^renderer/features/' },
      to: { path: '^renderer/app/' },
    },
    {
      name: 'nothing-ships-tests',
      comment: 'test/ stays outside the application: move what the application needs into its own room.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared|resources)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-circle',
      comment:
        'No circles at run time: the part that both need becomes a third file. Circles of `import type` are allowed.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'import-exists',
      comment: 'The import leads nowhere: write the path with its .ts ending, or add the package to package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
    {
      name: 'package-is-declared',
      comment: 'Only packages named in package.json are imported, others may vanish with the next install.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    // What a package imports is its own affair; whether it fits a room is said by the lists above.
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/fixtures/' },
    // Imports of types count too: a wall that types may cross is soon crossed by code.
    tsPreCompilationDeps: true,
    // `process.getBuiltinModule('fs')` is an import by another name.
    detectProcessBuiltinModuleCalls: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'module', 'browser', 'default', 'types', 'require'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts', '.css', '.svg', '.woff2'],
    },
  },
}

// Every npm script begins with this file. `npm ci` brings Node 24 as an optional package for the platform, first in the
// PATH of every script. Where that package is missing (installed with --omit=optional, or a platform it is not
// published for) npm falls back to the system's Node without a word, and on Node 20 better-sqlite3 then ends in a
// segmentation fault. So one sentence is said here instead, before anything else is loaded.
//
// Plain JavaScript in old syntax: this file itself must run on the Node that it refuses.

/**
 * The oldest releases that can run this project: 22.18 and 23.6 are the first of their lines that run TypeScript files
 * without a flag, and both have Node-API 10 (from 22.14), which better-sqlite3 13 needs.
 *
 * @param {string} version as in process.versions.node, for example "20.19.4"
 * @returns {boolean}
 */
export function canRun(version) {
  var parts = version.split('.')
  var major = Number(parts[0])
  var minor = Number(parts[1])
  if (major === 22) return minor >= 18
  if (major === 23) return minor >= 6
  return major >= 24
}

/**
 * The sentence a person reads when the running Node is too old.
 *
 * @param {string} version of the Node that runs
 * @param {string} path of the Node that runs
 * @param {boolean} shipped whether npm has a Node for this platform in optionalDependencies
 * @returns {string}
 */
export function refusal(version, path, shipped) {
  return (
    'Daicho needs Node 22.18 or newer, but this is Node ' +
    version +
    ' (' +
    path +
    '): ' +
    (shipped
      ? 'install again with "npm ci --include=optional", which brings Node 24 into node_modules, and start with "npm run", not with "node".'
      : 'there is no Node package for ' +
        process.platform +
        '-' +
        process.arch +
        ' in node_modules, so please install Node 24 from nodejs.org.')
  )
}

/** The platforms for which package.json has a Node in optionalDependencies. */
export var shippedPlatforms = ['linux-x64', 'linux-arm64', 'win32-x64']

if (!canRun(process.versions.node)) {
  process.stderr.write(
    refusal(
      process.versions.node,
      process.execPath,
      shippedPlatforms.indexOf(process.platform + '-' + process.arch) !== -1,
    ) + '\n',
  )
  process.exit(2)
}

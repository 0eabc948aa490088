/**
 * `verify FILE|DIR`: a register against its log, or a folder that Daicho wrote against itself: and, where they are named, against
 * the register it came from, a public key and a digest that was noted.
 */
import { statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BundleCheck } from '#shared/domain/bundle-check.ts'
import type { Language } from '#shared/domain/text.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { sayFinding } from '#shared/locales/say-problem.ts'
import { translate } from '#shared/locales/translate.ts'
import { isProtected, openProtected } from '#electron/register/protect/age-file.ts'
import { inPrivateFolder } from '#electron/register/store/private-folder.ts'
import { protectedEnding } from '#electron/register/protect/protected-copy.ts'
import { withFolder } from '#electron/register/protect/protected-folder.ts'
import { withCodes } from '#electron/register/record-codes.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import type { Call, Command, Outcome } from '../command.ts'
import { withRegister } from '../open-register.ts'
import { knownPassphrase, protectOptions } from '../passphrase.ts'
import { usageProblem } from '../read-arguments.ts'

interface Said {
  readonly code: string
  readonly message: string
}

export const verifyCommand: Command = {
  name: 'verify',
  positionals: ['FILE|DIR'],
  options: {
    register: { value: 'FILE', words: 'verifyRegister' },
    key: { value: 'PEM', words: 'verifyKey' },
    digest: { value: 'HEX', words: 'verifyDigest' },
    'passphrase-file': protectOptions['passphrase-file'],
  },
  async run(call) {
    const [place = ''] = call.files
    if (isProtected(place)) return ofProtected(place, call)
    if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === true) return ofFolder(place, call)
    return ofRegister(place, call)
  },
}

async function ofRegister(place: string, call: Call, name = place): Promise<Outcome> {
  const surplus = ['register', 'key', 'digest'].find((each) => call.options[each] !== undefined)
  if (surplus !== undefined) throw usageProblem(call.help, 'ONLY_OF_FOLDER', { option: `--${surplus}` })
  return outcomeOf(name, await inRegister(place, call), [], call.language, {})
}

/** A protected file by what is in it: it lies open in a private folder for as long as it is verified. */
async function ofProtected(place: string, call: Call): Promise<Outcome> {
  const { signal } = call
  const passphrase = await knownPassphrase(call, place)
  if (place.endsWith(`.tar${protectedEnding}`))
    return withFolder(place, passphrase, (folder) => ofFolder(folder, call, place), { signal })
  return inPrivateFolder(async (folder) => {
    const copy = join(folder, basename(place, protectedEnding))
    await openProtected(place, passphrase, copy, { signal })
    return ofRegister(copy, call, place)
  })
}

/** What was found, and for a folder what it was held against. */
function outcomeOf(
  place: string,
  findings: readonly Said[],
  held: readonly string[],
  language: Language,
  json: Readonly<Record<string, unknown>>,
): Outcome {
  const words = translate(language)
  const intact = held.length === 0 ? 'cli.verify.registerIntact' : 'cli.verify.folderIntact'
  const lines =
    findings.length === 0
      ? [words(intact, { place })]
      : [
          words('cli.verify.findings', { place, count: findings.length }),
          ...findings.map(({ code, message }) => `  ${code}  ${message}`),
        ]
  return {
    json: { ok: findings.length === 0, ...json, findings },
    lines: [...lines, ...held.map((line) => `  ${line}`)],
    exitCode: findings.length === 0 ? 0 : 1,
  }
}

async function ofFolder(folder: string, call: Call, name = folder): Promise<Outcome> {
  const { language } = call
  const check = await checked(folder, call)
  const words = translate(language)
  const { data, register, signature } = check
  const held = [
    words(`app.bundleData.${data}`),
    words(`app.bundleRegister.${register}`),
    words(`app.bundleSignature.${signature.state}`, { fingerprint: signature.fingerprint ?? '' }),
  ]
  const findings = check.findings.map((finding) => said(finding, language))
  // What was not asked for is not told to a script: the plain answer stays what it was.
  const isAsked = ['register', 'key', 'digest'].some((each) => call.options[each] !== undefined)
  return outcomeOf(name, findings, held, language, isAsked ? { data, register, signature } : {})
}

async function checked(folder: string, call: Call): Promise<BundleCheck> {
  const { options, signal, progress, surroundings, absolute } = call
  // Loaded when needed: what reads a PDF is half of the program's time to start.
  const { checkBundle } = await import('#electron/register/export/check-bundle.ts')
  const named = {
    signal,
    progress: (done: number, total: number) => {
      progress.show('verify', done, total)
    },
    publicKey: options.key === undefined ? null : absolute(options.key),
    noted: options.digest ?? null,
  }
  if (options.register === undefined) return checkBundle(folder, named)
  return withRegister(absolute(options.register), { mode: 'inspect', surroundings }, (register) =>
    checkBundle(folder, { ...named, register }),
  )
}

function inRegister(file: string, { language, signal, progress, surroundings }: Call): Promise<Said[]> {
  return withRegister(file, { mode: 'inspect', surroundings }, async (register) => {
    const findings = await verifyRegister(register, {
      signal,
      progress: (done, total) => {
        progress.show('verify', done, total)
      },
    })
    return withCodes(register.read, findings).map((finding) => said(finding, language))
  })
}

function said(finding: Finding, language: Language): Said {
  return { code: finding.code, message: sayFinding(language, finding) }
}

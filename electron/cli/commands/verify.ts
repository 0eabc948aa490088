/** `verify FILE|DIR`: a register against its log, or a folder that Daicho wrote against its manifest and sums. */
import { statSync } from 'node:fs'
import type { Language } from '#shared/domain/text.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { sayFinding } from '#shared/locales/say-problem.ts'
import { translate } from '#shared/locales/translate.ts'
import { verifyBundle } from '#electron/register/export/verify-bundle.ts'
import { withCodes } from '#electron/register/record-codes.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import type { Call, Command } from '../command.ts'
import { withRegister } from '../open-register.ts'

interface Said {
  readonly code: string
  readonly message: string
}

export const verifyCommand: Command = {
  name: 'verify',
  positionals: ['FILE|DIR'],
  options: {},
  async run(call) {
    const [place = ''] = call.files
    const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
    const findings = isFolder ? await inFolder(place, call) : await inRegister(place, call)
    const words = translate(call.language)
    return {
      json: { ok: findings.length === 0, findings },
      lines:
        findings.length === 0
          ? [words(isFolder ? 'cli.verify.folderIntact' : 'cli.verify.registerIntact', { place })]
          : [
              words('cli.verify.findings', { place, count: findings.length }),
              ...findings.map(({ code, message }) => `  ${code}  ${message}`),
            ],
      exitCode: findings.length === 0 ? 0 : 1,
    }
  },
}

async function inFolder(folder: string, { language, signal, progress }: Call): Promise<Said[]> {
  const show = (done: number, total: number) => {
    progress.show('verify', done, total)
  }
  const findings = await verifyBundle(folder, { signal, progress: show })
  return findings.map((finding) => said(finding, language))
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

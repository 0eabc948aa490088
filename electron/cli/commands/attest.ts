/**
 * `attest FILE --sheet POST --out DIR [--language ja|en|both]`: what an executive's post answers for today, as a PDF to be signed and as
 * the data whose digest a confirmation bears. It confirms nothing: that is a person's act.
 */
import { join } from 'node:path'
import { languages } from '#shared/domain/text.ts'
import { Problem } from '#shared/domain/problem.ts'
import { translate } from '#shared/locales/translate.ts'
import { attestationPicture } from '#electron/register/attestation/attestation-sheets.ts'
import { writeNewFile } from '#electron/register/export/new-file.ts'
import { canonicalJson } from '#electron/register/store/canonical.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Command } from '../command.ts'
import { folderFor } from '../folder-for.ts'
import { withRegister } from '../open-register.ts'
import { withPrinter } from '../printed-pages.ts'

const choices = [...languages, 'both'] as const

export const attestCommand: Command = {
  name: 'attest',
  positionals: ['FILE'],
  options: {
    sheet: { value: 'POST', words: 'attestSheet', required: true },
    out: { value: 'DIR', words: 'attestOut', required: true },
    language: { value: choices.join('|'), words: 'packLanguage', choices },
  },
  async run({ files: [file = ''], options, language, surroundings, absolute, report, print: atHand }) {
    const asked = choices.find((each) => each === options.language) ?? 'both'
    const code = options.sheet ?? ''
    // Loaded when needed: what finishes a PDF is half of the program's time to start.
    const { printAttestation } = await import('#electron/register/attestation/attestation-print.ts')
    const written = await withRegister(file, { mode: 'read', surroundings }, async (register) => {
      const post = [...recordTables.post.all(register.read)].find((each) => each.code === code)
      if (post === undefined) throw new Problem('NOT_FOUND', { noun: 'post', id: code })
      const folder = folderFor(absolute(options.out ?? ''))
      const { content, contentDigest, holderId, latest, since, day } = attestationPicture(
        register,
        post.id,
        register.today(),
      )
      const printing: typeof withPrinter = atHand === undefined ? withPrinter : (_report, work) => work(atHand)
      const pdfs = await printing(report, async (printer) => {
        const paths: string[] = []
        for (const each of asked === 'both' ? languages : [asked])
          paths.push(await printAttestation(register, { postId: post.id, language: each, folder }, printer))
        return paths
      })
      const data = writeNewFile(folder, `attestation-${code}-${day}.json`, Buffer.from(canonicalJson(content)))
      const holder = holderId === null ? null : recordTables.person.get(register.read, holderId)
      return {
        files: [...pdfs, join(folder, data)],
        facts: {
          post: code,
          holder: holder?.code ?? null,
          asOf: day,
          contentDigest,
          systems: content.systems.map((each) => each.code),
          risks: content.risks.map((each) => each.code),
          acceptances: content.acceptances.map((each) => each.code),
          gaps: content.gaps.length,
          lastConfirmedOn: latest?.on ?? null,
          stale: since.length > 0,
        },
      }
    })
    const { facts, files } = written
    const words = translate(language)
    const counts = { systems: facts.systems.length, risks: facts.risks.length, acceptances: facts.acceptances.length }
    return {
      json: { ...facts, files },
      lines: [
        words('cli.attest.done', { code }),
        `  ${words('attestation.counts', counts)}`,
        ...files.map((each) => `  ${each}`),
      ],
      exitCode: 0,
    }
  },
}

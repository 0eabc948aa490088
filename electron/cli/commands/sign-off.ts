/**
 * `sign-off FILE PACK --preparer WHO --executive WHO --reason T`: finishes a locked pack, as the dialog of the window does. A name
 * that is recorded so is a record, not an electronic signature. `WHO` is the code of a person, with that of a post behind a slash.
 */
import { type PackSignature, requiredSignatures, signatureRoles } from '#shared/domain/finishing.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { translate } from '#shared/locales/translate.ts'
import { ourVersions } from '#electron/register/export/sealed-folder.ts'
import { signaturesAs, signOffPack } from '#electron/register/finishing/finishing.ts'
import { SheetCounter } from '#electron/register/finishing/sheet-count.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { packByCode } from '#electron/register/packs.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import type { Command, OptionDescription } from '../command.ts'
import { dayFrom } from '../days.ts'
import { withRegister } from '../open-register.ts'
import { type Print, withPrinter } from '../printed-pages.ts'

type Role = PackSignature['role']
const optionOf = {
  preparer: 'preparer',
  riskOwner: 'risk-owner',
  executive: 'executive',
  auditCommittee: 'audit-committee',
} as const satisfies Readonly<Record<Role, string>>

const signers = Object.fromEntries(
  signatureRoles.map((role): [string, OptionDescription] => [
    optionOf[role],
    {
      value: 'WHO',
      words: `signOff.${role}`,
      ...(requiredSignatures.includes(role) ? { required: true as const } : {}),
    },
  ]),
)

export const signOffCommand: Command = {
  name: 'sign-off',
  positionals: ['FILE', 'PACK'],
  options: {
    ...signers,
    on: { value: 'DATE', words: 'signOff.on' },
    reason: { value: 'T', words: 'signOff.reason', required: true },
  },
  async run({
    files: [file = ''],
    words: [, code = ''],
    options,
    language,
    surroundings,
    help,
    report,
    print: atHand,
  }) {
    const said = options.on
    const on = said === undefined ? null : dayFrom('--on', said, help)
    const signed = await withRegister(file, { mode: 'write', surroundings }, async (register) => {
      const pack = packByCode(register, code)
      const signatures = signatureRoles.flatMap((role) => {
        const who = options[optionOf[role]]
        if (who === undefined) return []
        const [person = '', post] = who.split('/')
        return [
          {
            role,
            personId: byCode(register, 'person', person).id,
            postId: post === undefined ? null : byCode(register, 'post', post).id,
            on: on ?? register.today(),
          },
        ]
      })
      // A browser is started only where the pack has a page budget.
      const printing: Print = (job) => (atHand === undefined ? withPrinter(report, (print) => print(job)) : atHand(job))
      const count = await new SheetCounter(printing).of(
        packInput(register, pack, 'ja', ourVersions.application),
        signaturesAs(register, signatures),
      )
      return signOffPack(register, { packId: pack.id, reason: options.reason ?? '', signatures }, count)
    })
    const words = translate(language)
    return {
      json: { pack: code, packDigest: signed.packDigest, on: signed.on },
      lines: [words('cli.signOff.done', { pack: code, digest: signed.packDigest }), words('cli.signOff.record')],
      exitCode: 0,
    }
  },
}

/** NOT_FOUND. */
function byCode<N extends 'person' | 'post'>(register: Register, noun: N, code: string): RecordOf<N> {
  const found = [...recordTables[noun].all(register.read)].find((each) => each.code === code && each.withdrawn === null)
  if (found === undefined) throw new Problem('NOT_FOUND', { noun, id: code })
  return found
}

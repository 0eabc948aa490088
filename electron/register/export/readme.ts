/** README.txt of a bundle: what it is and how to check it without this application, in Japanese and then in English. */
import { inLanguage, type Language, languages } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { publicKeyName, signatureName } from './bundle-signature.ts'
import { figuresFolder } from './pack-figures.ts'
import { finishingName, type ManifestFacts, manifestName, snapshotName, sumsName } from './manifest.ts'

/** @param printed the names of the printed pages */
export function readmeText(facts: ManifestFacts, printed: readonly string[], figures: boolean): string {
  return languages.map((language) => part(facts, printed, figures, language)).join(`\n${'='.repeat(72)}\n\n`)
}

function part(facts: ManifestFacts, printed: readonly string[], figures: boolean, language: Language): string {
  const words = translate(language)
  const none = words('bundle.readme.none')
  const signedOff = typeof facts.packDigest === 'string' && facts.entity === undefined
  // The labels of the printed pack's last page, so that a reader finds the same line there.
  const fact = (key: string, value: string | null) => `  ${words(`pack.digest.${key}`)}: ${value ?? none}`
  const line = (name: string, key: string) => `  ${name}\n      ${words(`bundle.readme.${key}`)}`
  return [
    words(facts.pack === null ? 'bundle.readme.headingDraft' : 'bundle.readme.heading', {
      organisation: inLanguage(facts.register.name, language),
      pack: facts.pack ?? '',
    }),
    '',
    ...(facts.sample ? [words('bundle.readme.sample'), ''] : []),
    words(facts.pack === null ? 'bundle.readme.whatDraft' : 'bundle.readme.what'),
    '',
    ...(facts.entity === undefined
      ? []
      : [
          words('bundle.readme.entity', {
            entity: inLanguage(facts.entity.name, language),
            code: facts.entity.code,
            snapshot: snapshotName,
          }),
          '',
        ]),
    ...(facts.title === null ? [] : [`  ${words('field.pack.title')}: ${facts.title}`]),
    fact('asOf', facts.asOf),
    fact('cutOff', facts.cutOff),
    fact('lockedAt', facts.lockedAt),
    fact('dataDigest', facts.dataDigest),
    ...(facts.pack === null ? [] : [fact('packDigest', facts.packDigest ?? words('pack.digest.notSignedOff'))]),
    fact('previous', facts.previousPack),
    fact('previousDigest', facts.previousDigest),
    fact('auditHead', facts.auditHead),
    '',
    words('bundle.readme.contents'),
    ...printed.map((each) => line(each, `pdf.${each.split('.')[1] ?? ''}`)),
    line('screen/', 'screen'),
    ...(figures ? [line(`${figuresFolder}/`, 'figures')] : []),
    line('csv/', 'csv'),
    line(snapshotName, 'snapshot'),
    ...(signedOff ? [line(finishingName, 'finishing')] : []),
    line('datapackage.json, data-dictionary.csv', 'dictionary'),
    line(manifestName, 'manifest'),
    line(sumsName, 'sums'),
    '',
    words('bundle.readme.check'),
    `  1. ${words('bundle.readme.checkFiles')}`,
    `       Linux:    sha256sum -c ${sumsName}`,
    `       macOS:    shasum -a 256 -c ${sumsName}`,
    `       Windows:  Get-ChildItem -Recurse -File | Get-FileHash   (PowerShell)`,
    `  2. ${words('bundle.readme.checkDigest', { label: words('pack.digest.dataDigest') })}`,
    `       Linux:    sha256sum ${snapshotName}`,
    ...(signedOff
      ? [
          `     ${words('bundle.readme.checkPackDigest', { label: words('pack.digest.packDigest'), file: finishingName })}`,
          `       Linux:    sha256sum ${finishingName}`,
        ]
      : []),
    `  3. ${words('bundle.readme.checkElsewhere')}`,
    `  4. ${words('bundle.readme.checkSignature', { signature: signatureName })}`,
    `       openssl pkeyutl -verify -pubin -inkey ${publicKeyName} -rawin -in ${sumsName} -sigfile ${signatureName}`,
    `  5. ${words('bundle.readme.checkTables', { snapshot: snapshotName })}`,
    '',
    words('bundle.readme.guard'),
    '',
  ].join('\n')
}

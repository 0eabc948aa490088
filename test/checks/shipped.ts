/** What speaks against shipping the components that the bundles hold: their licences, and the bill of materials. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validation } from '@cyclonedx/cyclonedx-library'
import { buildParts, builtFolder, ensureBuilt } from '#electron/build.ts'
import { billVersion } from '#electron/build/shipped/bill-of-materials.ts'
import { shippedComponents } from '#electron/build/shipped/components.ts'
import { licenceProblems } from '#electron/build/shipped/licence-problems.ts'

/** Built anew where anything has changed since, so what is looked at is never old. */
export async function shippedProblems(root: string): Promise<string[]> {
  await ensureBuilt({ what: buildParts, report: process.stderr })
  const bill = readFileSync(join(builtFolder('notices'), 'sbom.cdx.json'), 'utf8')
  const found: unknown = await new Validation.JsonStrictValidator(billVersion).validate(bill)
  return [
    ...licenceProblems(shippedComponents(root, join(root, 'dist/app'))),
    ...(found === null ? [] : [`the bill of materials is no CycloneDX: ${JSON.stringify(found)}`]),
  ]
}

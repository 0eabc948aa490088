// Writes the notices of what is shipped: `node electron/build/notices.ts FOLDER`, started by electron/build.ts once the other
// parts are built. `licences.json` is what the window shows; the text and the bill of materials lie beside the packed program.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { billOfMaterials, type LockedPackages } from './shipped/bill-of-materials.ts'
import { shippedComponents } from './shipped/components.ts'
import { noticesText } from './shipped/notices-text.ts'

const root = join(import.meta.dirname, '../..')
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('electron/build/notices.ts needs a folder.')

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as unknown
const { name, version, license, description } = read('package.json') as Readonly<Record<string, string>>
const { packages } = read('package-lock.json') as { readonly packages: LockedPackages }
const components = shippedComponents(root, join(root, 'dist/app'))

mkdirSync(folder, { recursive: true })
const shown = components.map((component) => ({
  name: component.name,
  version: component.version,
  licence: component.licence,
  text: component.text,
}))
writeFileSync(join(folder, 'licences.json'), JSON.stringify(shown))
writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesText(components))
writeFileSync(
  join(folder, 'sbom.cdx.json'),
  billOfMaterials(
    { name: name ?? '', version: version ?? '', licence: license ?? '', description: description ?? '' },
    components,
    packages,
  ),
)

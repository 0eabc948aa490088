/** The bill of materials (CycloneDX 1.6, JSON) of what is shipped, made with CycloneDX's own library. */
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import { PackageURL } from 'packageurl-js'
import parse from 'spdx-expression-parse'
import type { Component } from './components.ts'

export const billVersion = Spec.Version.v1dot6

export interface Application {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly description: string
}

/** Digests by `node_modules/<name>`, as the lockfile keeps them ("sha512-" and base64). */
export type LockedPackages = Readonly<
  Record<string, { readonly version?: string; readonly integrity?: string } | undefined>
>

/**
 * The same components give the same text: no time, no random serial number. A digest is that of the package as npm serves it;
 * a component that stands in several versions has it for the one at the top of the tree.
 */
export function billOfMaterials(
  application: Application,
  components: readonly Component[],
  locked: LockedPackages,
): string {
  const licences = new Contrib.License.Factories.LicenseFactory(parse)
  const main = new Models.Component(Enums.ComponentType.Application, application.name, {
    bomRef: `${application.name}@${application.version}`,
    version: application.version,
    description: application.description,
    licenses: new Models.LicenseRepository([licences.makeFromString(application.licence)]),
  })
  const bill = new Models.Bom({ metadata: new Models.Metadata({ component: main }) })
  for (const { name, version, licence, kind, fromNpm } of components) {
    const group = name.startsWith('@') ? name.slice(0, name.indexOf('/')) : undefined
    const short = name.slice(name.indexOf('/') + 1)
    const entry = locked[`node_modules/${name}`]
    const digest = fromNpm && entry?.version === version ? sha512(entry.integrity) : undefined
    const component = new Models.Component(typeOf(kind), short, {
      bomRef: version === null ? name : `${name}@${version}`,
      ...(group === undefined ? {} : { group }),
      ...(version === null ? {} : { version }),
      licenses: new Models.LicenseRepository([licences.makeFromString(licence)]),
      ...(fromNpm ? { purl: new PackageURL('npm', group, short, version ?? undefined).toString() } : {}),
      ...(digest === undefined
        ? {}
        : { hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], digest]]) }),
    })
    bill.components.add(component)
    main.dependencies.add(component.bomRef)
  }
  const spec = Spec.SpecVersionDict[billVersion]
  if (spec === undefined) throw new Error(`CycloneDX ${billVersion} is not known to its library`)
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(spec))
  return `${serializer.serialize(bill, { sortLists: true, space: 2 })}\n`
}

function typeOf(kind: Component['kind']): Enums.ComponentType {
  if (kind === 'font') return Enums.ComponentType.File
  return kind === 'runtime' ? Enums.ComponentType.Framework : Enums.ComponentType.Library
}

function sha512(integrity: string | undefined): string | undefined {
  const encoded = integrity?.split(' ').find((each) => each.startsWith('sha512-'))
  return encoded && Buffer.from(encoded.slice('sha512-'.length), 'base64').toString('hex')
}

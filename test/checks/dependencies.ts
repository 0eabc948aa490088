/** What speaks against the packages of others: what a registry's audit says, and instructions that do not install from the lockfile. */
import { z } from 'zod'

const auditSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
})

/** `unavailable`: nobody has looked, which is no pass. */
export type Audit = { readonly kind: 'unavailable' } | { readonly kind: 'looked'; readonly found: readonly string[] }

/** What `npm audit --json` has printed; anything that is no report means that no registry has answered. */
export function auditOf(output: string): Audit {
  const report = auditSchema.safeParse(jsonOrNull(output))
  if (!report.success) return { kind: 'unavailable' }
  return {
    kind: 'looked',
    found: Object.entries(report.data.vulnerabilities).map(
      ([name, { severity, range }]) => `${name} ${range}: an advisory is known (${severity})`,
    ),
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Lines that install something else than what is locked. npm itself, in one named version, is what installs. */
export function installProblems(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) => {
      const installs = /\bnpm (?:install|i|add|update|up)\b/.test(line)
      const isNpmItself = /\bnpm install --global npm@\d+(?:\.\d+)*\s*$/.test(line)
      return installs && !isNpmItself
        ? [`${file}:${String(index + 1)}: "${line.trim()}" installs what is not locked; write npm ci`]
        : []
    }),
  )
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'

const configurationFile = join(import.meta.dirname, '../../.dependency-cruiser.cjs')
const rooms = ['shared', 'electron', 'renderer', 'resources', 'test']

/** One import that crosses a wall. */
export interface Breach {
  /** name of the rule in .dependency-cruiser.cjs */
  rule: string
  from: string
  to: string
  /** the files in between, when the wall is crossed through others, or the circle */
  through: string[]
  /** what is allowed instead */
  allowed: string
}

/**
 * Every import under `root` that crosses a wall of .dependency-cruiser.cjs.
 *
 * @param root absolute path of a folder with a package.json and rooms named as in this project
 */
export async function findBreaches(root: string): Promise<Breach[]> {
  const { options, ...ruleSet } = await extractDepcruiseConfig(configurationFile)
  const result = await cruise(
    rooms.filter((room) => existsSync(join(root, room))),
    { ...options, validate: true, ruleSet, baseDir: root },
    { bustTheCache: true },
  )
  const { summary } = result.output as ICruiseResult
  const allowed = new Map((ruleSet.forbidden ?? []).map((rule) => [rule.name, rule.comment]))
  return summary.violations.map(({ rule, from, to, via, cycle }) => ({
    rule: rule.name,
    from,
    to,
    through: (cycle ?? via ?? []).map(({ name }) => name),
    allowed: allowed.get(rule.name) ?? '',
  }))
}

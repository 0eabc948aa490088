/** Faults of access that would keep somebody out, as readable lines. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Serious and critical findings of the screen. All in one page: the shell closes any other. */
export async function heavyFindings(page: Page): Promise<string[]> {
  // What was found in order is not read: describing every element of it takes longer than finding the faults.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}

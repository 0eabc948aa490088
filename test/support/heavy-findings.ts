/** Faults of access that would keep somebody out, as readable lines. */
import axe, { type RunOptions, type Result } from 'axe-core'
import type { Page } from '@playwright/test'

/**
 * What axe finds on a page. Its half a megabyte of script is brought in once for each document: bringing it in for each
 * look took as long as looking.
 */
export async function accessFaults(page: Page, rules: NonNullable<RunOptions['rules']> = {}): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return await page.evaluate(async (disabled) => {
    const { axe: inPage } = globalThis as unknown as { readonly axe: typeof axe }
    // What was found in order is not read: describing every element of it takes longer than finding the faults.
    const { violations } = await inPage.run({ resultTypes: ['violations'], rules: disabled })
    return violations
  }, rules)
}

/**
 * Rules that walk all elements of a screen and can only end in a finding of moderate weight, which is not heavy.
 * (`region` is the dearest rule of all but contrast.)
 */
const neverHeavy = { region: { enabled: false }, 'heading-order': { enabled: false } }

/** Serious and critical findings of the screen. */
export async function heavyFindings(page: Page): Promise<string[]> {
  const violations = await accessFaults(page, neverHeavy)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}

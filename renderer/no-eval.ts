/**
 * Imported before everything else: zod builds functions from text where it may, and finds out by trying, which the policy of
 * the page refuses and the browser reports as a breach.
 */
import { config } from 'zod'

config({ jitless: true })

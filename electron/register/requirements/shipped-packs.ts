/** The requirement packs that come with the program: resources/packs, made of the readable sources beside them. */
import { checkRequirementPack } from '#shared/domain/requirements/read-requirement-pack.ts'
import type { RequirementPack } from '#shared/domain/requirements/requirement-pack.ts'
import aia from '#resources/packs/aia-2025.json' with { type: 'json' }
import aigb11 from '#resources/packs/aigb-1.1.json' with { type: 'json' }
import aigb12 from '#resources/packs/aigb-1.2.json' with { type: 'json' }
import art13 from '#resources/packs/art13-2025.json' with { type: 'json' }
import boardQuestions from '#resources/packs/board-questions-1.json' with { type: 'json' }
import cmg from '#resources/packs/cmg-3.0.json' with { type: 'json' }
import csf from '#resources/packs/csf-2.0.json' with { type: 'json' }
import iso42001 from '#resources/packs/iso42001-2023.json' with { type: 'json' }
import rmf from '#resources/packs/rmf-1.0.json' with { type: 'json' }
import spine from '#resources/packs/spine-1.json' with { type: 'json' }

let read: readonly RequirementPack[] | undefined

/** In the order in which they are offered: Japan's guidance and law, the board's own, the standards. Older versions last. */
export function shippedPacks(): readonly RequirementPack[] {
  read ??= [aigb12, cmg, art13, aia, spine, boardQuestions, iso42001, rmf, csf, aigb11].map(checkRequirementPack)
  return read
}

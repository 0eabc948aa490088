/** The starting library: what it holds, what of it the register has already, and entries put into the register. */
import { z } from 'zod'
import {
  type Atlas,
  type AtlasMitigation,
  atlasMitigationId,
  type AtlasTechnique,
  atlasTechniqueId,
} from '#shared/domain/library/atlas.ts'
import { type Playbook, type PlaybookControl, playbookId } from '#shared/domain/library/nist-playbook.ts'
import {
  type LibraryControl,
  libraryControlSchema,
  type LibraryRisk,
  libraryRiskSchema,
} from '#shared/domain/library/starting-library.ts'
import { operation, type } from './base.ts'

/** A record that was made from an entry. */
export interface TakenRecord {
  readonly id: string
  readonly code: string
}

export interface LibraryPicture {
  /** Day of this edition. */
  readonly edition: string
  readonly risks: readonly (LibraryRisk & { readonly taken: readonly TakenRecord[] })[]
  readonly controls: readonly (LibraryControl & { readonly taken: readonly TakenRecord[] })[]
  /** The second source: techniques and mitigations of others, under their licence. */
  readonly atlas: Pick<Atlas, 'source' | 'tactics'> & {
    readonly risks: readonly (AtlasTechnique & { readonly taken: readonly TakenRecord[] })[]
    readonly controls: readonly (AtlasMitigation & { readonly taken: readonly TakenRecord[] })[]
  }
  /** The third source: actions that NIST suggests, as controls. */
  readonly playbook: Pick<Playbook, 'source'> & {
    readonly controls: readonly (PlaybookControl & { readonly taken: readonly TakenRecord[] })[]
  }
}

export interface LibraryTaken {
  readonly risks: readonly TakenRecord[]
  readonly controls: readonly TakenRecord[]
}

export const library = {
  picture: operation.output(type<LibraryPicture>()),
  /**
   * Makes a risk of each entry that is named, of the systems that are named, and a control of each; a control whose entry has one
   * already is tied to the new risks instead of made twice. One change: it is undone as one. NOT_FOUND, WITHDRAWN.
   */
  take: operation
    .input(
      z.object({
        riskIds: z.array(z.union([libraryRiskSchema.shape.id, atlasTechniqueId])).max(300),
        controlIds: z.array(z.union([libraryControlSchema.shape.id, atlasMitigationId, playbookId])).max(300),
        systemIds: z.array(z.uuid()).max(500),
      }),
    )
    .output(type<LibraryTaken>()),
}

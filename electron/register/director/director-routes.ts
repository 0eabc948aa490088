/** The operations of the director's view, over a desk with or without a register. */
import { basename, dirname } from 'node:path'
import { forgetRecentFiles, readRecentFiles, recentBundlesKey, rememberFile } from '#electron/recent-files.ts'
import type { RecentFile } from '#shared/contract/application.ts'
import type { Shown } from '#shared/contract/director.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type Language, languages } from '#shared/domain/text.ts'
import { buildShownPack, type ShownPack } from '#shared/pack-model/build-pack-model.ts'
import type { RecordsBehind } from '#shared/pack-model/records-behind.ts'
import { appVersion, type Desk } from '../desk.ts'
import { os } from '../implementer.ts'
import { progressOf } from '../long-work.ts'
import { asPrinted } from '../finishing/posts-alone.ts'
import { packInput } from '../pack-input.ts'
import { allPacks } from '../packs.ts'
import { withFolder } from '../protect/protected-folder.ts'
import { FrozenPack } from './frozen-pack.ts'
import { type HeldBundle, openBundle } from './open-bundle.ts'

/** What is looked at, in a language. */
interface Looked extends ShownPack {
  readonly frozen: FrozenPack
  readonly languages: readonly Language[]
}

export function directorRoutes(desk: Desk) {
  const { preferences } = desk.shell
  /** One bundle and one pack of the register at a time: a reader turns pages and opens records of what is shown. */
  let bundle: HeldBundle | null = null
  let kept: { readonly key: string; readonly looked: Looked } | null = null

  const heldBundle = (id: string): HeldBundle => {
    if (bundle === null || bundle.opened.id !== id) throw new Problem('BUNDLE_NOT_OPEN')
    return bundle
  }
  const look = (shown: Shown, language?: Language): Looked => {
    if (shown.kind === 'register') return ofRegister(shown.packId, language)
    const { content } = heldBundle(shown.id)
    const written = content === null ? [] : [...content.models]
    const found = written.find(([each]) => each === language) ?? written[0]
    if (content === null || found === undefined) throw new Problem('BUNDLE_NOT_OPEN')
    const [, model] = found
    return { model, behind: content.behind, frozen: content.frozen, languages: [...content.models.keys()] }
  }
  const ofRegister = (packId: string | null, language?: Language): Looked => {
    const { register } = desk
    const pack = packId === null ? null : allPacks(register).find(({ id }) => id === packId)
    if (pack === undefined) throw new Problem('PACK_NOT_FOUND', { pack: packId ?? '' })
    const of = [register.file, packId, register.head().hash, register.today()].join(' ')
    if (kept !== null && kept.key === of && (language === undefined || kept.looked.model.language === language))
      return kept.looked
    const input = packInput(register, pack, language ?? desk.language, appVersion)
    // The state of a pack is the same in either language.
    const frozen = kept !== null && kept.key === of ? kept.looked.frozen : new FrozenPack(input.snapshot, input.asOf)
    const looked = { ...buildShownPack(asPrinted(input)), frozen, languages }
    kept = { key: of, looked }
    return looked
  }
  const recentBundles = async (): Promise<RecentFile[]> =>
    (await readRecentFiles(preferences, recentBundlesKey)).map((path) => ({
      token: desk.tokens.issue(path),
      name: basename(path),
      folder: dirname(path),
    }))

  return {
    pages: os.director.pages.handler(({ input }) => {
      const { model, behind, languages: inLanguages } = look(input.shown, input.language)
      return { model, behind: countsOf(behind), languages: inLanguages }
    }),
    behind: os.director.behind.handler(({ input }) => {
      const { frozen, behind, model } = look(input.shown)
      return frozen.behind(input.address, behind, model, input.limit)
    }),
    record: os.director.record.handler(({ input }) => look(input.shown).frozen.record(input.code)),
    posts: os.director.posts.handler(({ input }) => look(input.shown).frozen.posts()),
    attestation: os.director.attestation.handler(({ input }) => look(input.shown).frozen.attestation(input.postId)),
    openBundle: os.director.openBundle.handler(({ input, signal }) =>
      progressOf('verify', signal, async (work) => {
        const folder = desk.tokens.peek(input.folder)
        // What is decrypted lies open only while it is read: the bundle is kept in memory, its folder wiped.
        bundle = await withFolder(folder, input.passphrase, (opened) => openBundle(opened, work), {
          signal: work.signal,
        })
        // What cannot be remembered is no refusal.
        await rememberFile(preferences, folder, recentBundlesKey).catch(() => undefined)
        return bundle.opened
      }),
    ),
    recentBundles: os.director.recentBundles.handler(recentBundles),
    forgetBundles: os.director.forgetBundles.handler(async () => {
      await forgetRecentFiles(preferences, recentBundlesKey)
      return recentBundles()
    }),
  }
}

function countsOf(behind: RecordsBehind): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(behind).map(([address, codes]) => [address, codes.length]))
}

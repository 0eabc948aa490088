/** One application per profile: a second start hands its files to the first one and ends. */
import { z } from 'zod'
import type { ElectronParts } from './parts.ts'

/** What a second start hands over. It comes from another process: whatever it is, it must be this. */
const handedSchema = z.object({ files: z.array(z.string().min(1).max(32_767)).max(100) })

/**
 * False in a second start, which has handed its files over then.
 *
 * @param files absolute paths: relative ones were read from the second start's own folder
 * @param onSecondStart called in the first one; without files where a second start named none
 */
export function isOnlyInstance(
  app: Pick<ElectronParts['app'], 'on' | 'requestSingleInstanceLock'>,
  files: readonly string[],
  onSecondStart: (files: readonly string[]) => void,
): boolean {
  // Electron may change the order of arguments and add its own: the files go as data of their own.
  if (!app.requestSingleInstanceLock({ files: [...files] })) return false
  app.on('second-instance', (_event, _arguments, _folder, handed) => {
    onSecondStart(handedSchema.safeParse(handed).data?.files ?? [])
  })
  return true
}

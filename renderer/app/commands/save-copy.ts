/** Writes a copy of the register, open or behind a passphrase, into a file that a person names, and says what came of it. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { useAskPassphrase } from '#renderer/api/passphrase.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useLanguage, useStatus } from '#renderer/api/status.ts'
import { saveTyped } from '#renderer/api/unsaved.ts'
import { useTell } from '#renderer/records/tell.ts'

export function useSaveCopy(isProtected = false): () => Promise<void> {
  const { t } = useTranslation()
  const { client } = useApi()
  const choose = useChooseFile()
  const { forNew } = useAskPassphrase()
  const language = useLanguage()
  const register = useStatus()?.register ?? null
  const tell = useTell()
  return useCallback(async () => {
    if (register === null) return
    const unsaved = await saveTyped()
    if (unsaved.length > 0) {
      tell.refused(t('app.notSavedYet', { fields: unsaved.join(t('app.listSeparator')) }))
      return
    }
    const name = register.fileName.replace(/\.daicho$/, '')
    const passphrase = isProtected ? await forNew() : null
    if (isProtected && passphrase === null) return
    const copyName = t('start.copyName', { name, day: register.today })
    const file = await choose(
      'copy-register',
      isProtected ? `${copyName.replace(/\.daicho$/, '')}.daicho.age` : copyName,
    )
    if (file === null) return
    try {
      const copy = await client.file.saveCopy({ token: file.token, passphrase })
      tell.done(t(isProtected ? 'app.protectedCopySaved' : 'app.copySaved', { name: copy.name }))
    } catch (error) {
      tell.refused(sayError(language, error))
    }
  }, [choose, client, forNew, isProtected, language, register, t, tell])
}

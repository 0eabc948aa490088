/** The system's dialogs for files and folders, in the language of the window. */
import type { BrowserWindow, Dialog } from 'electron'
import type { Choice, ChoiceRequest } from '#electron/shell.ts'
import { chosenFileTypes } from '#shared/domain/chosen-file-types.ts'
import type { Translate } from '#shared/locales/translate.ts'

export async function chooseFile(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  window: BrowserWindow,
  words: Translate,
  { purpose, suggestedName }: ChoiceRequest,
): Promise<Choice> {
  const title = words(`shell.choose.${purpose}`)
  const filter = (kind: string, of: keyof typeof chosenFileTypes) => [
    { name: words(`shell.fileType.${kind}`), extensions: [...chosenFileTypes[of]] },
  ]
  if (purpose === 'new-register' || purpose === 'copy-register') {
    const isProtected = suggestedName?.endsWith('.age') === true
    const { filePath } = await dialog.showSaveDialog(window, {
      title,
      filters: isProtected
        ? [{ name: words('shell.fileType.protectedCopy'), extensions: ['age'] }]
        : filter('register', purpose),
      ...(suggestedName === undefined ? {} : { defaultPath: suggestedName }),
    })
    return filePath === '' ? { kind: 'cancelled' } : { kind: 'path', path: filePath }
  }
  const sources = {
    'open-register': filter('register', 'open-register'),
    'merge-register': filter('register', 'merge-register'),
    'import-source': filter('source', 'import-source'),
    'import-mapping': filter('mapping', 'import-mapping'),
    'requirement-pack': filter('requirementPack', 'requirement-pack'),
    questionnaire: filter('questionnaire', 'questionnaire'),
    'protected-bundle': filter('protectedBundle', 'protected-bundle'),
    'public-key': filter('key', 'public-key'),
    'signing-key': filter('key', 'signing-key'),
    'evidence-file': filter('evidence', 'evidence-file'),
  }
  const { filePaths } = await dialog.showOpenDialog(window, {
    title,
    ...(purpose === 'output-folder'
      ? { properties: ['openDirectory', 'createDirectory'] }
      : { properties: ['openFile'], filters: sources[purpose] }),
  })
  const [path] = filePaths
  return path === undefined ? { kind: 'cancelled' } : { kind: 'path', path }
}

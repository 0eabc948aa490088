/** The system's dialogs for files and folders, in the language of the window. */
import type { BrowserWindow, Dialog } from 'electron'
import type { Choice, ChoiceRequest } from '#electron/shell.ts'
import { evidenceFileTypes } from '#shared/domain/control.ts'
import type { Translate } from '#shared/locales/translate.ts'

export async function chooseFile(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  window: BrowserWindow,
  words: Translate,
  { purpose, suggestedName }: ChoiceRequest,
): Promise<Choice> {
  const title = words(`shell.choose.${purpose}`)
  const registers = [{ name: words('shell.fileType.register'), extensions: ['daicho'] }]
  if (purpose === 'new-register' || purpose === 'copy-register') {
    const isProtected = suggestedName?.endsWith('.age') === true
    const { filePath } = await dialog.showSaveDialog(window, {
      title,
      filters: isProtected ? [{ name: words('shell.fileType.protectedCopy'), extensions: ['age'] }] : registers,
      ...(suggestedName === undefined ? {} : { defaultPath: suggestedName }),
    })
    return filePath === '' ? { kind: 'cancelled' } : { kind: 'path', path: filePath }
  }
  const sources = {
    'open-register': [{ name: words('shell.fileType.register'), extensions: ['daicho', 'age'] }],
    'merge-register': registers,
    'import-source': [
      {
        name: words('shell.fileType.source'),
        extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'json', 'jsonl', 'ndjson'],
      },
    ],
    'import-mapping': [{ name: words('shell.fileType.mapping'), extensions: ['json'] }],
    'requirement-pack': [{ name: words('shell.fileType.requirementPack'), extensions: ['json', 'yaml', 'yml'] }],
    questionnaire: [{ name: words('shell.fileType.questionnaire'), extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt'] }],
    'protected-bundle': [{ name: words('shell.fileType.protectedBundle'), extensions: ['age'] }],
    'public-key': [{ name: words('shell.fileType.key'), extensions: ['pem'] }],
    'signing-key': [{ name: words('shell.fileType.key'), extensions: ['pem'] }],
    'evidence-file': [{ name: words('shell.fileType.evidence'), extensions: [...evidenceFileTypes] }],
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

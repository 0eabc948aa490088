/** Which files a person may choose for a purpose: one list for the system's dialogs and for those within the window. */
import { evidenceFileTypes } from './control.ts'

export const chosenFileTypes = {
  'open-register': ['daicho', 'age'],
  'merge-register': ['daicho'],
  'new-register': ['daicho'],
  'copy-register': ['daicho'],
  'import-source': ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'json', 'jsonl', 'ndjson'],
  'import-mapping': ['json'],
  'requirement-pack': ['json', 'yaml', 'yml'],
  'evidence-file': evidenceFileTypes,
  questionnaire: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt'],
  'protected-bundle': ['age'],
  'public-key': ['pem'],
  'signing-key': ['pem'],
  'output-folder': [],
} as const satisfies Readonly<Record<string, readonly string[]>>

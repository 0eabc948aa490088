/** A redaction as the window makes it: looked at, then ordered with what was shown. */
import { previewRedaction, redactIn, redactionDigest } from '#electron/register/retention/redact-person.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import type { RedactionOrder, RedactionPreview } from '#shared/contract/retention.ts'

export const noWork = { signal: new AbortController().signal, progress: () => undefined }

export function look(register: Register, personId: string, also: readonly string[] = []): Promise<RedactionPreview> {
  return previewRedaction(register, { personId, also: [...also] }, noWork)
}

export function redactNow(register: Register, personId: string, given: Partial<RedactionOrder> = {}) {
  const order: RedactionOrder = {
    personId,
    also: [],
    except: [],
    ground: 'request',
    ruleId: null,
    note: null,
    decidedBy: '人事部長',
    digest: '',
    ...given,
  }
  return redactIn(register, { ...order, digest: redactionDigest(register, order) })
}

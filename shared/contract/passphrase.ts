/** A passphrase that a person typed: of any letters, since rules about letters make passphrases weaker and no one safer. */
import { z } from 'zod'

export const passphraseSchema = z.string().min(1).max(1000)
/** Null where nothing is protected. */
export const optionalPassphrase = passphraseSchema.nullable().default(null)

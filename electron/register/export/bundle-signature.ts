/**
 * A company's own signature on a bundle: Ed25519 over the bytes of SHA256SUMS, which covers every other file. Detached, so that
 * a bundle is whole without it and losing the key loses nothing. Raw signature and PEM key, as OpenSSL reads them.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { writeWhole } from '#electron/durable-file.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { problemOf } from '../store/sqlite-problems.ts'
import { assertFolder, folderProblem } from './hashed-file.ts'
import { sumsName } from './manifest.ts'

export const signatureName = `${sumsName}.sig`
export const publicKeyName = `${sumsName}.pub.pem`

/** A PEM of one Ed25519 key has some 120 bytes, an encrypted one some 300. */
const largestKey = 16 * 1024

export interface SignatureState {
  /** `none`: the bundle is not signed. `own`: it is, and by the key that lies beside it. `known`: by the key that was named. */
  readonly state: 'none' | 'own' | 'known' | 'wrong'
  /** SHA-256 of the public key (DER, SubjectPublicKeyInfo) in hexadecimal; null where there is none to be read. */
  readonly fingerprint: string | null
  readonly findings: readonly Finding[]
}

/** A new pair. With a passphrase the private key is encrypted (PKCS #8, AES-256-CBC). */
export function newKeyPair(passphrase: string | null): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const encrypted = passphrase === null ? {} : { cipher: 'aes-256-cbc', passphrase }
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem', ...encrypted }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  }
}

/** Writes both files of a new pair into a folder, never over another one. FOLDER_EXISTS, FOLDER_NOT_WRITABLE, DISK_FULL. */
export function writeKeyPair(folder: string, passphrase: string | null): { readonly names: readonly string[] } {
  const { privateKey, publicKey } = newKeyPair(passphrase)
  const names = ['daicho-signing-key.pem', 'daicho-signing-key.pub.pem'] as const
  assertFolder(folder)
  if (names.some((name) => statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined))
    throw new Problem('FOLDER_EXISTS', { folder: join(folder, names[0]) })
  try {
    writeFileSync(join(folder, names[0]), privateKey, { flag: 'wx', flush: true, mode: 0o600 })
    writeFileSync(join(folder, names[1]), publicKey, { flag: 'wx', flush: true })
  } catch (error) {
    throw folderProblem(error, folder)
  }
  return { names }
}

/**
 * Signs a folder that has been found whole, and puts the signature and the public key beside the sums; an earlier signature
 * gives way. KEY_UNREADABLE, KEY_PASSPHRASE, NOT_A_BUNDLE, FOLDER_NOT_WRITABLE, DISK_FULL. The key's fingerprint.
 */
export function signFolder(folder: string, keyFile: string, passphrase: string | null): string {
  const key = privateKeyOf(keyFile, passphrase)
  const sums = bytesOf(join(folder, sumsName))
  if (sums === null) throw new Problem('NOT_A_BUNDLE', { folder })
  const publicKey = createPublicKey(key)
  try {
    writeWhole(join(folder, signatureName), sign(null, sums, key))
    writeWhole(join(folder, publicKeyName), publicKey.export({ type: 'spki', format: 'pem' }))
  } catch (error) {
    throw folderProblem(error, folder)
  }
  return fingerprintOf(publicKey)
}

/**
 * What the signature of a folder comes to. `knownKey`: a public key that came on another way than the folder; without it a
 * signature shows only that nothing changed since somebody signed, not who. KEY_UNREADABLE for the known key alone.
 */
export function checkSignature(folder: string, knownKey: string | null): SignatureState {
  const known = knownKey === null ? null : publicKeyOf(knownKey)
  const signature = bytesOf(join(folder, signatureName))
  const beside = bytesOf(join(folder, publicKeyName))
  if (signature === null && beside === null)
    return {
      state: 'none',
      fingerprint: null,
      findings: known === null ? [] : [{ code: 'SIGNATURE_MISSING', facts: { file: signatureName } }],
    }
  const own = beside === null ? null : readPublicKey(beside)
  const key = known ?? own
  const fingerprint = own === null ? null : fingerprintOf(own)
  const sums = bytesOf(join(folder, sumsName))
  const valid = key !== null && signature !== null && sums !== null && verify(null, sums, key, signature)
  if (valid && own !== null && fingerprintOf(key) === fingerprint)
    return { state: known === null ? 'own' : 'known', fingerprint, findings: [] }
  const isOther = known !== null && own !== null && signature !== null && sums !== null
  const byOwn = isOther && verify(null, sums, own, signature)
  return {
    state: 'wrong',
    fingerprint,
    findings: [
      byOwn
        ? { code: 'SIGNATURE_OTHER_KEY', facts: { file: signatureName, fingerprint: fingerprintOf(own) } }
        : { code: 'SIGNATURE_WRONG', facts: { file: signature === null ? publicKeyName : signatureName } },
    ],
  }
}

/** SHA-256 of the key as OpenSSL writes it in DER: `openssl pkey -pubin -in KEY -outform DER | sha256sum`. */
export function fingerprintOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

function privateKeyOf(file: string, passphrase: string | null): KeyObject {
  const text = bytesOf(file)
  if (text === null) throw new Problem('KEY_UNREADABLE', { file: basename(file) })
  try {
    const key = createPrivateKey({ key: text, format: 'pem', ...(passphrase === null ? {} : { passphrase }) })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch (error) {
    if (text.includes('ENCRYPTED')) throw new Problem('KEY_PASSPHRASE', { file: basename(file) }, { cause: error })
    throw new Problem('KEY_UNREADABLE', { file: basename(file) }, { cause: error })
  }
  throw new Problem('KEY_UNREADABLE', { file: basename(file) })
}

function publicKeyOf(file: string): KeyObject {
  const text = bytesOf(file)
  const key = text === null ? null : readPublicKey(text)
  if (key === null) throw new Problem('KEY_UNREADABLE', { file: basename(file) })
  return key
}

/** Null where it is no public Ed25519 key. A private one is refused here: an auditor has no business with it. */
function readPublicKey(text: Buffer): KeyObject | null {
  if (text.includes('PRIVATE KEY')) return null
  try {
    const key = createPublicKey({ key: text, format: 'pem' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** Null where there is no such file, or one far too large to be a key, a signature or sums. */
function bytesOf(file: string): Buffer | null {
  try {
    const entry = statSync(file, { throwIfNoEntry: false })
    if (entry === undefined || !entry.isFile()) return null
    if (!file.endsWith(sumsName) && entry.size > largestKey) return null
    return readFileSync(file)
  } catch (error) {
    throw problemOf(error, file)
  }
}

/**
 * What may come in over a window's port. The window's own client sends requests and tells of calls that it gives up, both as
 * JSON; anything else is not handed on. The handler behind it takes far more (files, forms, streams, headers), none of which
 * the contract has, and it ends the process over a message that it cannot read.
 */
import {
  onMessagePortClose,
  onMessagePortMessage,
  postMessagePortMessage,
  type SupportedMessagePort,
} from '@orpc/client/message-port'
import { z } from 'zod'

const number = z.string().min(1).max(100)
/** In the short names of the wire: number, address, body, kind (4: the call is given up). */
const wireMessage = z.union([
  z.strictObject({
    i: number,
    p: z.strictObject({
      u: z.string().max(500).startsWith('/'),
      b: z.strictObject({ json: z.unknown().optional(), meta: z.array(z.unknown()).optional() }).optional(),
    }),
  }),
  z.strictObject({ i: number, t: z.literal(4) }),
])

/** The same port, which hears only what the window's client says. What bears a number and is none of it is refused. */
export function gated(port: SupportedMessagePort): SupportedMessagePort {
  return {
    postMessage: (data: unknown) => {
      postMessagePortMessage(port, data)
    },
    onMessage: {
      addListener: (callback: (data: unknown) => void) => {
        onMessagePortMessage(port, (said: unknown) => {
          const parsed = parsedJson(said)
          const message = wireMessage.safeParse(parsed)
          if (message.success) callback(message.data)
          else refuse(port, parsed)
        })
      },
    },
    onDisconnect: {
      addListener: (callback: () => void) => {
        onMessagePortClose(port, callback)
      },
    },
  }
}

function parsedJson(said: unknown): unknown {
  if (typeof said !== 'string') return undefined
  try {
    return JSON.parse(said) as unknown
  } catch {
    return undefined
  }
}

/** Whoever waits for an answer under that number shall not wait for ever. */
function refuse(port: SupportedMessagePort, said: unknown): void {
  const { data } = z.object({ i: number }).safeParse(said)
  if (data === undefined) return
  const json = { defined: false, code: 'BAD_REQUEST', status: 400, message: 'malformed message' }
  postMessagePortMessage(port, JSON.stringify({ i: data.i, p: { s: 400, b: { json } } }))
}

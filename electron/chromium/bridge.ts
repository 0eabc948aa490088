/**
 * Carries the window's one message port over a browser binding. The page's half runs before anything of the page: it makes a
 * channel, hands one end to the page as Electron's preload would, and passes what arrives at the other end through the
 * binding. Binary goes as base64, since a binding carries JSON. Every message bears the number of its port: one that was sent
 * to a register process that has died meanwhile reaches nobody.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'
import { chromiumOrigin } from '#electron/assets.ts'

type Wire = { readonly port: number } & ({ readonly text: string } | { readonly base64: string })

export interface Bridge {
  /** Sends to the page's port of that number; what is sent while a batch is on its way goes with the next one. */
  send(port: number, data: string | Uint8Array): void
  /** Closes the page's port: its register process is gone. */
  close(): void
  /** Hands the page a fresh port. */
  open(port: number): void
  /** Tells the page that there will be no port: the register process cannot be started. */
  fail(): void
}

interface BridgeOptions {
  readonly onMessage: (port: number, data: string | Uint8Array) => void
  /** The page was loaded, anew or again: it will have a fresh port. */
  readonly onLoad: () => void
}

/** What may come out of the page, whoever sends it there. */
const fromPage = z.union([
  z.object({ loaded: z.string().max(100) }),
  z.object({ port: z.int(), text: z.string() }),
  z.object({ port: z.int(), base64: z.string() }),
])

const bindingName = 'daichoSend'

/** What the page is given before its own scripts run. Written as a function that is sent as text: it closes over nothing. */
function pageHalf(names: { binding: string; port: string; origin: string }) {
  if (window !== window.top || location.origin !== names.origin) return
  const page = window as unknown as Record<string, unknown>
  const binding = page[names.binding] as (wire: unknown) => Promise<void>
  Reflect.deleteProperty(page, names.binding)
  let near: MessagePort | null = null
  let far: MessagePort | null = null
  let number = 0
  let handed = 0
  let arrived = 0
  const decode = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const encode = (bytes: Uint8Array) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  /** Browsers do not tell a port that its other end was closed; Electron does, so the window listens for it. */
  const close = () => {
    near?.close()
    near = null
    far?.dispatchEvent(new Event('close'))
    far = null
  }
  // The page's own end, as the page will see it. A port that was closed on its way there is not delivered.
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data !== names.port) return
    // There will be none.
    if (event.ports.length === 0) return
    arrived += 1
    if (near === null || arrived < handed) event.stopImmediatePropagation()
    else far = event.ports[0] ?? null
  })
  /** This load of the page, told apart from the one before. */
  const load = String(Math.random())
  const open = (port: number, asked: string) => {
    // Meant for the load that was left: this one asks for its own, and would lose it again at once.
    if (asked !== load) return
    close()
    const channel = new MessageChannel()
    number = port
    near = channel.port1
    near.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') void binding({ port, text: data })
      else if (data instanceof ArrayBuffer) void binding({ port, base64: encode(new Uint8Array(data)) })
      else if (ArrayBuffer.isView(data))
        void binding({ port, base64: encode(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)) })
    }
    handed += 1
    window.postMessage(names.port, '*', [channel.port2])
  }
  const receive = (wires: readonly { port: number; text?: string; base64?: string }[]) => {
    for (const wire of wires)
      if (wire.port !== number) continue
      else if (wire.text !== undefined) near?.postMessage(wire.text)
      else if (wire.base64 !== undefined) near?.postMessage(decode(wire.base64))
  }
  Object.defineProperty(window, 'daichoBridge', {
    value: Object.freeze({ receive, open, close, load }),
    enumerable: false,
  })
  // A file that is dropped on the window would be opened in its place.
  for (const kind of ['dragover', 'drop'])
    window.addEventListener(kind, (event) => {
      if ((event as DragEvent).dataTransfer?.types.includes('Files') === true) event.preventDefault()
    })
  window.addEventListener('load', () => void binding({ loaded: load }))
}

interface PageBridge {
  receive(wires: readonly Wire[]): void
  open(port: number, asked: string): void
  close(): void
}
declare const daichoBridge: PageBridge

export async function bridgeTo(
  context: BrowserContext,
  page: Page,
  portMessage: string,
  options: BridgeOptions,
): Promise<Bridge> {
  /** Which load of the page has asked for a port last. */
  let load = ''
  await context.exposeBinding(bindingName, (source, said: unknown) => {
    // Only the window's own top frame at its own address speaks for the window.
    if (source.page !== page || source.frame !== page.mainFrame() || !isOurs(source.frame.url())) return
    const { data: wire } = fromPage.safeParse(said)
    if (wire === undefined) return
    if ('loaded' in wire) {
      load = wire.loaded
      options.onLoad()
    } else options.onMessage(wire.port, 'text' in wire ? wire.text : Buffer.from(wire.base64, 'base64'))
  })
  await context.addInitScript(pageHalf, { binding: bindingName, port: portMessage, origin: chromiumOrigin })
  let queue: Wire[] = []
  let sending = false
  const flush = async () => {
    if (sending) return
    sending = true
    try {
      while (queue.length > 0) {
        const batch = queue
        queue = []
        await page.evaluate((wires) => {
          daichoBridge.receive(wires)
        }, batch)
      }
    } catch {
      // The page is being left or closed: its port is gone with it, and a new load asks for a new one.
      queue = []
    } finally {
      sending = false
    }
  }
  return {
    send(port, data) {
      queue.push(
        typeof data === 'string' ? { port, text: data } : { port, base64: Buffer.from(data).toString('base64') },
      )
      void flush()
    },
    close() {
      queue = []
      page
        .evaluate(() => {
          daichoBridge.close()
        })
        .catch(() => undefined)
    },
    open(port) {
      page
        .evaluate(
          ([number, asked]) => {
            daichoBridge.open(number, asked)
          },
          [port, load] as const,
        )
        .catch(() => undefined)
    },
    fail() {
      page
        .evaluate((message) => {
          window.postMessage(message, '*')
        }, portMessage)
        .catch(() => undefined)
    },
  }
}

function isOurs(address: string): boolean {
  return URL.parse(address)?.origin === chromiumOrigin
}

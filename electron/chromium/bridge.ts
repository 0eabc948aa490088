/**
 * Carries the window's one message port over a browser binding. The page's half runs before anything of the page: it makes a
 * channel, hands one end to the page as Electron's preload would, and passes what arrives at the other end through the
 * binding. Binary goes as base64, since a binding carries JSON.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { chromiumOrigin } from '#electron/assets.ts'

type Wire = { readonly text: string } | { readonly base64: string }

export interface Bridge {
  /** Sends to the page's current port; what is sent while a batch is on its way goes with the next one. */
  send(data: string | Uint8Array): void
  /** Closes the page's port: its register process is gone. */
  close(): void
  /** Hands the page a fresh port. */
  open(): void
}

interface BridgeOptions {
  readonly onMessage: (data: string | Uint8Array) => void
  /** The page was loaded, anew or again: it will have a fresh port. */
  readonly onLoad: () => void
}

const bindingName = 'daichoSend'

/** What the page is given before its own scripts run. Written as a function that is sent as text: it closes over nothing. */
function pageHalf(names: { binding: string; port: string; origin: string }) {
  if (window !== window.top || location.origin !== names.origin) return
  const page = window as unknown as Record<string, unknown>
  const binding = page[names.binding] as (wire: unknown) => Promise<void>
  Reflect.deleteProperty(page, names.binding)
  let near: MessagePort | null = null
  const decode = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const encode = (bytes: Uint8Array) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  const open = () => {
    near?.close()
    const channel = new MessageChannel()
    near = channel.port1
    near.onmessage = (event: MessageEvent<unknown>) => {
      const { data } = event
      if (typeof data === 'string') void binding({ text: data })
      else void binding({ base64: encode(new Uint8Array(data as ArrayBuffer)) })
    }
    window.postMessage(names.port, '*', [channel.port2])
  }
  const receive = (wires: readonly { text?: string; base64?: string }[]) => {
    for (const wire of wires)
      if (wire.text !== undefined) near?.postMessage(wire.text)
      else if (wire.base64 !== undefined) near?.postMessage(decode(wire.base64))
  }
  Object.defineProperty(window, 'daichoBridge', {
    value: Object.freeze({ receive, open, close: () => near?.close() }),
    enumerable: false,
  })
  window.addEventListener('load', () => void binding({ loaded: true }))
}

interface PageBridge {
  receive(wires: readonly Wire[]): void
  open(): void
  close(): void
}
declare const daichoBridge: PageBridge

export async function bridgeTo(
  context: BrowserContext,
  page: Page,
  portMessage: string,
  options: BridgeOptions,
): Promise<Bridge> {
  await context.exposeBinding(bindingName, (source, wire: Wire | { readonly loaded: true }) => {
    // Only the window's own top frame at its own address speaks for the window.
    if (
      source.page !== page ||
      source.frame !== page.mainFrame() ||
      new URL(source.frame.url()).origin !== chromiumOrigin
    )
      return
    if ('loaded' in wire) options.onLoad()
    else options.onMessage('text' in wire ? wire.text : Buffer.from(wire.base64, 'base64'))
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
  const tell = (what: 'open' | 'close') => {
    page
      .evaluate((name) => {
        daichoBridge[name]()
      }, what)
      .catch(() => undefined)
  }
  return {
    send(data) {
      queue.push(typeof data === 'string' ? { text: data } : { base64: Buffer.from(data).toString('base64') })
      void flush()
    },
    close() {
      queue = []
      tell('close')
    },
    open() {
      tell('open')
    },
  }
}

/** Ctrl+C, a closed terminal and a polite request to end, as something to wait for: windows and folders are put away first. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export interface Signal {
  /** Resolves at the first signal. */
  readonly received: Promise<void>
  /** Leaves signals to Node again. */
  ignore(): void
}

export function untilSignal(): Signal {
  let receive: () => void = () => undefined
  const received = new Promise<void>((resolve) => {
    receive = resolve
  })
  for (const name of signals) process.on(name, receive)
  return {
    received,
    ignore() {
      for (const name of signals) process.off(name, receive)
    },
  }
}

/** How often a register process is started again: one that dies three times within a minute would die for ever. */
const most = 3
const within = 60_000

export class Restarts {
  #deaths: number[] = []

  /** Notes a death at this time (milliseconds). False where no other process is to follow. */
  died(now: number): boolean {
    this.#deaths = [...this.#deaths.filter((at) => now - at < within), now]
    return this.#deaths.length < most
  }

  /** A person asks for another try. */
  forgive(): void {
    this.#deaths = []
  }
}

/** The last of what a process wrote, for a report: enough for a stack, not for a register. */
export class Tail {
  #text = ''

  write(piece: string): void {
    this.#text = (this.#text + piece).slice(-4000)
  }

  get text(): string {
    return this.#text
  }
}

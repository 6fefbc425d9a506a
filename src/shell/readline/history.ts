// The history list as the editor walks through it.

export class HistoryWalk {
  /** Lines as they have been changed while walking, by index; the last one is the new line. */
  readonly #changed = new Map<number, string>()
  #index: number

  constructor(private readonly lines: readonly string[]) {
    this.#index = lines.length
  }

  /** One older or newer: what is then to be shown, null when there is none. `text` is what stands there now. */
  step(by: -1 | 1, text: string): string | null {
    const next = this.#index + by
    if (next < 0 || next > this.lines.length) return null
    return this.#go(next, text)
  }

  /** The first or the last (the new line). */
  jump(to: 'first' | 'last', text: string): string | null {
    return this.#go(to === 'first' ? 0 : this.lines.length, text)
  }

  #go(index: number, text: string): string {
    this.#changed.set(this.#index, text)
    this.#index = index
    return this.#changed.get(index) ?? this.lines[index] ?? ''
  }

  /** The index of the newest line before `from` that holds the text; null when there is none. */
  search(text: string, from: number, forward: boolean): number | null {
    for (let i = from; i >= 0 && i < this.lines.length; i += forward ? 1 : -1)
      if (this.lines[i]?.includes(text)) return i
    return null
  }

  at(index: number): string {
    return this.lines[index] ?? ''
  }

  get size(): number {
    return this.lines.length
  }

  /** Where a search that ended with this line leaves the walk. */
  settle(index: number): void {
    this.#index = index
  }
}

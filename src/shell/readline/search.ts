// Ctrl-R: the history searched as one types.
import type { HistoryWalk } from './history.ts'

export class Search {
  #query = ''
  #index: number
  #failed = false

  constructor(
    private readonly history: HistoryWalk,
    private readonly original: string,
    private forward: boolean,
  ) {
    this.#index = history.size
  }

  get prompt(): string {
    const kind = this.forward ? 'i-search' : 'reverse-i-search'
    return `(${this.#failed ? 'failed ' : ''}${kind})\`${this.#query}': `
  }

  /** The line found, or what was there before. */
  get text(): string {
    return this.#index < this.history.size ? this.history.at(this.#index) : this.original
  }

  /** Characters before the match. */
  get offset(): number {
    const at = this.text.lastIndexOf(this.#query)
    return at < 0 ? [...this.text].length : [...this.text.slice(0, at)].length
  }

  get index(): number {
    return this.#index
  }

  type(text: string): void {
    this.#query += text
    this.#find(this.#index)
  }

  erase(): void {
    this.#query = [...this.#query].slice(0, -1).join('')
    this.#index = this.history.size
    this.#find(this.#index)
  }

  /** The next one, older or newer. */
  again(forward: boolean): void {
    this.forward = forward
    if (this.#query !== '') this.#find(this.#index + (forward ? 1 : -1))
  }

  #find(from: number): void {
    if (this.#query === '') {
      this.#failed = false
      return
    }
    const start = Math.min(from, this.history.size - 1)
    const found = this.history.search(this.#query, start, this.forward)
    this.#failed = found === null
    if (found !== null) this.#index = found
  }
}

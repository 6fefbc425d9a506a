// The line being edited: characters, a cursor, what was killed.

/** Characters that belong to a word for Alt-B, Alt-D and their like. */
const WORD = /[\p{L}\p{N}]/u

export class EditLine {
  characters: string[] = []
  cursor = 0
  /** What Ctrl-K, -U and -W took, the last of them last. */
  readonly kills: string[] = []
  /** The last key killed too: the next kill goes with it. */
  #joining = false
  #typing = false
  #undo: { readonly characters: readonly string[]; readonly cursor: number }[] = []

  get text(): string {
    return this.characters.join('')
  }

  /** The text before the cursor. */
  get before(): string {
    return this.characters.slice(0, this.cursor).join('')
  }

  get atEnd(): boolean {
    return this.cursor === this.characters.length
  }

  set(text: string, cursor = Infinity): void {
    this.characters = [...text]
    this.cursor = Math.min(cursor, this.characters.length)
  }

  /** To be called before a key that changes the line, so that Ctrl-_ can take it back. */
  remember(typing = false): void {
    // What is typed in one go is taken back in one go.
    const joined = typing && this.#typing
    this.#typing = typing
    if (joined) return
    const last = this.#undo.at(-1)
    if (last && last.characters.length === this.characters.length && last.cursor === this.cursor) return
    this.#undo.push({ characters: this.characters.slice(), cursor: this.cursor })
    if (this.#undo.length > 200) this.#undo.shift()
  }

  undo(): void {
    const last = this.#undo.pop()
    if (!last) return
    this.characters = [...last.characters]
    this.cursor = last.cursor
  }

  forgetUndo(): void {
    this.#undo = []
  }

  insert(text: string): void {
    const added = [...text]
    this.characters.splice(this.cursor, 0, ...added)
    this.cursor += added.length
  }

  move(by: number): void {
    this.cursor = Math.max(0, Math.min(this.characters.length, this.cursor + by))
  }

  /** Characters from here up to there are gone. */
  remove(from: number, to: number): string {
    const taken = this.characters.splice(from, to - from).join('')
    this.cursor = from
    return taken
  }

  kill(from: number, to: number): void {
    const backward = to === this.cursor
    const taken = this.remove(from, to)
    if (taken === '') return
    if (this.#joining) {
      const last = this.kills.pop() ?? ''
      this.kills.push(backward ? taken + last : last + taken)
    } else this.kills.push(taken)
    this.#joining = true
  }

  /** A key that is no kill: the next kill starts anew. */
  endKill(): void {
    this.#joining = false
  }

  /** A key that types nothing: what is typed next is another piece to take back. */
  endTyping(): void {
    this.#typing = false
  }

  wordLeft(): number {
    let at = this.cursor
    while (at > 0 && !WORD.test(this.characters[at - 1] ?? '')) at--
    while (at > 0 && WORD.test(this.characters[at - 1] ?? '')) at--
    return at
  }

  wordRight(): number {
    let at = this.cursor
    const end = this.characters.length
    while (at < end && !WORD.test(this.characters[at] ?? '')) at++
    while (at < end && WORD.test(this.characters[at] ?? '')) at++
    return at
  }

  /** Back to white space: Ctrl-W. */
  spaceLeft(): number {
    let at = this.cursor
    while (at > 0 && /\s/.test(this.characters[at - 1] ?? '')) at--
    while (at > 0 && !/\s/.test(this.characters[at - 1] ?? '')) at--
    return at
  }

  /** Ctrl-T: the character before the cursor goes over the one at it. */
  transpose(): void {
    if (this.characters.length < 2 || this.cursor === 0) return
    const at = this.atEnd ? this.cursor - 1 : this.cursor
    const [a = '', b = ''] = [this.characters[at - 1], this.characters[at]]
    this.characters.splice(at - 1, 2, b, a)
    this.cursor = at + 1
  }
}

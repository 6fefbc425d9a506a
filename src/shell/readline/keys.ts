// Keystrokes out of what a terminal sends (xterm's sequences).

export interface Key {
  /** `text` for characters to be inserted, `paste` for bracketed paste, else the key's name: `up`, `ctrl-a`, `alt-b`. */
  readonly name: string
  readonly text: string
}

const CONTROL_NAMES: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\x1f': 'ctrl-_',
}

/** By the last character of a CSI or SS3 sequence. */
const FINAL: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  Z: 'shift-tab',
}

/** By the number before `~`. */
const NUMBERED: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'page-up',
  6: 'page-down',
  7: 'home',
  8: 'end',
}

const MODIFIERS: Readonly<Record<string, string>> = { 2: 'shift-', 3: 'alt-', 5: 'ctrl-', 7: 'alt-ctrl-' }

const PASTE_START = '\x1b[200~'
const PASTE_END = '\x1b[201~'

export class KeyDecoder {
  /** What has come and is not a whole key yet. */
  #rest = ''

  push(text: string): Key[] {
    this.#rest += text
    const keys: Key[] = []
    for (let key = this.#next(); key; key = this.#next()) keys.push(key)
    return keys
  }

  #next(): Key | null {
    const rest = this.#rest
    const first = rest[0]
    if (first === undefined) return null
    if (first === '\x1b') return this.#escape()
    if (first < ' ' || first === '\x7f') {
      this.#rest = rest.slice(1)
      const name = CONTROL_NAMES[first] ?? `ctrl-${String.fromCharCode(first.charCodeAt(0) + 96)}`
      return { name, text: first }
    }
    // All that can be inserted at once: a paste without brackets is drawn once.
    const run = /^[^\x00-\x1f\x7f]+/.exec(rest)?.[0] ?? first
    this.#rest = rest.slice(run.length)
    return { name: 'text', text: run }
  }

  #escape(): Key | null {
    const rest = this.#rest
    if (rest.startsWith(PASTE_START)) {
      const end = rest.indexOf(PASTE_END)
      if (end < 0) return null
      this.#rest = rest.slice(end + PASTE_END.length)
      return { name: 'paste', text: rest.slice(PASTE_START.length, end).replace(/\r\n?/g, '\n') }
    }
    const sequence = /^\x1b(?:\[([0-9;]*)([A-Za-z~])|O([A-Za-z]))/.exec(rest)
    if (sequence) {
      const [whole, parameters = '', final = '', single] = sequence
      this.#rest = rest.slice(whole.length)
      const [number = '', modifier = ''] = parameters.split(';')
      const name = final === '~' ? NUMBERED[number] : FINAL[single ?? final]
      return { name: name === undefined ? 'unknown' : `${MODIFIERS[modifier] ?? ''}${name}`, text: whole }
    }
    if (/^\x1b(?:\[[0-9;]*)?$|^\x1bO$/.test(rest)) return null
    const after = String.fromCodePoint(rest.codePointAt(1) ?? 0)
    this.#rest = rest.slice(1 + after.length)
    const name = CONTROL_NAMES[after] ?? after.toLowerCase()
    return { name: `alt-${name}`, text: after }
  }
}

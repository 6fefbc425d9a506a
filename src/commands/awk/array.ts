// Arrays as mawk keeps them: tables of lists, whose order `for (k in a)` shows. Ref: mawk array.w
// An entry is in the list of its number, of its text, or of both, as it was asked for; whatever is found or made moves
// to the front of its list.
import { numberToText } from './format.ts'
import { toInt, type Value } from './value.ts'

/** An element, or a variable that is none. */
export class Entry {
  value: Value = null
  text: string | null
  number: number | null
  hash = 0

  constructor(text: string | null, number: number | null) {
    this.text = text
    this.number = number
  }
}

const FIRST_SIZE = 64
const MOST_PER_LIST = 12

/** FNV-1a over the octets. */
function hashOf(text: string): number {
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return hash >>> 0
}

type Lists = Entry[][]

function lists(size: number): Lists {
  return Array.from({ length: size }, () => [])
}

export class AwkArray {
  /** What split made, as long as it is asked only for what is there; null: the tables hold all. */
  #row: Entry[] | null = null
  #byText: Lists | null = null
  #byNumber: Lists | null = null
  #tableSize = FIRST_SIZE
  size = 0

  clear(): void {
    this.#row = null
    this.#byText = null
    this.#byNumber = null
    this.#tableSize = FIRST_SIZE
    this.size = 0
  }

  /** What split leaves: 1…n. */
  load(values: readonly Value[]): void {
    this.clear()
    this.#row = values.map((value, i) => {
      const entry = new Entry(null, i + 1)
      entry.value = value
      return entry
    })
    this.size = values.length
  }

  find(key: Value, format: string): Entry | null {
    return this.size === 0 ? null : this.#lookUp(key, format, false)
  }

  /** Made when it is not there. */
  at(key: Value, format: string): Entry {
    return this.#lookUp(key, format, true) ?? new Entry('', null)
  }

  delete(key: Value, format: string): void {
    if (this.size === 0) return
    const number = wholeKey(key)
    if (number !== null && this.#row && (number < 1 || number > this.size)) return
    if (this.#row) this.#leaveRow()
    const entry = this.#lookUp(key, format, false)
    if (!entry) return
    if (entry.text !== null) drop(this.#textList(entry.hash), entry)
    if (entry.number !== null) drop(this.#numberList(entry.number), entry)
    if (--this.size === 0) this.clear()
  }

  /** In the order of `for (k in a)`. */
  keys(): readonly string[] {
    if (this.size === 0) return []
    const table = this.#textTable()
    return table.flatMap((list) => list.map((entry) => entry.text ?? ''))
  }

  #lookUp(key: Value, format: string, create: boolean): Entry | null {
    const number = wholeKey(key)
    if (number === null) return this.#byTextOf(keyText(key, format), create)
    if (this.#row) {
      const entry = this.#row[number - 1]
      if (entry || !create) return entry ?? null
      this.#leaveRow()
    }
    return this.#byNumberOf(number, create)
  }

  #byTextOf(text: string, create: boolean): Entry | null {
    const hash = hashOf(text)
    const table = this.#textTable()
    let list = table[hash & (this.#tableSize - 1)] ?? []
    let entry = list.find((other) => other.hash === hash && other.text === text)
    if (entry) drop(list, entry)
    else {
      if (!create) return null
      entry = new Entry(text, null)
      entry.hash = hash
      this.#grow()
      list = this.#textList(hash)
    }
    list.unshift(entry)
    return entry
  }

  #byNumberOf(number: number, create: boolean): Entry | null {
    this.#byNumber ??= lists(this.#tableSize)
    let list = this.#numberList(number)
    let entry = list.find((other) => other.number === number)
    if (entry) drop(list, entry)
    else {
      if (this.#byText) entry = this.#byTextOf(String(number), create) ?? undefined
      else if (create) {
        entry = new Entry(null, number)
        this.#grow()
      }
      if (!entry) return null
      entry.number = number
      list = this.#numberList(number)
    }
    list.unshift(entry)
    return entry
  }

  #textList(hash: number): Entry[] {
    return this.#byText?.[hash & (this.#tableSize - 1)] ?? []
  }

  #numberList(number: number): Entry[] {
    return this.#byNumber?.[number & (this.#tableSize - 1)] ?? []
  }

  /** Gives every entry its text. */
  #textTable(): Lists {
    if (this.#byText) return this.#byText
    if (this.#row) this.#leaveRow()
    const table = lists(this.#tableSize)
    for (const list of this.#byNumber ?? []) {
      for (const entry of list) {
        entry.text = String(entry.number)
        entry.hash = hashOf(entry.text)
        table[entry.hash & (this.#tableSize - 1)]?.unshift(entry)
      }
    }
    this.#byText = table
    return table
  }

  #leaveRow(): void {
    const row = this.#row ?? []
    this.#row = null
    while (row.length > this.#tableSize * MOST_PER_LIST) this.#tableSize *= 2
    this.#byNumber = lists(this.#tableSize)
    for (const entry of row) this.#numberList(entry.number ?? 0).unshift(entry)
  }

  /** One entry more: the tables double when their lists get long on average. */
  #grow(): void {
    if (++this.size <= this.#tableSize * MOST_PER_LIST) return
    const old = this.#tableSize
    this.#tableSize *= 2
    if (this.#byText) this.#byText = doubled(this.#byText, old, (entry) => entry.hash)
    if (this.#byNumber) this.#byNumber = doubled(this.#byNumber, old, (entry) => entry.number ?? 0)
  }
}

/** Each list is parted by one more bit, both parts in the order they had. */
function doubled(table: Lists, bit: number, keyOf: (entry: Entry) => number): Lists {
  const stay = table.map((list) => list.filter((entry) => (keyOf(entry) & bit) === 0))
  const move = table.map((list) => list.filter((entry) => (keyOf(entry) & bit) !== 0))
  return [...stay, ...move]
}

function drop(list: Entry[], entry: Entry): void {
  const i = list.indexOf(entry)
  if (i >= 0) list.splice(i, 1)
}

function wholeKey(key: Value): number | null {
  return typeof key === 'number' && toInt(key) === key ? key : null
}

function keyText(key: Value, format: string): string {
  if (typeof key === 'number') return numberToText(key, format)
  return key === null ? '' : typeof key === 'string' ? key : key.text
}

// The right side of an assignment expanded.
import type { ArrayValue, Assignment, Word } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import type { Assigned, Element } from '../assign.ts'
import { expandString, expandText, expandWord, parsedWord } from '../expand/word.ts'
import type { ShellState } from '../state.ts'

/** Null when an expansion failed. */
export function* expandAssignment(shell: ShellState, node: Assignment): Blocking<Assigned | null> {
  const { name, value } = node
  const append = node.append ?? false
  let subscript: string | null = null
  if (node.index) {
    subscript = yield* expandText(shell, node.index)
    if (subscript === null) return null
  }
  if (value.type === 'ArrayValue') {
    const elements = yield* expandElements(shell, value)
    return elements && { name, subscript, append, value: null, elements }
  }
  const text = yield* expandText(shell, value, 'assignment')
  return text === null ? null : { name, subscript, append, value: text, elements: [] }
}

export function* expandElements(shell: ShellState, node: ArrayValue): Blocking<readonly Element[] | null> {
  const out: Element[] = []
  for (const word of node.elements) {
    const keyed = keyedElement(word)
    if (keyed) {
      const subscript = yield* expandString(shell, keyed.subscript)
      const value = yield* expandText(shell, parsedWord(keyed.value), 'assignment')
      if (subscript === null || value === null) return null
      out.push({ subscript, value: keyed.value === '' ? '' : value, append: keyed.append })
      continue
    }
    const fields: string[] = []
    if (!(yield* expandWord(shell, word, fields))) return null
    for (const value of fields) out.push({ subscript: null, value, append: false })
  }
  return out
}

/** `[subscript]=value`, `[subscript]+=value` */
function keyedElement(word: Word): { subscript: string; value: string; append: boolean } | null {
  const { text } = word
  if (!text.startsWith('[')) return null
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '[') depth++
    else if (text[i] === ']' && --depth === 0) {
      const append = text.startsWith('+=', i + 1)
      if (!append && text[i + 1] !== '=') return null
      return { subscript: text.slice(1, i), value: text.slice(i + (append ? 3 : 2)), append }
    }
  }
  return null
}

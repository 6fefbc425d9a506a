// What a command word stands for: the order in which the shell looks.
import { isErrno } from '../../uapi/errno.ts'
import type { ShellState } from '../state.ts'

export const KEYWORDS: ReadonlySet<string> = new Set(
  'if then else elif fi case esac for select while until do done in function time { } ! [[ ]] coproc'.split(
    ' ',
  ),
)

export type Meaning =
  | { readonly kind: 'alias'; readonly text: string }
  | { readonly kind: 'keyword' | 'function' | 'builtin' }
  | { readonly kind: 'file'; readonly path: string; readonly hashed: boolean }

/** All meanings of a word, the one that counts first. `isBuiltin` is the registry's. */
export function meanings(
  shell: ShellState,
  word: string,
  isBuiltin: (name: string) => boolean,
  all: boolean,
): Meaning[] {
  const out: Meaning[] = []
  const alias = shell.shopts.has('expand_aliases') ? shell.aliases.get(word) : undefined
  if (alias !== undefined) out.push({ kind: 'alias', text: alias })
  if (KEYWORDS.has(word)) out.push({ kind: 'keyword' })
  if (shell.functions.has(word)) out.push({ kind: 'function' })
  if (isBuiltin(word)) out.push({ kind: 'builtin' })
  if (!all && out.length > 0) return out
  const known = shell.hash.get(word)
  if (known && !all) {
    shell.hash.set(word, { path: known.path, hits: known.hits + 1 })
    return [...out, { kind: 'file', path: known.path, hashed: true }]
  }
  for (const path of paths(shell, word, all)) out.push({ kind: 'file', path, hashed: false })
  return out
}

/** Files along PATH that can be run. */
export function paths(shell: ShellState, word: string, all: boolean): string[] {
  const { fs } = shell.p
  if (shell.dialect?.isApplet(word)) return [word]
  const candidates = word.includes('/')
    ? [word]
    : (shell.vars.get('PATH') ?? '')
        .split(':')
        .map((directory) => `${directory === '' ? '.' : directory}/${word}`)
  const found = candidates.filter((path) => {
    const stat = fs.stat(path)
    return !isErrno(stat) && stat.kind === 'file' && (stat.mode & 0o111) !== 0
  })
  return all ? found : found.slice(0, 1)
}

import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption } from './builtin.ts'
import { changeDirectory } from './cd.ts'

export const dirs: PlainBuiltin = builtin(
  'dirs',
  '[-clpv] [+N] [-N]',
  'Display directory stack.',
  (shell, args) => {
    let long = false
    let each = false
    let numbered = false
    let index: number | null = null
    for (const arg of args) {
      if (/^[-+]\d+$/.test(arg)) {
        index = entry(shell, arg)
        if (index === null) return shell.fail('dirs', `${arg.slice(1)}: directory stack index out of range`)
      } else if (/^-[clpv]+$/.test(arg)) {
        if (arg.includes('c')) {
          shell.directories = []
          return 0
        }
        long ||= arg.includes('l')
        each ||= arg.includes('p')
        numbered ||= arg.includes('v')
      } else if (arg.startsWith('-')) return invalidOption(shell, dirs, arg.slice(0, 2))
      else return shell.fail('dirs', `${arg}: invalid number`, 2)
    }
    const entries = stack(shell).map((path) => (long ? path : short(shell, path)))
    if (index !== null) return shell.emit('dirs', `${entries[index] ?? ''}\n`)
    if (numbered)
      return shell.emit('dirs', entries.map((path, i) => `${String(i).padStart(2)}  ${path}\n`).join(''))
    return shell.emit('dirs', each ? entries.map((path) => `${path}\n`).join('') : `${entries.join(' ')}\n`)
  },
)

export const pushd: PlainBuiltin = builtin(
  'pushd',
  '[-n] [+N | -N | dir]',
  'Add directories to stack.',
  (shell, args) => {
    const still = args[0] === '-n'
    const [given] = still ? args.slice(1) : args
    const entries = stack(shell)
    if (given === undefined) {
      const [first, second, ...rest] = entries
      if (first === undefined || second === undefined) return shell.fail('pushd', 'no other directory')
      return go(shell, 'pushd', [second, first, ...rest], second)
    }
    if (/^[-+]\d+$/.test(given)) {
      const index = entry(shell, given)
      if (entries.length < 2) return shell.fail('pushd', 'no other directory')
      if (index === null) return shell.fail('pushd', `${given}: directory stack index out of range`)
      return go(shell, 'pushd', [...entries.slice(index), ...entries.slice(0, index)], given)
    }
    if (given.startsWith('-') && given !== '-') return invalidOption(shell, pushd, given.slice(0, 2))
    if (still) {
      shell.directories = [given, ...shell.directories]
      return show(shell)
    }
    return go(shell, 'pushd', [given, ...entries], given)
  },
)

export const popd: PlainBuiltin = builtin(
  'popd',
  '[-n] [+N | -N]',
  'Remove directories from stack.',
  (shell, args) => {
    const still = args[0] === '-n'
    const [given] = still ? args.slice(1) : args
    const entries = stack(shell)
    if (entries.length < 2) return shell.fail('popd', 'directory stack empty')
    const index = given === undefined ? 0 : /^[-+]\d+$/.test(given) ? entry(shell, given) : undefined
    if (index === undefined) return shell.fail('popd', `${given}: invalid argument`)
    if (index === null) return shell.fail('popd', `${given}: directory stack index out of range`)
    if (index > 0 || still) {
      const at = still && index === 0 ? 0 : index - 1
      shell.directories = shell.directories.filter((_, i) => i !== at)
      return show(shell)
    }
    return go(shell, 'popd', entries.slice(1), entries[1] ?? '')
  },
)

/** The present directory first. */
function stack(shell: ShellState): string[] {
  return [shell.vars.get('PWD') ?? shell.p.fs.cwd(), ...shell.directories]
}

/** `+N` counts from the top, `-N` from the bottom. */
function entry(shell: ShellState, text: string): number | null {
  const size = shell.directories.length + 1
  const n = Number(text.slice(1))
  const index = text.startsWith('+') ? n : size - 1 - n
  return index >= 0 && index < size ? index : null
}

function short(shell: ShellState, path: string): string {
  const home = shell.vars.get('HOME')
  if (!home || home === '/') return path
  return path === home ? '~' : path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path
}

function show(shell: ShellState): number {
  return shell.emit(
    'dirs',
    `${stack(shell)
      .map((path) => short(shell, path))
      .join(' ')}\n`,
  )
}

/** Goes to the first of the entries and keeps the others. */
function go(shell: ShellState, name: string, entries: readonly string[], given: string): number {
  const [top = '/', ...rest] = entries
  const errno = changeDirectory(shell, top)
  if (errno) return shell.fail(name, `${given}: ${errno.text}`)
  shell.directories = rest
  return show(shell)
}

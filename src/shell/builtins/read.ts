import type { Blocking, OpenFile } from '../../os/program.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'
import { assign, assignArray } from '../assign.ts'
import type { Ifs } from '../expand/sink.ts'
import { ifsOf } from '../expand/sink.ts'
import type { ShellState } from '../state.ts'
import { isName } from '../variables.ts'
import type { Options, PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, notSupported, parseOptions, usageError } from './builtin.ts'

export const read: PlainBuiltin = builtin(
  'read',
  '[-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]',
  'Read a line from the standard input and split it into fields.',
  (shell, args) => {
    const options = parseOptions(args, 'ers', 'adinNptu')
    if (options.wrong !== null) {
      if (!options.wrong.startsWith(':')) return invalidOption(shell, read, options.wrong)
      shell.report(`read: ${options.wrong.slice(1)}: option requires an argument`)
      return usageError(shell, read)
    }
    return run(shell, options)
  },
)

function* run(shell: ShellState, options: Options): Blocking<number> {
  const { letters, values, rest } = options
  if (letters.has('i')) return notSupported(shell, 'read', '-i')
  for (const name of rest) if (!isName(name)) return shell.fail('read', `\`${name}': not a valid identifier`)
  const fd = Number(values.get('u') ?? 0)
  const file = shell.p.io.fds.get(fd)
  if (!file) return shell.fail('read', `${fd}: invalid file descriptor: Bad file descriptor`)
  const timeout = values.get('t')
  if (timeout !== undefined && !/^\d*\.?\d*$/.test(timeout))
    return shell.fail('read', `${timeout}: invalid timeout specification`)
  if (timeout !== undefined && Number(timeout) === 0) return isReady(file) ? 0 : 1
  const prompt = values.get('p')
  if (prompt !== undefined && file.tty) shell.err(prompt)
  const exact = values.get('N')
  const count = exact ?? values.get('n')
  if (count !== undefined && !/^\d+$/.test(count)) return shell.fail('read', `${count}: invalid number`)
  const silent = letters.has('s') && file.tty ? file.tty : null
  if (silent) silent.mode = 'raw'
  const input = yield* take(shell, fd, {
    raw: letters.has('r'),
    delimiter: exact === undefined ? ([...(values.get('d') ?? '\n')][0] ?? '\0') : null,
    count: count === undefined ? Infinity : Number(count),
    until: timeout === undefined ? Infinity : shell.p.clock.now() + Number(timeout) * 1e9,
  })
  if (silent) silent.mode = 'cooked'
  const array = values.get('a')
  if (array !== undefined) {
    const fields = splitFields(input.text, input.escaped, ifsOf(shell), Infinity)
    if (
      !assignArray(
        shell,
        array,
        fields.map((value) => ({ subscript: null, value, append: false })),
        false,
      )
    )
      return 1
  } else if (!store(shell, rest, input, exact !== undefined)) return 1
  return input.status
}

/** `-t 0`: whether a read would not wait; nothing is taken. */
function isReady(file: OpenFile): boolean {
  return file.tty === null && file.read(0) !== EAGAIN
}

interface Wanted {
  readonly raw: boolean
  /** Null: nothing ends it but the count. */
  readonly delimiter: string | null
  readonly count: number
  readonly until: number
}

interface Input {
  readonly text: string
  /** Positions in `text` of characters that a backslash took the meaning from. */
  readonly escaped: ReadonlySet<number>
  readonly status: number
}

/** Octet by octet: what comes after the line is left for whoever reads next. */
function* take(shell: ShellState, fd: number, wanted: Wanted): Blocking<Input> {
  const file = shell.p.io.fds.get(fd)
  const escaped = new Set<number>()
  let text = ''
  let length = 0
  let pending: number[] = []
  let backslash = false
  for (;;) {
    if (length >= wanted.count) return { text, escaped, status: 0 }
    const octets = file ? file.read(1) : new Uint8Array()
    if (isErrno(octets)) {
      if (octets.name !== 'EAGAIN' || !file) return { text, escaped, status: 1 }
      const reason = yield { on: [file], until: wanted.until }
      if (reason === 'timeout') return { text, escaped, status: 142 }
      if (reason === 'signal' && (shell.pendingTraps.length > 0 || shell.interrupted))
        return { text, escaped, status: 130 }
      continue
    }
    const [octet] = octets
    if (octet === undefined) {
      text += decodeUtf8(Uint8Array.from(pending))
      return { text, escaped, status: 1 }
    }
    if (pending.length > 0 && (octet & 0xc0) !== 0x80) {
      // What began as a character is none.
      text += decodeUtf8(Uint8Array.from(pending))
      length += pending.length
      pending = []
    }
    pending.push(octet)
    if (octet >= 0x80 && pending.length < sequenceLength(pending[0] ?? 0)) continue
    const c = decodeUtf8(Uint8Array.from(pending))
    pending = []
    if (backslash) {
      backslash = false
      if (c === '\n') continue
      escaped.add(text.length)
    } else if (c === wanted.delimiter) return { text, escaped, status: 0 }
    else if (c === '\\' && !wanted.raw) {
      backslash = true
      continue
    }
    if (c === '\0') continue
    text += c
    length++
  }
}

function sequenceLength(first: number): number {
  return first >= 0xf5 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1
}

function store(shell: ShellState, names: readonly string[], input: Input, exact: boolean): boolean {
  if (names.length === 0) return assign(shell, 'REPLY', null, input.text)
  const values = exact ? [input.text] : splitFields(input.text, input.escaped, ifsOf(shell), names.length)
  return names.every((name, i) => assign(shell, name, null, values[i] ?? ''))
}

/** At most `most` fields; the last one takes the rest of the line, without IFS white space at its end. */
function splitFields(text: string, escaped: ReadonlySet<number>, ifs: Ifs, most: number): string[] {
  const fields: string[] = []
  const isIfs = (i: number): boolean => !escaped.has(i) && ifs.all.includes(text[i] ?? '\0')
  const isWhite = (i: number): boolean => !escaped.has(i) && ifs.white.includes(text[i] ?? '\0')
  const n = text.length
  let at = 0
  while (at < n && isWhite(at)) at++
  while (at < n) {
    if (fields.length === most - 1) {
      fields.push(lastField(text, at, isIfs, isWhite))
      return fields
    }
    let end = at
    while (end < n && !isIfs(end)) end++
    fields.push(text.slice(at, end))
    at = end
    while (at < n && isWhite(at)) at++
    if (at < n && isIfs(at)) at++
    while (at < n && isWhite(at)) at++
  }
  return fields
}

function lastField(
  text: string,
  from: number,
  isIfs: (i: number) => boolean,
  isWhite: (i: number) => boolean,
): string {
  let end = text.length
  while (end > from && isWhite(end - 1)) end--
  // A single delimiter at the end belongs to nobody when the field has none within.
  if (end > from && isIfs(end - 1) && !isWhite(end - 1)) {
    let inner = false
    for (let i = from; i < end - 1; i++) if (isIfs(i)) inner = true
    if (!inner) end--
    while (end > from && isWhite(end - 1)) end--
  }
  return text.slice(from, end)
}

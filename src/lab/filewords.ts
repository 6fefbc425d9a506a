// The commands that make files what they are.
import { quoted, word } from './shellquote.ts'
import type { MachineState } from './worldstate.ts'

export function fileCommands(from: MachineState | null, to: MachineState): string[] {
  const before: ReadonlyMap<string, string> = from?.files ?? new Map<string, string>()
  const there = new Set(from?.directories ?? [])
  const wanted = to.directories.filter((d) => !there.has(d))
  const commands = wanted
    // Making a directory makes those above it.
    .filter((d) => !wanted.some((other) => other.startsWith(`${d}/`)))
    .map((d) => `mkdir -p ${word(d)}`)
  for (const path of before.keys()) if (!to.files.has(path)) commands.push(`rm ${word(path)}`)
  for (const [path, text] of to.files) if (before.get(path) !== text) commands.push(write(path, text))
  return commands
}

function write(path: string, text: string): string {
  if (text === '') return `: > ${word(path)}`
  const line = text.slice(0, -1)
  if (!text.endsWith('\n') || /[^\n\t\u0020-\u{10ffff}]/u.test(text))
    return `printf %b ${octal(text)} > ${word(path)}`
  if (!line.includes('\n') && !/^-[neE]/.test(line)) return `echo ${word(line)} > ${word(path)}`
  let end = 'EOF'
  while (line.split('\n').includes(end)) end += '_'
  return `cat > ${word(path)} <<'${end}'\n${text}${end}`
}

/** Every octet that is not plain as `\0NNN`. */
function octal(text: string): string {
  const escaped = text.replace(
    /[\\\u0000-\u001f]/g,
    (c) => `\\0${c.charCodeAt(0).toString(8).padStart(3, '0')}`,
  )
  return quoted(escaped)
}

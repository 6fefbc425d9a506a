// What `docker COMMAND --help` prints. Ref: spf13/pflag flag.go:FlagUsagesWrapped(), docker/cli cli/cobra.go
import type { CommandSpec, Group, Node } from './tree.ts'
import type { Flag } from './flags.ts'

export function commandHelp(path: string, spec: CommandSpec, columns: number): string {
  let text = `Usage:  ${usageLine(path, spec)}\n\n${spec.long ?? spec.short}\n`
  if (spec.known !== undefined) text += `\nAliases:\n  ${spec.known}\n`
  const shown = spec.flags.filter((flag) => !flag.hidden)
  if (shown.length > 0) text += `\nOptions:\n${flagUsages(withHelp(spec.flags, shown), columns - 1)}`
  return text
}

/** A command that uses -h for something else shows its --help. */
function withHelp(all: readonly Flag[], shown: readonly Flag[]): readonly Flag[] {
  if (!all.some((flag) => flag.short === 'h')) return shown
  const help: Flag = { name: 'help', type: 'bool', usage: 'Print usage' }
  return [...shown, help].sort((a, b) => (a.name < b.name ? -1 : 1))
}

export function groupHelp(path: string, group: Group, columns: number): string {
  const use = group.flags.length > 0 ? `${path} [OPTIONS] COMMAND` : `${path} COMMAND`
  let text = `Usage:  ${use}\n\n${group.long ?? group.short}\n`
  if (group.flags.length > 0) text += `\nOptions:\n${flagUsages(group.flags, columns - 1)}`
  for (const [title, names] of sections(group)) text += `\n${title}:\n${commandList(group.children, names)}`
  return `${text}\nRun '${path} COMMAND --help' for more information on a command.\n`
}

function sections(group: Group): (readonly [string, readonly string[]])[] {
  const managing = group.children.filter((child) => 'children' in child).map(({ name }) => name)
  const plain = group.children.filter((child) => !('children' in child)).map(({ name }) => name)
  const all: (readonly [string, readonly string[]])[] = [
    ['Management Commands', managing],
    ['Commands', plain],
  ]
  return all.filter(([, names]) => names.length > 0)
}

/** Names in a column that is 11 wide at least. */
export function commandList(children: readonly Node[], names: readonly string[], mark = ''): string {
  const width = Math.max(11, ...children.map(({ name }) => name.length))
  return names
    .map((name) => {
      const child = children.find((candidate) => candidate.name === name)
      const label = child?.plugin ? `${name}*` : name
      return `  ${label.padEnd(width)} ${child?.short ?? ''}${mark}\n`
    })
    .join('')
}

/** `docker run [OPTIONS] IMAGE [COMMAND] [ARG...]`. */
export function usageLine(path: string, spec: CommandSpec): string {
  return spec.use === '' ? path : `${path} ${spec.use}`
}

export function flagUsages(flags: readonly Flag[], columns: number): string {
  const heads = flags.map((flag) => {
    const name = flag.short === undefined ? `      --${flag.name}` : `  -${flag.short}, --${flag.name}`
    return flag.type === 'bool' ? name : `${name} ${flag.type}`
  })
  const widest = Math.max(...heads.map((head) => head.length)) + 1
  return flags
    .map((flag, i) => {
      const head = heads[i] ?? ''
      return `${head}${' '.repeat(widest - head.length)}  ${wrap(widest + 2, columns, flag.usage)}\n`
    })
    .join('')
}

/** Ref: pflag flag.go:wrap(): lines behind column `indent`, up to `width`; a few letters over are let stand. */
function wrap(indent: number, width: number, text: string): string {
  let margin = indent
  let space = width - margin
  let out = ''
  if (space < 24) {
    margin = 16
    space = width - margin
    out = `\n${' '.repeat(margin)}`
  }
  const pad = `\n${' '.repeat(margin)}`
  if (space < 24) return text.replaceAll('\n', out)
  const slop = 5
  let [line, rest] = wrapLine(space - slop, slop, text)
  out += line.replaceAll('\n', pad)
  while (rest !== '') {
    ;[line, rest] = wrapLine(space - slop, slop, rest)
    out += pad + line.replaceAll('\n', pad)
  }
  return out
}

function wrapLine(length: number, slop: number, text: string): [string, string] {
  if (length + slop > text.length) return [text, '']
  const head = text.slice(0, length)
  const at = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\t'), head.lastIndexOf('\n'))
  if (at <= 0) return [text, '']
  const newline = head.lastIndexOf('\n')
  const cut = newline > 0 && newline < at ? newline : at
  return [text.slice(0, cut), text.slice(cut + 1)]
}

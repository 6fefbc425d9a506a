import { EISDIR, isErrno } from '../../../../uapi/errno.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'

/** --env-file and -e as `NAME=value`; a name alone takes the client's own value. The words of what is wrong. */
export function envList(cli: DockerCli, flags: ParsedFlags): string[] | string {
  const pairs: string[] = []
  for (const path of flags.list('env-file')) {
    const lines = fileLines(cli, path)
    if (typeof lines === 'string') return lines
    pairs.push(...lines)
  }
  pairs.push(...flags.list('env'))
  return pairs.flatMap((pair) => {
    if (pair.includes('=')) return [pair]
    const own = cli.p.env.get(pair)
    return own === undefined ? [] : [`${pair}=${own}`]
  })
}

/** Lines that say something, or why there are none. */
export function fileLines(cli: DockerCli, path: string): string[] | string {
  const text = cli.p.fs.readText(path)
  if (isErrno(text)) {
    const words = `${path}: ${text.text.charAt(0).toLowerCase()}${text.text.slice(1)}`
    return text === EISDIR ? `invalid env file (${path}): read ${words}` : `open ${words}`
  }
  return text.split('\n').flatMap((line) => {
    const trimmed = line.trimStart()
    return trimmed === '' || trimmed.startsWith('#') ? [] : [trimmed]
  })
}

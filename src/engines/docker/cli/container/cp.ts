// Ref: docker/cli cli/command/container/cp.go, moby pkg/archive/copy.go
import type { Blocking, Process } from '../../../../os/program.ts'
import { isErrno, type Errno } from '../../../../uapi/errno.ts'
import { decodeBase64 } from '../../../../commands/lib/base64.ts'
import { decodeUtf8 } from '../../../../wire/utf8.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import { packTree, unpack } from '../../lib/archive.ts'
import { humanSize } from '../../lib/humanize.ts'
import { emitTar, parseTar, type TarEntry } from '../../lib/tar.ts'
import { exactArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { CommandSpec } from '../lib/tree.ts'

const MODE_DIR = 0x8000_0000

interface PathStat {
  readonly name: string
  readonly mode: number
}

export const cpSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n\tdocker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH',
  short: 'Copy files/folders between a container and the local filesystem',
  long:
    'Copy files/folders between a container and the local filesystem\n\n' +
    "Use '-' as the source to read a tar archive from stdin\nand extract it to a directory destination in a container.\n" +
    "Use '-' as the destination to stream a tar archive of a\ncontainer source to stdout.",
  known: 'docker container cp, docker cp',
  args: exactArgs(2),
  flags: [
    { name: 'archive', short: 'a', type: 'bool', usage: 'Archive mode (copy all uid/gid information)' },
    { name: 'follow-link', short: 'L', type: 'bool', usage: 'Always follow symbol link in SRC_PATH' },
    {
      name: 'quiet',
      short: 'q',
      type: 'bool',
      usage:
        'Suppress progress output during copy. Progress output is automatically suppressed if no terminal is attached',
    },
  ],
  *run(cli, flags, [source = '', destination = '']) {
    if (source === '') return cli.fail('source can not be empty')
    if (destination === '') return cli.fail('destination can not be empty')
    const from = splitPath(source)
    const to = splitPath(destination)
    if (from.container !== '' && to.container !== '')
      return cli.fail('copying between containers is not supported')
    if (from.container === '' && to.container === '')
      return cli.fail('must specify at least one container source')
    const quiet = flags.has('quiet') ? flags.bool('quiet') : !cli.p.io.isatty(1)
    const copied =
      from.container === '' ? yield* copyIn(cli, from.path, to) : yield* copyOut(cli, from, to.path)
    if (typeof copied === 'string') return cli.fail(copied)
    if (isFailure(copied)) return cli.fail(copied)
    if (!quiet && copied > 0) cli.err(`Successfully copied ${humanSize(copied, 3)} to ${destination}\n`)
    return 0
  },
}

interface Place {
  readonly container: string
  readonly path: string
}

/** `web:/etc/hosts`; what begins with a slash or a dot is here. */
function splitPath(text: string): Place {
  const colon = text.indexOf(':')
  if (colon <= 0 || /^[./]/.test(text)) return { container: '', path: text }
  return { container: text.slice(0, colon), path: text.slice(colon + 1) }
}

function* statIn(cli: DockerCli, { container, path }: Place): Blocking<PathStat | ApiFailure> {
  const answer = yield* cli.api.octets({
    method: 'HEAD',
    path: `/containers/${container}/archive`,
    query: { path },
  })
  if (isFailure(answer)) return answer
  const header = answer.fields.get('x-docker-container-path-stat') ?? ''
  return JSON.parse(decodeUtf8(decodeBase64(header) ?? new Uint8Array(0))) as PathStat
}

/** The archive's size, the words of what is wrong, or the daemon's. */
function* copyIn(cli: DockerCli, path: string, to: Place): Blocking<number | string | ApiFailure> {
  const { p } = cli
  const source = path === '-' ? null : p.fs.stat(path)
  if (isErrno(source)) return `lstat ${absolute(p, path).replace(/^\/(?=[^/]*$)/, '//')}: ${lower(source)}`
  const target = yield* statIn(cli, to)
  if (isFailure(target) && to.path.endsWith('/') && source?.kind !== 'dir') return 'no such directory'
  const intoDirectory = !isFailure(target) && (target.mode & MODE_DIR) !== 0
  if (isFailure(target)) {
    // An answer to HEAD has no words: is it the container that is missing, or the path?
    const found = yield* cli.api.get(`/containers/${to.container}/json`)
    if (isFailure(found)) return found
  }
  let entries: TarEntry[] | Errno | null
  if (path === '-') {
    const octets = yield* readAll(p)
    entries = parseTar(octets)
    if (entries === null) return 'archive/tar: invalid tar header'
    if (!intoDirectory) return `destination "${to.container}:${to.path}" must be a directory`
  } else {
    const contents = source?.kind === 'dir' && (path.endsWith('/.') || (isFailure(target) && !intoDirectory))
    const base = absolute(p, path).split('/').at(-1) ?? ''
    const name = intoDirectory ? base : (to.path.replace(/\/+$/, '').split('/').at(-1) ?? '')
    entries = packTree(p, path.replace(/\/\.$/, ''), contents && intoDirectory ? '' : name)
  }
  if (isErrno(entries)) return lower(entries)
  const archive = emitTar(entries.filter(({ name }) => name !== ''))
  const directory = intoDirectory ? to.path : to.path.replace(/\/+$/, '').replace(/\/?[^/]*$/, '') || '/'
  const sent = yield* cli.api.octets({
    method: 'PUT',
    path: `/containers/${to.container}/archive`,
    query: { path: directory, noOverwriteDirNonDir: true },
    raw: archive,
  })
  return isFailure(sent) ? sent : archive.length
}

function* copyOut(cli: DockerCli, from: Place, path: string): Blocking<number | string | ApiFailure> {
  const { p } = cli
  const answer = yield* cli.api.octets({
    method: 'GET',
    path: `/containers/${from.container}/archive`,
    query: { path: from.path.replace(/\/\.$/, '') },
  })
  if (isFailure(answer)) return answer
  if (path === '-') {
    cli.out(answer.body)
    return 0
  }
  const entries = parseTar(answer.body) ?? []
  const [first] = entries
  const stat = p.fs.stat(path)
  const parent = absolute(p, path).replace(/\/[^/]*$/, '') || '/'
  if (isErrno(stat) && isErrno(p.fs.stat(parent)))
    return `invalid output path: directory ${JSON.stringify(parent)} does not exist`
  const contents = from.path.endsWith('/.')
  const isDirectory = !isErrno(stat) && stat.kind === 'dir'
  if (isErrno(stat) && path.endsWith('/') && first?.kind !== 'dir') return `no such directory`
  const top = first?.name ?? ''
  const renamed = isDirectory ? (contents ? '' : top) : (absolute(p, path).split('/').at(-1) ?? '')
  const moved = entries.map((entry) => ({
    ...entry,
    name: (renamed + entry.name.slice(top.length)).replace(/^\//, ''),
  }))
  const error = unpack(
    p,
    isDirectory ? path : parent,
    moved.filter(({ name }) => name !== ''),
  )
  return error ? lower(error) : answer.body.length
}

function* readAll(p: Process): Blocking<Uint8Array> {
  const pieces: number[] = []
  for (;;) {
    const data = yield* p.io.read(0)
    if (isErrno(data) || data.length === 0) return Uint8Array.from(pieces)
    pieces.push(...data)
  }
}

function absolute(p: Process, path: string): string {
  const names = path.startsWith('/')
    ? []
    : p.fs
        .cwd()
        .split('/')
        .filter((name) => name !== '')
  for (const name of path.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return `/${names.join('/')}`
}

function lower(error: Errno): string {
  return error.text.charAt(0).toLowerCase() + error.text.slice(1)
}

// mount of util-linux 2.38. Ref: util-linux sys-utils/mount.c, libmount/src/context_mount.c
import { ENOENT, isErrno, type Errno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { mountTable } from '../lib/mounts.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

const PROPAGATIONS = [
  'make-shared',
  'make-slave',
  'make-private',
  'make-unbindable',
  'make-rshared',
  'make-rslave',
  'make-rprivate',
  'make-runbindable',
] as const

type MountOption =
  | 'all'
  | 'bind'
  | 'rbind'
  | 'move'
  | 'options'
  | 'types'
  | 'ro'
  | 'rw'
  | 'verbose'
  | 'quiet'
  | 'h'
  | 'V'
  | (typeof PROPAGATIONS)[number]

const OPTIONS: OptionTable<MountOption> = {
  all: ['-a, --all', 'mount all filesystems mentioned in fstab: there are none'],
  bind: ['-B, --bind', 'mount a subtree somewhere else (same as -o bind)'],
  rbind: ['-R, --rbind', 'mount a subtree and all submounts somewhere else'],
  move: ['-M, --move', 'move a subtree to some other place'],
  options: ['-o, --options LIST', 'comma-separated list of mount options'],
  types: [
    '-t, --types LIST',
    'filesystem type: proc, sysfs, tmpfs, devtmpfs, devpts, mqueue, cgroup2, overlay',
  ],
  ro: ['-r, --read-only', 'mount the filesystem read-only (same as -o ro)'],
  rw: ['-w, --rw, --read-write', 'mount the filesystem read-write (default)'],
  verbose: ['-v, --verbose', 'say what is being done'],
  quiet: ['-n, -l, --no-mtab, --show-labels', 'nothing: there is no table to be written and no label'],
  h: ['-h, --help', 'display this help'],
  V: ['-V, --version', 'display version'],
  'make-shared': ['--make-shared', 'mark a subtree as shared'],
  'make-slave': ['--make-slave', 'mark a subtree as slave'],
  'make-private': ['--make-private', 'mark a subtree as private'],
  'make-unbindable': ['--make-unbindable', 'mark a subtree as unbindable'],
  'make-rshared': ['--make-rshared', 'recursively mark a whole subtree as shared'],
  'make-rslave': ['--make-rslave', 'recursively mark a whole subtree as slave'],
  'make-rprivate': ['--make-rprivate', 'recursively mark a whole subtree as private'],
  'make-runbindable': ['--make-runbindable', 'recursively mark a whole subtree as unbindable'],
}

/** Mount(8), EXIT STATUS: the mount failed. */
const FAILED = 32

export const mountCommand: Command = defineTool<MountOption>({
  name: 'mount',
  path: '/usr/bin/mount',
  summary: 'mount a filesystem',
  usage: ['[-t TYPE] [-o OPTIONS] SOURCE DIRECTORY', '--bind OLDDIR NEWDIR', '[-t TYPE]'],
  options: OPTIONS,
  refused: [
    '-f',
    '--fake',
    '-c',
    '--no-canonicalize',
    '-T',
    '--fstab',
    '-L',
    '--label',
    '-U',
    '--uuid',
    '-N',
    '--namespace',
  ],
  main: mount,
})

function mount(tool: Tool, args: Args<MountOption>): number {
  const { operands } = args
  if (args.has('V')) {
    tool.out.print('mount from util-linux 2.38.1 (libmount 2.38.1)\n')
    return 0
  }
  if (args.has('all')) return 0
  if (operands.length > 2) return tool.usageError('bad usage')
  const words = optionWords(args)
  const propagation = PROPAGATIONS.filter((id) => args.has(id))
  const [first, second] = operands
  if (first === undefined) {
    return propagation.length > 0 || words.size > 0
      ? tool.usageError('bad usage')
      : list(tool, args.last('types'))
  }
  if (propagation.length > 0) return propagate(tool, propagation, second ?? first)
  if (words.has('remount')) return remount(tool, words, second ?? first)
  if (second === undefined) {
    if (words.has('bind') || words.has('rbind'))
      return failed(tool, first, `mount(2) system call failed: ${ENOENT.text}.`)
    tool.complain(`${first}: can't find in /etc/fstab.`)
    return 1
  }
  if (words.has('move')) return move(tool, first, second)
  const isBind = words.has('bind') || words.has('rbind')
  const status = isBind ? bind(tool, words, first, second) : mountNew(tool, args, words, first, second)
  if (status === 0 && args.has('verbose')) {
    tool.out.print(
      isBind ? `mount: ${first} bound on ${second}.\n` : `mount: ${first} mounted on ${second}.\n`,
    )
  }
  return status
}

/** Of -o and of the options that stand for its words. */
function optionWords(args: Args<MountOption>): Set<string> {
  const words = new Set(args.all('options').flatMap((text) => splitOptions(text)))
  for (const id of ['bind', 'rbind', 'move', 'ro'] as const) if (args.has(id)) words.add(id)
  return words
}

function splitOptions(text: string): readonly string[] {
  return text.split(',').filter((word) => word !== '' && word !== 'defaults')
}

const PROGRAMS_OWN: ReadonlySet<string> = new Set(['bind', 'rbind', 'move', 'remount'])

function forKernel(words: ReadonlySet<string>): string {
  return [...words].filter((word) => !PROGRAMS_OWN.has(word)).join(',')
}

function list(tool: Tool, type: string | null): number {
  const types = type?.split(',') ?? null
  for (const { source, path, type: kind, options } of mountTable(tool.p)) {
    if (types && !types.includes(kind)) continue
    tool.out.print(`${source} on ${path} type ${kind} (${options})\n`)
  }
  return 0
}

function mountNew(
  tool: Tool,
  args: Args<MountOption>,
  words: ReadonlySet<string>,
  source: string,
  target: string,
): number {
  const { fs } = tool.p
  const type = args.last('types')
  const point = fs.stat(target)
  if (isErrno(point)) return failed(tool, target, 'mount point does not exist.')
  const at = fs.realpath(target)
  if (type === null) return failed(tool, at, `special device ${source} does not exist.`)
  const error = fs.mount(source, target, type, forKernel(words))
  return error === null ? 0 : failed(tool, at, reason(error, source, type))
}

/** Ref: libmount/src/context_mount.c:mnt_context_get_mount_excode() */
function reason(error: Errno, source: string, type: string): string {
  switch (error.name) {
    case 'ENOENT':
      return `special device ${source} does not exist.`
    case 'ENODEV':
      return source.startsWith('/')
        ? `unknown filesystem type '${type}'.`
        : `special device ${source} does not exist.`
    case 'ENOTDIR':
      return 'mount point is not a directory.'
    case 'EBUSY':
      return `${source} already mounted or mount point busy.`
    case 'EINVAL':
      return (
        `wrong fs type, bad option, bad superblock on ${source}, missing codepage or helper program, ` +
        'or other error.'
      )
    default:
      return `mount(2) system call failed: ${error.text}.`
  }
}

function bind(tool: Tool, words: ReadonlySet<string>, from: string, to: string): number {
  const { fs } = tool.p
  const [source, point] = [fs.stat(from), fs.stat(to)]
  if (isErrno(point)) return failed(tool, to, 'mount point does not exist.')
  const at = fs.realpath(to)
  if (isErrno(source)) return failed(tool, at, `special device ${from} does not exist.`)
  if (source.kind === 'dir' && point.kind !== 'dir')
    return failed(tool, at, 'mount point is not a directory.')
  const error = fs.bind(from, to, forKernel(words))
  return error === null ? 0 : failed(tool, at, `mount(2) system call failed: ${error.text}.`)
}

function move(tool: Tool, from: string, to: string): number {
  const { fs } = tool.p
  const point = fs.stat(to)
  if (isErrno(point)) return failed(tool, to, 'mount point does not exist.')
  const source = fs.realpath(from)
  const isMount = mountTable(tool.p).some(({ path }) => path === source)
  const error = isMount ? (fs.bind(from, to) ?? fs.umount(from)) : null
  return isMount && error === null ? 0 : failed(tool, fs.realpath(to), `bad option.`)
}

function remount(tool: Tool, words: ReadonlySet<string>, target: string): number {
  const { fs } = tool.p
  if (isErrno(fs.stat(target))) return failed(tool, target, 'mount point does not exist.')
  const error = fs.remount(target, forKernel(words))
  return error === null ? 0 : failed(tool, fs.realpath(target), 'mount point not mounted or bad option.')
}

/** What this mount namespace tells others of its mounts: a private one hears nothing of its parent's either. */
function propagate(tool: Tool, ids: readonly (typeof PROPAGATIONS)[number][], target: string): number {
  const { fs } = tool.p
  if (isErrno(fs.stat(target))) return failed(tool, target, 'mount point does not exist.')
  const path = fs.realpath(target)
  if (!mountTable(tool.p).some((mounted) => mounted.path === path)) {
    return failed(tool, path, 'not mount point or bad option.')
  }
  if (path === '/' && ids.includes('make-rprivate')) fs.makePrivate()
  return 0
}

function failed(tool: Tool, at: string, why: string): number {
  tool.complain(`${at}: ${why}\n       dmesg(1) may have more information after failed mount system call.`)
  return FAILED
}

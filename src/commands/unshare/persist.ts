// `--net=FILE` and its like: a namespace that lives on where its file is mounted.
import type { Blocking, OpenFile } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import { NAMESPACE_KINDS, type NamespaceKind } from '../../uapi/namespace.ts'
import type { Args } from '../lib/options.ts'
import type { Tool } from '../lib/tool.ts'
import type { UnshareOption } from './unshare.ts'

/** Children's namespaces are what is kept of `pid` and `time`. Ref: unshare.c:namespace_files */
function nameOf(kind: NamespaceKind): string {
  return kind === 'pid' || kind === 'time' ? `${kind}_for_children` : kind
}

/** Mounts them where `before`, the mount namespace that was left, shows it. False after the complaint. */
export function* keepNamespaces(
  tool: Tool,
  args: Args<UnshareOption>,
  before: OpenFile | Errno,
): Blocking<boolean> {
  const { p } = tool
  const kept = NAMESPACE_KINDS.flatMap((kind) => {
    const file = args.last(kind)
    return file === null ? [] : [{ from: `/proc/${p.pid}/ns/${nameOf(kind)}`, to: absolute(tool, file) }]
  })
  if (kept.length === 0) return true
  const helper = p.procs.spawn(
    function* (c) {
      if (!isErrno(before)) c.ns.setns(before, 'mnt')
      for (const { from, to } of kept) {
        const error = c.fs.bind(from, to)
        if (!error) continue
        c.io.err(`${tool.name}: mount ${from} on ${to} failed: ${error.text}\n`)
        return 1
      }
      return 0
    },
    { argv: p.argv },
  )
  const ended = yield* p.procs.wait(helper)
  return !isErrno(ended) && ended.status === 0
}

function absolute(tool: Tool, file: string): string {
  const cwd = tool.p.fs.cwd()
  return file.startsWith('/') ? file : `${cwd === '/' ? '' : cwd}/${file}`
}

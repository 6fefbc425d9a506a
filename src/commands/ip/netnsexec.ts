// `ip netns exec`.
import type { Blocking, Process } from '../../os/program.ts'
import { ENOENT, isErrno } from '../../uapi/errno.ts'
import { IpContext } from './context.ts'
import { switchNetns } from './namespace.ts'
import { netnsNames } from './nsid.ts'

const EXEC_FAILED = 1

/** In the namespace NAME. In a batch a child runs it, so that the batch goes on. */
export function* execIn(
  ctx: IpContext,
  name: string,
  command: string,
  argv: readonly string[],
): Blocking<number> {
  ctx.out.flush()
  if (ctx.options.batch !== null) return yield* inChild(ctx, name, command, argv)
  if (!switchNetns(ctx, name)) return 255
  return yield* execute(ctx.p, ctx, command, argv)
}

function* execute(p: Process, ctx: IpContext, command: string, argv: readonly string[]): Blocking<number> {
  const path = p.procs.find(command)
  const status = path === null ? ENOENT : yield* p.procs.exec(path, argv)
  if (!isErrno(status)) return status
  ctx.err(`exec of "${command}" failed: ${status.text}\n`)
  return EXEC_FAILED
}

function* inChild(ctx: IpContext, name: string, command: string, argv: readonly string[]): Blocking<number> {
  const pid = ctx.p.procs.spawn(
    function* (child) {
      const own = new IpContext(ctx.program, child, ctx.options)
      if (!switchNetns(own, name)) return 255
      return yield* execute(child, own, command, argv)
    },
    { argv: ctx.p.argv },
  )
  const status = yield* ctx.p.procs.wait(pid)
  if (isErrno(status) || status.signal !== null) ctx.exit(1)
  return status.status
}

/** `-all`: in each namespace in turn, under its name; what they return is not looked at. */
export function* execAll(ctx: IpContext, command: string, argv: readonly string[]): Blocking<number> {
  for (const name of netnsNames(ctx)) {
    ctx.out.line(`\nnetns: ${name}\n`)
    ctx.out.flush()
    yield* inChild(ctx, name, command, argv)
  }
  return 0
}

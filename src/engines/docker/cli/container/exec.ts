// Ref: docker/cli cli/command/container/exec.go
import type { Blocking } from '../../../../os/program.ts'
import type { ExecInspect } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { lacksTerminal, streamAttachment, type AttachedStreams } from './attachment.ts'
import { envList } from './envList.ts'

export const execSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER COMMAND [ARG...]',
  short: 'Execute a command in a running container',
  known: 'docker container exec, docker exec',
  args: minArgs(2),
  flags: [
    { name: 'detach', short: 'd', type: 'bool', usage: 'Detached mode: run command in the background' },
    { name: 'detach-keys', type: 'string', usage: 'Override the key sequence for detaching a container' },
    { name: 'env', short: 'e', type: 'list', usage: 'Set environment variables' },
    { name: 'env-file', type: 'list', usage: 'Read in a file of environment variables' },
    { name: 'interactive', short: 'i', type: 'bool', usage: 'Keep STDIN open even if not attached' },
    { name: 'privileged', type: 'bool', usage: 'Give extended privileges to the command' },
    { name: 'tty', short: 't', type: 'bool', usage: 'Allocate a pseudo-TTY' },
    {
      name: 'user',
      short: 'u',
      type: 'string',
      usage: 'Username or UID (format: "<name|uid>[:<group|gid>]")',
    },
    { name: 'workdir', short: 'w', type: 'string', usage: 'Working directory inside the container' },
  ],
  optionsFirst: true,
  *run(cli, flags, args) {
    const [name = '', ...Cmd] = args
    const detached = flags.bool('detach')
    const env = envList(cli, flags)
    if (typeof env === 'string') return cli.fail(env)
    return yield* execInContainer(cli, name, {
      Cmd,
      tty: flags.bool('tty'),
      stdin: flags.bool('interactive') && !detached,
      detached,
      user: flags.string('user'),
      workdir: flags.string('workdir'),
      privileged: flags.bool('privileged'),
      env,
      detachKeys: flags.string('detach-keys'),
    })
  },
}

export interface ExecOptions {
  readonly Cmd: readonly string[]
  readonly tty: boolean
  readonly stdin: boolean
  readonly detached: boolean
  readonly user: string
  readonly workdir: string
  readonly privileged: boolean
  readonly env: readonly string[]
  readonly detachKeys: string
}

export function* execInContainer(cli: DockerCli, name: string, options: ExecOptions): Blocking<number> {
  const { Cmd, tty, stdin, detached, env, detachKeys } = options
  const found = yield* cli.api.get(`/containers/${name}/json`)
  if (isFailure(found)) return cli.fail(found)
  if (tty && stdin && lacksTerminal(cli.p)) return cli.fail('the input device is not a TTY')
  const created = yield* cli.api.post<{ Id: string }>(
    `/containers/${name}/exec`,
    {},
    {
      User: options.user,
      Privileged: options.privileged,
      Tty: tty,
      AttachStdin: stdin && !detached,
      AttachStderr: !detached,
      AttachStdout: !detached,
      DetachKeys: detachKeys,
      Env: env.length > 0 ? env : null,
      WorkingDir: options.workdir,
      Cmd,
    },
  )
  if (isFailure(created)) return cli.fail(created)
  const path = `/exec/${created.Id}`
  if (detached) {
    const started = yield* cli.api.post(`${path}/start`, {}, { Detach: true, Tty: tty })
    return isFailure(started) ? cli.fail(started, 126) : 0
  }
  return yield* runAttached(
    cli,
    path,
    { stdin, stdout: true, stderr: true, tty },
    detachKeys === '' ? 'ctrl-p,ctrl-q' : detachKeys,
  )
}

function* runAttached(
  cli: DockerCli,
  path: string,
  streams: AttachedStreams,
  detachKeys: string,
): Blocking<number> {
  const window = cli.p.io.fds.get(1)?.tty
  const ConsoleSize = streams.tty && window ? [window.rows, window.columns] : null
  const body = { Detach: false, Tty: streams.tty, ConsoleSize }
  const channel = yield* cli.api.hijack({ method: 'POST', path: `${path}/start`, body })
  if (isFailure(channel)) return cli.fail(channel)
  const ended = yield* streamAttachment(cli, channel, streams, {
    detachKeys,
    signals: null,
    resize: streams.tty ? `${path}/resize` : null,
  })
  if (ended === 'detached') return 0
  const exec = yield* cli.api.get<ExecInspect>(`${path}/json`)
  return isFailure(exec) ? 1 : (exec.ExitCode ?? 0)
}

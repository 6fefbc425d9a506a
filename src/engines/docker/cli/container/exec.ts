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
    const tty = flags.bool('tty')
    const stdin = flags.bool('interactive') && !detached
    const Env = envList(cli, flags)
    if (typeof Env === 'string') return cli.fail(Env)
    const found = yield* cli.api.get(`/containers/${name}/json`)
    if (isFailure(found)) return cli.fail(found)
    if (tty && stdin && lacksTerminal(cli.p)) return cli.fail('the input device is not a TTY')
    const created = yield* cli.api.post<{ Id: string }>(
      `/containers/${name}/exec`,
      {},
      {
        User: flags.string('user'),
        Privileged: flags.bool('privileged'),
        Tty: tty,
        AttachStdin: stdin,
        AttachStderr: !detached,
        AttachStdout: !detached,
        DetachKeys: flags.string('detach-keys'),
        Env: Env.length > 0 ? Env : null,
        WorkingDir: flags.string('workdir'),
        Cmd,
      },
    )
    if (isFailure(created)) return cli.fail(created)
    const path = `/exec/${created.Id}`
    if (detached) {
      const started = yield* cli.api.post(`${path}/start`, {}, { Detach: true, Tty: tty })
      return isFailure(started) ? cli.fail(started, 126) : 0
    }
    const streams = { stdin, stdout: true, stderr: true, tty }
    return yield* runAttached(cli, path, streams, flags.string('detach-keys', 'ctrl-p,ctrl-q'))
  },
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

// Ref: docker/cli cli/command/container/attach.go
import type { ContainerInspect } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { exactArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { lacksTerminal, openAttachment, streamAttachment } from './attachment.ts'
import { waitFor } from './waiting.ts'

export const attachSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER',
  short: 'Attach local standard input, output, and error streams to a running container',
  known: 'docker container attach, docker attach',
  args: exactArgs(1),
  flags: [
    { name: 'detach-keys', type: 'string', usage: 'Override the key sequence for detaching a container' },
    { name: 'no-stdin', type: 'bool', usage: 'Do not attach STDIN' },
    { name: 'sig-proxy', type: 'bool', usage: 'Proxy all received signals to the process (default true)' },
  ],
  *run(cli, flags, [name = '']) {
    const container = yield* cli.api.get<ContainerInspect>(`/containers/${name}/json`)
    if (isFailure(container)) return cli.fail(container)
    const { State, Config, Id } = container
    if (!State.Running) return cli.fail('You cannot attach to a stopped container, start it first')
    if (State.Paused) return cli.fail('You cannot attach to a paused container, unpause it first')
    if (State.Restarting)
      return cli.fail('You cannot attach to a restarting container, wait until it is running')
    const streams = {
      stdin: !flags.bool('no-stdin') && Config.OpenStdin,
      stdout: true,
      stderr: true,
      tty: Config.Tty,
    }
    if (Config.Tty && streams.stdin && lacksTerminal(cli.p)) return cli.fail('the input device is not a TTY')
    const waiting = yield* waitFor(cli, Id, 'not-running')
    const channel = yield* openAttachment(cli, Id, streams)
    if (isFailure(channel)) return cli.fail(channel)
    const ended = yield* streamAttachment(cli, channel, streams, {
      detachKeys: flags.string('detach-keys', 'ctrl-p,ctrl-q'),
      signals: flags.bool('sig-proxy', true) && !Config.Tty ? Id : null,
      resize: Config.Tty ? `/containers/${Id}/resize` : null,
    })
    return ended === 'detached' ? cli.fail('read escape sequence') : yield* waiting()
  },
}

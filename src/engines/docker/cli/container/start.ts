// Ref: docker/cli cli/command/container/start.go
import type { ContainerInspect } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { openAttachment, streamAttachment } from './attachment.ts'
import { waitFor } from './waiting.ts'

export const startSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Start one or more stopped containers',
  known: 'docker container start, docker start',
  args: minArgs(1),
  flags: [
    { name: 'attach', short: 'a', type: 'bool', usage: 'Attach STDOUT/STDERR and forward signals' },
    { name: 'checkpoint', type: 'string', usage: 'Restore from this checkpoint' },
    { name: 'checkpoint-dir', type: 'string', usage: 'Use a custom checkpoint storage directory' },
    { name: 'detach-keys', type: 'string', usage: 'Override the key sequence for detaching a container' },
    { name: 'interactive', short: 'i', type: 'bool', usage: "Attach container's STDIN" },
  ],
  *run(cli, flags, args) {
    const [name = ''] = args
    if (flags.bool('attach') || flags.bool('interactive')) {
      if (args.length > 1) return cli.fail('you cannot start and attach multiple containers at once')
      const container = yield* cli.api.get<ContainerInspect>(`/containers/${name}/json`)
      if (isFailure(container)) return cli.fail(container)
      const { Config, Id } = container
      const streams = {
        stdin: flags.bool('interactive') && Config.OpenStdin,
        stdout: flags.bool('attach'),
        stderr: flags.bool('attach'),
        tty: Config.Tty,
      }
      const channel = yield* openAttachment(cli, Id, streams)
      if (isFailure(channel)) return cli.fail(channel)
      const waiting = yield* waitFor(cli, Id, 'next-exit')
      const started = yield* cli.api.post(`/containers/${Id}/start`)
      if (isFailure(started)) {
        channel.close()
        return cli.fail(`${started.message}\nError: failed to start containers: ${name}`)
      }
      const ended = yield* streamAttachment(cli, channel, streams, {
        detachKeys: flags.string('detach-keys', 'ctrl-p,ctrl-q'),
        signals: flags.bool('sig-proxy', true) && !Config.Tty ? Id : null,
        resize: Config.Tty ? `/containers/${Id}/resize` : null,
      })
      return ended === 'detached' ? 0 : yield* waiting()
    }
    const failed: string[] = []
    for (const term of args) {
      const started = yield* cli.api.post(`/containers/${term}/start`)
      if (isFailure(started)) {
        cli.err(`${started.message}\n`)
        failed.push(term)
      } else cli.out(`${term}\n`)
    }
    return failed.length > 0 ? cli.fail(`Error: failed to start containers: ${failed.join(', ')}`) : 0
  },
}

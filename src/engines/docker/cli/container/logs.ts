// Ref: docker/cli cli/command/container/logs.go
import type { ContainerInspect } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { Demultiplexer, STDERR } from '../../http/rawStream.ts'
import { exactArgs } from '../lib/args.ts'
import { timesQuery } from '../lib/time.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const logsSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER',
  short: 'Fetch the logs of a container',
  known: 'docker container logs, docker logs',
  args: exactArgs(1),
  flags: [
    { name: 'details', type: 'bool', usage: 'Show extra details provided to logs' },
    { name: 'follow', short: 'f', type: 'bool', usage: 'Follow log output' },
    {
      name: 'since',
      type: 'string',
      usage:
        'Show logs since timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)',
    },
    {
      name: 'tail',
      short: 'n',
      type: 'string',
      usage: 'Number of lines to show from the end of the logs (default "all")',
    },
    { name: 'timestamps', short: 't', type: 'bool', usage: 'Show timestamps' },
    {
      name: 'until',
      type: 'string',
      usage:
        'Show logs before a timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)',
    },
  ],
  *run(cli, flags, [name = '']) {
    const container = yield* cli.api.get<ContainerInspect>(`/containers/${name}/json`)
    if (isFailure(container)) return cli.fail(container)
    const tty = container.Config.Tty
    const frames = new Demultiplexer()
    const times = timesQuery(flags, cli.now(), (flag) => `invalid value for ${JSON.stringify(flag)}: `)
    if (typeof times === 'string') return cli.fail(times)
    const query = {
      stdout: true,
      stderr: true,
      tail: flags.string('tail', 'all'),
      ...(flags.bool('follow') ? { follow: true } : {}),
      ...(flags.bool('timestamps') ? { timestamps: true } : {}),
      ...(flags.bool('details') ? { details: true } : {}),
      ...times,
    }
    const failed = yield* cli.api.pieces(
      { method: 'GET', path: `/containers/${container.Id}/logs`, query },
      (data) => {
        if (tty) cli.out(data)
        else for (const [stream, piece] of frames.feed(data)) cli.write(stream === STDERR ? 2 : 1, piece)
      },
    )
    return failed ? cli.fail(failed) : 0
  },
}

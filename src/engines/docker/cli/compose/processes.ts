// `docker compose top` and `images`: what a project's containers run.
import type { ImageSummary } from '../../api/others.ts'
import type { TopResponse } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { humanDuration, humanSize } from '../../lib/humanize.ts'
import { minArgs } from '../lib/args.ts'
import { alignTable } from '../lib/table.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { nameOf, numberOf, projectContainers, serviceOf } from './containers.ts'
import { loadProject } from './load.ts'

export const composeTopSpec: CommandSpec = {
  use: '[SERVICES...]',
  short: 'Display the running processes',
  args: minArgs(0),
  flags: [{ name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' }],
  *run(cli, _flags, names) {
    const project = loadProject(cli, cli.group)
    if (typeof project === 'string') return cli.fail(project)
    const found = yield* projectContainers(cli, project.name)
    if (isFailure(found)) return cli.fail(found)
    const rows: string[][] = []
    for (const container of found) {
      const service = serviceOf(container)
      if (container.State !== 'running' || (names.length > 0 && !names.includes(service))) continue
      const top = yield* cli.api.get<TopResponse>(`/containers/${container.Id}/top`)
      if (isFailure(top)) return cli.fail(top)
      if (rows.length === 0) rows.push(['SERVICE', '#', ...top.Titles])
      for (const process of top.Processes) rows.push([service, String(numberOf(container)), ...process])
    }
    cli.out(alignTable(rows, 4, 2))
    return 0
  },
}

export const composeImagesSpec: CommandSpec = {
  use: '[OPTIONS] [SERVICE...]',
  short: 'List images used by the created containers',
  args: minArgs(0),
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    {
      name: 'format',
      type: 'string',
      usage: 'Format the output. Values: [table | json] (default "table")',
      refused: true,
    },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display IDs' },
  ],
  *run(cli, flags, names) {
    const project = loadProject(cli, cli.group)
    if (typeof project === 'string') return cli.fail(project)
    const found = yield* projectContainers(cli, project.name)
    if (isFailure(found)) return cli.fail(found)
    const images = yield* cli.api.get<ImageSummary[]>('/images/json')
    if (isFailure(images)) return cli.fail(images)
    const shown = found.filter((each) => names.length === 0 || names.includes(serviceOf(each)))
    if (flags.bool('quiet')) {
      const ids = new Set(shown.map(({ ImageID }) => ImageID.replace('sha256:', '')))
      cli.out([...ids].map((id) => `${id}\n`).join(''))
      return 0
    }
    const rows = shown.map((container) => {
      const image = images.find(({ Id }) => Id === container.ImageID)
      const [repository = '<none>', tag = '<none>'] = image?.RepoTags[0]?.split(/:(?=[^/:]*$)/) ?? []
      return [
        nameOf(container),
        repository,
        tag,
        'linux/amd64',
        container.ImageID.replace('sha256:', '').slice(0, 12),
        humanSize(image?.Size ?? 0, 3),
        `${humanDuration(cli.now() - (image?.Created ?? 0))} ago`,
      ]
    })
    const titles = ['CONTAINER', 'REPOSITORY', 'TAG', 'PLATFORM', 'IMAGE ID', 'SIZE', 'CREATED']
    cli.out(alignTable([titles, ...rows], 20, 1))
    return 0
  },
}

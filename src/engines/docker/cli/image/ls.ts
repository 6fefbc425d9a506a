// Ref: docker/cli cli/command/image/list.go, formatter/image.go
import type { GoStruct } from '../../../lib/gotemplate/value.ts'
import type { ImageSummary } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import { humanDuration, humanSize } from '../../lib/humanize.ts'
import { truncateId } from '../../lib/ids.ts'
import { maxArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import { filterQuery } from '../lib/filters.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import { formatTime } from '../lib/time.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'

const FORMAT: ListFormat = {
  typeName: '*formatter.imageContext',
  headers: {
    ID: 'IMAGE ID',
    Repository: 'REPOSITORY',
    Tag: 'TAG',
    Digest: 'DIGEST',
    CreatedSince: 'CREATED',
    CreatedAt: 'CREATED AT',
    Size: 'SIZE',
    Containers: 'CONTAINERS',
    VirtualSize: 'SIZE',
    SharedSize: 'SHARED SIZE',
    UniqueSize: 'UNIQUE SIZE',
  },
  table: '{{.Repository}}\\t{{.Tag}}\\t{{.ID}}\\t{{.CreatedSince}}\\t{{.Size}}',
  quiet: '{{.ID}}',
}
const WITH_DIGEST = '{{.Repository}}\\t{{.Tag}}\\t{{.Digest}}\\t{{.ID}}\\t{{.CreatedSince}}\\t{{.Size}}'

export const imagesSpec: CommandSpec = {
  use: '[OPTIONS] [REPOSITORY[:TAG]]',
  short: 'List images',
  known: 'docker image ls, docker image list, docker images',
  args: maxArgs(1),
  flags: [
    { name: 'all', short: 'a', type: 'bool', usage: 'Show all images (default hides intermediate images)' },
    { name: 'digests', type: 'bool', usage: 'Show digests' },
    { name: 'filter', short: 'f', type: 'filter', usage: 'Filter output based on conditions provided' },
    LIST_FORMAT,
    { name: 'no-trunc', type: 'bool', usage: "Don't truncate output" },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Only show image IDs' },
    { name: 'tree', type: 'bool', usage: 'List multi-platform images as a tree (EXPERIMENTAL)' },
  ],
  *run(cli, flags, [name]) {
    const format = flags.string('format')
    const counted = /{{.*\.Containers\b|{{ *json *\. *}}|^json$/.test(format)
    const list = yield* cli.api.get<ImageSummary[]>('/images/json', {
      ...(flags.bool('all') ? { all: true } : {}),
      ...(counted ? { 'shared-size': true } : {}),
      ...filterQuery(flags, name === undefined ? [] : [`reference=${name}`]),
    })
    if (isFailure(list)) return cli.fail(list)
    const trunc = !flags.bool('no-trunc')
    const quiet = flags.bool('quiet')
    const rows = list.flatMap((image) => rowsOf(cli, image, trunc))
    const unique =
      quiet && format === ''
        ? rows.filter(({ ID }, i) => rows.findIndex((row) => row['ID'] === ID) === i)
        : rows
    return printList(cli, FORMAT, unique, {
      format,
      quiet,
      ...(flags.bool('digests') ? { table: WITH_DIGEST } : {}),
    })
  },
}

/** A row a tag; an image without one is `<none>`. */
export function rowsOf(cli: DockerCli, image: ImageSummary, trunc: boolean): GoStruct[] {
  const tags = image.RepoTags.length > 0 ? image.RepoTags : ['<none>:<none>']
  return tags.map((name) => {
    const colon = name.lastIndexOf(':')
    const size = humanSize(image.Size, 3)
    return {
      ID: trunc ? truncateId(image.Id) : image.Id,
      Repository: name.slice(0, colon),
      Tag: name.slice(colon + 1),
      Digest: '<none>',
      CreatedSince: `${humanDuration(cli.now() - image.Created)} ago`,
      CreatedAt: formatTime(image.Created),
      Size: size,
      Containers: image.Containers < 0 ? 'N/A' : String(image.Containers),
      VirtualSize: humanSize(image.Size),
      SharedSize: image.SharedSize < 0 ? 'N/A' : humanSize(image.SharedSize),
      UniqueSize: image.SharedSize < 0 ? 'N/A' : humanSize(image.Size - image.SharedSize),
    }
  })
}

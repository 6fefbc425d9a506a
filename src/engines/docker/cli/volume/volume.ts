// Ref: docker/cli cli/command/volume
import type { Volume } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import { maxArgs, minArgs, NO_ARGS } from '../lib/args.ts'
import { forEach } from '../lib/each.ts'
import { filterQuery } from '../lib/filters.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import { inspectAll } from '../lib/inspectFormat.ts'
import { pruneSpec } from '../lib/prune.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { INSPECT_FORMAT, LIST_FORMAT } from '../lib/formatFlag.ts'

const FORMAT: ListFormat = {
  typeName: '*formatter.volumeContext',
  headers: {
    Name: 'VOLUME NAME',
    Driver: 'DRIVER',
    Scope: 'SCOPE',
    Mountpoint: 'MOUNTPOINT',
    Labels: 'LABELS',
    Links: 'LINKS',
    Size: 'SIZE',
    Availability: 'AVAILABILITY',
    Group: 'GROUP',
    Status: 'STATUS',
  },
  table: '{{.Driver}}\\t{{.Name}}',
  quiet: '{{.Name}}',
}

export const volumeLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List volumes',
  known: 'docker volume ls, docker volume list',
  args: NO_ARGS,
  flags: [
    {
      name: 'cluster',
      type: 'bool',
      usage: 'Display only cluster volumes, and use cluster volume list formatting',
    },
    { name: 'filter', short: 'f', type: 'filter', usage: 'Provide filter values (e.g. "dangling=true")' },
    LIST_FORMAT,
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display volume names' },
  ],
  *run(cli, flags) {
    const list = yield* cli.api.get<{ Volumes: Volume[] }>('/volumes', filterQuery(flags))
    if (isFailure(list)) return cli.fail(list)
    const rows = list.Volumes.map((volume) => ({
      Name: volume.Name,
      Driver: volume.Driver,
      Scope: volume.Scope,
      Mountpoint: volume.Mountpoint,
      Labels: Object.entries(volume.Labels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
      Links: 'N/A',
      Size: 'N/A',
      Availability: 'N/A',
      Group: 'N/A',
      Status: 'N/A',
      Label: (name: unknown) => volume.Labels?.[String(name)] ?? '',
    }))
    return printList(cli, FORMAT, rows, { format: flags.string('format'), quiet: flags.bool('quiet') })
  },
}

export const volumeCreateSpec: CommandSpec = {
  use: '[OPTIONS] [VOLUME]',
  short: 'Create a volume',
  args: maxArgs(1),
  flags: [
    {
      name: 'availability',
      type: 'string',
      usage: 'Cluster Volume availability ("active", "pause", "drain") (default "active")',
    },
    { name: 'driver', short: 'd', type: 'string', usage: 'Specify volume driver name (default "local")' },
    { name: 'group', type: 'string', usage: 'Cluster Volume group (cluster volumes)' },
    { name: 'label', type: 'list', usage: 'Set metadata for a volume' },
    { name: 'limit-bytes', type: 'bytes', usage: 'Minimum size of the Cluster Volume in bytes' },
    { name: 'opt', short: 'o', type: 'map', usage: 'Set driver specific options (default map[])' },
    { name: 'required-bytes', type: 'bytes', usage: 'Maximum size of the Cluster Volume in bytes' },
    {
      name: 'scope',
      type: 'string',
      usage: 'Cluster Volume access scope ("single", "multi") (default "single")',
    },
    { name: 'secret', type: 'map', usage: 'Cluster Volume secrets (default map[])' },
    {
      name: 'sharing',
      type: 'string',
      usage: 'Cluster Volume access sharing ("none", "readonly", "onewriter", "all") (default "none")',
    },
    {
      name: 'topology-preferred',
      type: 'list',
      usage: 'A topology that the Cluster Volume would be preferred in',
    },
    {
      name: 'topology-required',
      type: 'list',
      usage: 'A topology that the Cluster Volume must be accessible from',
    },
    {
      name: 'type',
      type: 'string',
      usage: 'Cluster Volume access type ("mount", "block") (default "block")',
    },
  ],
  *run(cli, flags, [name]) {
    if (name !== undefined && flags.has('name'))
      return cli.fail(
        'conflicting options: cannot specify a volume-name through both --name and as a positional arg',
      )
    const made = yield* cli.api.post<Volume>(
      '/volumes/create',
      {},
      {
        Driver: flags.string('driver', 'local'),
        DriverOpts: flags.map('opt'),
        Labels: flags.map('label'),
        Name: name ?? flags.string('name'),
      },
    )
    if (isFailure(made)) return cli.fail(made)
    cli.out(`${made.Name}\n`)
    return 0
  },
}

export const volumeInspectSpec: CommandSpec = {
  use: '[OPTIONS] VOLUME [VOLUME...]',
  short: 'Display detailed information on one or more volumes',
  args: minArgs(1),
  flags: [INSPECT_FORMAT],
  *run(cli, flags, args) {
    return yield* inspectAll(cli, args, flags.string('format'), (name) => cli.api.get(`/volumes/${name}`))
  },
}

export const volumeRmSpec: CommandSpec = {
  use: '[OPTIONS] VOLUME [VOLUME...]',
  short: 'Remove one or more volumes',
  long: 'Remove one or more volumes. You cannot remove a volume that is in use by a container.',
  known: 'docker volume rm, docker volume remove',
  args: minArgs(1),
  flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Force the removal of one or more volumes' }],
  *run(cli, flags, args) {
    const query = flags.bool('force') ? { force: true } : {}
    return yield* forEach(cli, args, (name) => cli.api.delete(`/volumes/${name}`, query))
  },
}

export const volumePruneSpec = pruneSpec({
  what: 'Volumes',
  short: 'Remove unused local volumes',
  all: { name: 'all', short: 'a', type: 'bool', usage: 'Remove all unused volumes, not just anonymous ones' },
  example: 'label=<label>',
  warning: (flags) =>
    `${flags.bool('all') ? 'all local volumes' : 'anonymous local volumes'} not used by at least one container`,
  filters: (flags) => (flags.bool('all') ? ['all=true'] : []),
})

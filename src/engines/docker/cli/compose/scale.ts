import { minArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { loadProject } from './load.ts'
import { scaleArguments, scaled } from './scaled.ts'
import { bringUp } from './convergence.ts'
import { chosen } from './up.ts'

export const composeScaleSpec: CommandSpec = {
  use: '[SERVICE=REPLICAS...]',
  short: 'Scale services ',
  args: minArgs(1),
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'no-deps', type: 'bool', usage: "Don't start linked services" },
  ],
  *run(cli, flags, words) {
    const loaded = loadProject(cli, cli.group)
    if (typeof loaded === 'string') return cli.fail(loaded)
    if (flags.bool('dry-run')) return cli.fail('docker compose scale --dry-run is not supported in vethlab')
    const counts = scaleArguments(words)
    if (typeof counts === 'string') return cli.fail(counts)
    const project = scaled(loaded, counts)
    if (typeof project === 'string') return cli.fail(project)
    const names = [...counts.keys()]
    const all = chosen(project, names)
    if (typeof all === 'string') return cli.fail(all)
    const services = flags.bool('no-deps') ? all.filter(({ name }) => names.includes(name)) : all
    const failed = yield* bringUp(cli, project, services, false)
    return failed ? cli.fail(failed) : 0
  },
}

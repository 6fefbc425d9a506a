// From the words of the command line to the command they name. Ref: docker/cli cmd/docker/docker.go, cli/cobra.go
import type { Blocking, Process } from '../../../../os/program.ts'
import type { SystemInfo } from '../../api/others.ts'
import { DOCKER_SOCKET, isFailure } from '../../http/client.ts'
import { checkArgs, checkPluginArgs } from './args.ts'
import { DockerCli } from './cli.ts'
import { parseFlags, type Flag, type ParsedFlags } from './flags.ts'
import { isGroup, type CommandSpec, type Group, type Node } from './tree.ts'
import { commandHelp, groupHelp, usageLine } from './usage.ts'

/** How the shell of a wrong flag, a failed `run` and the like end. */
const BAD_FLAG = 125

export interface Root {
  readonly flags: readonly Flag[]
  readonly children: readonly Node[]
  /** `manages`: of a swarm whose commands are shown. */
  readonly help: (columns: number, manages: boolean) => string
  readonly version: string
}

export function* dispatch(p: Process, root: Root): Blocking<number> {
  const usage = 'docker [OPTIONS] COMMAND [ARG...]'
  const parsed = parseFlags(root.flags, p.argv.slice(1), false)
  if (parsed.error !== null) return badFlag(new DockerCli(p), parsed.error, 'docker', usage)
  const { flags, args, help } = parsed
  const cli = new DockerCli(p, socketOf(p, flags))
  if (flags.bool('version')) {
    cli.out(`${root.version}\n`)
    return 0
  }
  const [name, ...rest] = args
  if (name === 'help') return yield* showHelp(cli, root, rest)
  if (name === undefined || help) {
    cli.out(root.help(cli.columns, yield* managesSwarm(cli)))
    return 0
  }
  const node = findNode(root.children, name)
  if (!node)
    return cli.fail(`docker: unknown command: docker ${name}\n\nRun 'docker --help' for more information`)
  return yield* enter(cli, node, `docker ${node.name}`, rest)
}

function* enter(cli: DockerCli, node: Node, path: string, words: readonly string[]): Blocking<number> {
  if (isGroup(node)) return yield* enterGroup(cli, node, path, words)
  if (!node.spec) {
    if (path.startsWith('docker checkpoint '))
      return cli.fail(`${path} is only supported on a Docker daemon with experimental features enabled`)
    const refused = /^docker (?:secret|config) /.test(path) ? yield* cli.api.get('/nodes') : null
    return cli.fail(isFailure(refused) ? refused : `${path} is not supported in vethlab`)
  }
  return yield* runCommand(cli, node.spec, path, words)
}

function* enterGroup(cli: DockerCli, group: Group, path: string, words: readonly string[]): Blocking<number> {
  const parsed = parseFlags(group.flags, words, false)
  if (parsed.error !== null) return badFlag(cli, parsed.error, path, path)
  const [name, ...rest] = parsed.args
  if (name === undefined || parsed.help) {
    cli.out(groupHelp(path, yield* listed(cli, group), cli.columns))
    return 0
  }
  cli.group = parsed.flags
  const child = findNode(group.children, name)
  if (!child && group.plugin) {
    cli.out(groupHelp(path, group, cli.columns))
    return cli.fail(`unknown docker command: ${JSON.stringify(`${group.name} ${name}`)}`)
  }
  if (!child) {
    return cli.fail(
      `docker: unknown command: ${path} ${name}\n\nUsage:  ${path}\n\nRun '${path} --help' for more information`,
    )
  }
  if (group.plugin && !isGroup(child) && child.spec)
    return yield* runCommand(cli, child.spec, `${path} ${child.name}`, rest, true)
  return yield* enter(cli, child, `${path} ${child.name}`, rest)
}

/** Ref: docker/cli cmd/docker/docker.go:hideUnsupportedFeatures() */
function* listed(cli: DockerCli, group: Group): Blocking<Group> {
  const { outsideSwarm, children } = group
  if (!outsideSwarm) return group
  if (yield* inSwarm(cli)) return group
  return { ...group, children: children.filter(({ name }) => outsideSwarm.includes(name)) }
}

function* inSwarm(cli: DockerCli): Blocking<boolean> {
  const info = yield* cli.api.get<SystemInfo>('/info')
  return !isFailure(info) && info.Swarm.LocalNodeState !== 'inactive'
}

/** A daemon that does not answer is taken for one that does. */
function* managesSwarm(cli: DockerCli): Blocking<boolean> {
  const info = yield* cli.api.get<SystemInfo>('/info')
  return isFailure(info) || info.Swarm.ControlAvailable
}

export function* runCommand(
  cli: DockerCli,
  spec: CommandSpec,
  path: string,
  words: readonly string[],
  plugin = false,
): Blocking<number> {
  const usage = usageLine(path, spec)
  const parsed = parseFlags(spec.flags, words, spec.optionsFirst !== true)
  if (parsed.error !== null) return badFlag(cli, parsed.error, path, usage)
  if (parsed.help) {
    cli.out(commandHelp(path, spec, cli.columns))
    return 0
  }
  if (plugin) {
    const complaint = checkPluginArgs(spec.args, path, parsed.args)
    if (complaint !== null) return cli.fail(complaint)
  }
  const complaint = checkArgs(spec.args, path, usage, parsed.args.length)
  if (complaint !== null) return cli.fail(`docker: ${complaint}`)
  const refused = spec.flags.find((flag) => flag.refused && parsed.flags.has(flag.name))
  if (refused) return cli.fail(`${path} --${refused.name} is not supported in vethlab`)
  return yield* spec.run(cli, parsed.flags, parsed.args)
}

function badFlag(cli: DockerCli, error: string, path: string, usage: string): number {
  return cli.fail(`${error}\n\nUsage:  ${usage}\n\nRun '${path} --help' for more information`, BAD_FLAG)
}

function* showHelp(cli: DockerCli, root: Root, words: readonly string[]): Blocking<number> {
  let nodes = root.children
  let path = 'docker'
  let text = root.help(cli.columns, words.length > 0 || (yield* managesSwarm(cli)))
  for (const word of words) {
    const node = findNode(nodes, word)
    if (!node) return cli.fail(`unknown help topic: ${words.join(' ')}`)
    path += ` ${node.name}`
    nodes = isGroup(node) ? node.children : []
    if (isGroup(node)) text = groupHelp(path, node, cli.columns)
    else if (node.spec) text = commandHelp(path, node.spec, cli.columns)
  }
  cli.out(text)
  return 0
}

/** A command goes by the name that its parent lists, whichever alias was typed. */
function findNode(nodes: readonly Node[], name: string): Node | undefined {
  return nodes.find((node) => node.name === name || node.aliases?.includes(name) === true)
}

function socketOf(p: Process, flags: ParsedFlags): string {
  const host = flags.string('host', p.env.get('DOCKER_HOST') ?? '')
  return host.startsWith('unix://') ? host.slice('unix://'.length) : DOCKER_SOCKET
}

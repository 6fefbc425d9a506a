// kubectl: what a person types to see and change a cluster.
import type { Command } from '../../../commands/command.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { RESOURCES } from '../api/resources.ts'
import { apply } from './apply.ts'
import { cordon, label, remove, scale, set } from './change.ts'
import { Kubectl } from './context.ts'
import { create, expose, run } from './create.ts'
import { describe } from './describe.ts'
import { exec, logs, portForward } from './exec.ts'
import { parseFlags, type FlagSpec } from './flags.ts'
import { get } from './get.ts'
import { HELP } from './help.ts'
import { apiResources, clusterInfo, config, version } from './info.ts'
import { rollout, wait } from './wait.ts'

interface Verb {
  readonly flags: FlagSpec
  readonly run: (k: Kubectl) => Blocking<number>
}

const FILES: FlagSpec = { filename: { short: 'f', value: true } }
const SELECT: FlagSpec = {
  selector: { short: 'l', value: true },
  'field-selector': { value: true },
  'all-namespaces': { short: 'A', value: false },
  all: { value: false },
}
const OUTPUT: FlagSpec = { output: { short: 'o', value: true }, 'dry-run': { value: false } }
const CONTAINER: FlagSpec = { container: { short: 'c', value: true } }
const TTY: FlagSpec = {
  stdin: { short: 'i', value: false },
  tty: { short: 't', value: false },
  quiet: { short: 'q', value: false },
}

function words(...names: string[]): FlagSpec {
  return Object.fromEntries(names.map((name) => [name, { value: true }]))
}

function switches(...names: string[]): FlagSpec {
  return Object.fromEntries(names.map((name) => [name, { value: false }]))
}

const CREATE: FlagSpec = {
  ...FILES,
  ...OUTPUT,
  ...words('image', 'port', 'from-literal', 'tcp', 'node-port', 'clusterip'),
  replicas: { short: 'r', value: true },
}

const VERBS: Readonly<Record<string, Verb>> = {
  annotate: { flags: { ...SELECT, ...switches('overwrite') }, run: label },
  'api-resources': { flags: {}, run: apiResources },
  apply: { flags: { ...FILES, ...OUTPUT, ...switches('server-side') }, run: apply },
  'cluster-info': { flags: {}, run: clusterInfo },
  config: { flags: switches('current', 'minify'), run: config },
  cordon: { flags: {}, run: cordon },
  create: { flags: CREATE, run: create },
  delete: {
    flags: {
      ...FILES,
      ...SELECT,
      output: { short: 'o', value: true },
      ...words('grace-period'),
      ...switches('force', 'now', 'ignore-not-found', 'wait'),
    },
    run: remove,
  },
  describe: { flags: { ...FILES, ...SELECT }, run: describe },
  exec: { flags: { ...CONTAINER, ...TTY }, run: exec },
  expose: {
    flags: {
      ...OUTPUT,
      selector: { short: 'l', value: true },
      ...words('port', 'target-port', 'type', 'name', 'protocol', 'cluster-ip', 'session-affinity'),
    },
    run: expose,
  },
  get: {
    flags: {
      ...FILES,
      ...SELECT,
      ...OUTPUT,
      watch: { short: 'w', value: false },
      ...words('sort-by'),
      ...switches('no-headers', 'show-labels', 'ignore-not-found'),
    },
    run: get,
  },
  label: { flags: { ...SELECT, ...switches('overwrite') }, run: label },
  logs: {
    flags: {
      ...CONTAINER,
      follow: { short: 'f', value: false },
      previous: { short: 'p', value: false },
      ...words('tail'),
    },
    run: logs,
  },
  'port-forward': { flags: {}, run: portForward },
  rollout: { flags: {}, run: rollout },
  run: {
    flags: {
      ...OUTPUT,
      ...TTY,
      labels: { short: 'l', value: true },
      ...words('image', 'port', 'env', 'restart'),
      ...switches('rm', 'command', 'expose', 'attach'),
    },
    run,
  },
  scale: { flags: { ...SELECT, ...words('replicas') }, run: scale },
  set: { flags: SELECT, run: set },
  uncordon: { flags: {}, run: cordon },
  version: { flags: { ...switches('client'), output: { short: 'o', value: true } }, run: version },
  wait: { flags: { ...SELECT, ...words('for', 'timeout') }, run: wait },
}

/** What the real one has besides. */
const ABSENT = new Set(
  (
    'explain edit autoscale certificate top drain taint attach proxy cp auth debug events diff patch replace kustomize ' +
    'completion api-versions kuberc plugin options'
  ).split(' '),
)

export const kubectlCommand: Command = {
  name: 'kubectl',
  path: '/usr/local/bin/kubectl',
  summary: 'controls a Kubernetes cluster',
  supports: Object.entries(VERBS).map(([name, { flags }]) => {
    return [
      name,
      ...Object.entries(flags).map(([flag, { short }]) => (short === undefined ? `--${flag}` : `-${short}`)),
    ].join(' ')
  }),
  complete,
  *run(p) {
    p.procs.onSignal('PIPE', 'ignore')
    const [first, ...rest] = p.argv.slice(1)
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
      p.io.out(HELP)
      return 0
    }
    return yield* main(p, first, rest)
  },
}

function* main(p: Process, first: string, rest: readonly string[]): Blocking<number> {
  const refuse = (message: string): number => {
    p.io.err(`error: ${message}\n`)
    return 1
  }
  // Flags of all commands may stand before the command.
  if (first.startsWith('-')) {
    const at = p.argv.findIndex((word, i) => i > 0 && word in VERBS)
    if (at < 0) return refuse(`unknown flag: ${first}\nSee 'kubectl --help' for usage.`)
    return yield* main(p, p.argv[at] ?? '', [...p.argv.slice(1, at), ...p.argv.slice(at + 1)])
  }
  const verb = VERBS[first]
  if (!verb) {
    return refuse(
      ABSENT.has(first)
        ? `kubectl ${first} is not supported in vethlab`
        : `unknown command "${first}" for "kubectl"`,
    )
  }
  const parsed = parseFlags(rest, verb.flags)
  if (typeof parsed === 'string') return refuse(`${parsed}\nSee 'kubectl ${first} --help' for usage.`)
  if (parsed.flags.has('help')) return refuse(`the help of kubectl ${first} is not supported in vethlab`)
  return yield* verb.run(new Kubectl(p, first, parsed))
}

function complete(_: Process, typed: readonly string[]): readonly string[] {
  const last = typed.at(-1) ?? ''
  const from = typed.length <= 2 ? Object.keys(VERBS) : RESOURCES.map(({ plural }) => plural)
  return from.filter((word) => word.startsWith(last))
}

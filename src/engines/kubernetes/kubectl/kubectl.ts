// kubectl: what a person types to see and change a cluster.
import type { Command } from '../../../commands/command.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { RESOURCES } from '../api/resources.ts'
import { apply } from './apply.ts'
import { remove, scale } from './change.ts'
import { config } from './config.ts'
import { Kubectl } from './context.ts'
import { copy } from './cp.ts'
import { create, expose, run } from './create.ts'
import { describe } from './describe/describe.ts'
import { events } from './events.ts'
import { attach, exec, portForward } from './exec.ts'
import { explain } from './explain/explain.ts'
import { parseFlags, type FlagSpec } from './flags.ts'
import { get } from './get.ts'
import { HELP } from './help.ts'
import { apiResources, apiVersions, auth, clusterInfo, top, version } from './info.ts'
import { label } from './label.ts'
import { logs } from './logs.ts'
import { cordon, drain, taint } from './nodes.ts'
import { patch } from './patch.ts'
import { replaceFiles } from './replace.ts'
import { rollout } from './rollout.ts'
import { set } from './set.ts'
import { wait } from './wait.ts'

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
const SELECTOR = { short: 'l', value: true } as const
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
  ...words(
    'image',
    'port',
    'from-literal',
    'from-file',
    'from-env-file',
    'type',
    'tcp',
    'node-port',
    'clusterip',
  ),
  ...words('external-name', 'schedule', 'from', 'rule', 'default-backend', 'class', 'annotation', 'restart'),
  replicas: { short: 'r', value: true },
}

const VERBS: Readonly<Record<string, Verb>> = {
  annotate: { flags: { ...SELECT, ...OUTPUT, ...switches('overwrite', 'list') }, run: label },
  'api-resources': {
    flags: {
      output: { short: 'o', value: true },
      namespaced: { value: false },
      ...words('api-group'),
      ...switches('no-headers'),
    },
    run: apiResources,
  },
  'api-versions': { flags: {}, run: apiVersions },
  apply: { flags: { ...FILES, ...OUTPUT, ...switches('server-side') }, run: apply },
  attach: { flags: { ...CONTAINER, ...TTY }, run: attach },
  auth: {
    flags: {
      'all-namespaces': { short: 'A', value: false },
      ...switches('list', 'no-headers'),
      quiet: { short: 'q', value: false },
      ...words('subresource'),
    },
    run: auth,
  },
  'cluster-info': { flags: {}, run: clusterInfo },
  config: {
    flags: {
      ...switches('current', 'minify', 'raw', 'flatten'),
      ...words('cluster', 'user'),
      output: { short: 'o', value: true },
    },
    run: config,
  },
  cp: { flags: { ...CONTAINER, ...switches('no-preserve') }, run: copy },
  cordon: { flags: { selector: SELECTOR }, run: cordon },
  create: { flags: CREATE, run: create },
  delete: {
    flags: {
      ...FILES,
      ...SELECT,
      ...OUTPUT,
      ...words('grace-period'),
      ...switches('force', 'now', 'ignore-not-found', 'wait'),
    },
    run: remove,
  },
  describe: { flags: { ...FILES, ...SELECT, ...switches('show-events') }, run: describe },
  drain: {
    flags: {
      selector: SELECTOR,
      ...words('grace-period', 'timeout'),
      ...switches('ignore-daemonsets', 'delete-emptydir-data', 'force'),
    },
    run: drain,
  },
  events: {
    flags: {
      'all-namespaces': { short: 'A', value: false },
      output: { short: 'o', value: true },
      ...words('for', 'types'),
      ...switches('no-headers'),
    },
    run: events,
  },
  exec: { flags: { ...CONTAINER, ...TTY }, run: exec },
  explain: { flags: { ...words('api-version', 'output'), ...switches('recursive') }, run: explain },
  expose: {
    flags: {
      ...OUTPUT,
      selector: { short: 'l', value: true },
      ...words(
        'port',
        'target-port',
        'type',
        'name',
        'protocol',
        'cluster-ip',
        'session-affinity',
        'external-ip',
      ),
    },
    run: expose,
  },
  get: {
    flags: {
      ...FILES,
      ...SELECT,
      ...OUTPUT,
      watch: { short: 'w', value: false },
      ...words('sort-by', 'template', 'chunk-size'),
      ...switches(
        'no-headers',
        'show-labels',
        'ignore-not-found',
        'show-managed-fields',
        'show-kind',
        'watch-only',
      ),
      'label-columns': { short: 'L', value: true },
    },
    run: get,
  },
  label: { flags: { ...SELECT, ...OUTPUT, ...switches('overwrite', 'list') }, run: label },
  logs: {
    flags: {
      ...CONTAINER,
      follow: { short: 'f', value: false },
      previous: { short: 'p', value: false },
      selector: SELECTOR,
      ...words('tail'),
      ...switches('all-containers', 'prefix'),
    },
    run: logs,
  },
  'port-forward': { flags: {}, run: portForward },
  patch: {
    flags: { ...FILES, ...OUTPUT, patch: { short: 'p', value: true }, ...words('type', 'patch-file') },
    run: patch,
  },
  replace: { flags: { ...FILES, ...switches('force') }, run: replaceFiles },
  rollout: {
    flags: { ...FILES, ...OUTPUT, ...words('revision', 'to-revision', 'timeout', 'watch') },
    run: rollout,
  },
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
  scale: {
    flags: { ...FILES, ...SELECT, ...OUTPUT, ...words('replicas', 'current-replicas', 'timeout') },
    run: scale,
  },
  set: {
    flags: {
      ...SELECT,
      ...OUTPUT,
      containers: { short: 'c', value: true },
      env: { short: 'e', value: true },
      ...words('from', 'keys', 'prefix', 'limits', 'requests'),
      ...switches('list', 'resolve', 'overwrite'),
    },
    run: set,
  },
  taint: { flags: { ...SELECT, ...OUTPUT, ...switches('overwrite') }, run: taint },
  top: { flags: { ...SELECT, ...switches('no-headers', 'containers') }, run: top },
  uncordon: { flags: { selector: SELECTOR }, run: cordon },
  version: { flags: switches('client'), run: version },
  wait: { flags: { ...SELECT, ...words('for', 'timeout') }, run: wait },
}

/** `true`: nothing was said. */
const DRY: ReadonlySet<string> = new Set(['true', 'none', 'server', 'client'])

/** What the real one has besides. */
const ABSENT = new Set(
  'edit autoscale certificate proxy debug diff kustomize completion kuberc plugin options'.split(' '),
)

export const kubectlCommand: Command = {
  name: 'kubectl',
  path: '/usr/local/bin/kubectl',
  summary: 'controls a Kubernetes cluster',
  supports: [
    ...Object.entries(VERBS).map(([name, { flags }]) => {
      return [
        name,
        ...Object.entries(flags).map(([flag, { short }]) =>
          short === undefined ? `--${flag}` : `-${short}`,
        ),
      ].join(' ')
    }),
    "explain: members and types of Kubernetes 1.36, descriptions in vethlab's own words",
  ],
  complete,
  *run(p) {
    p.procs.onSignal('PIPE', 'ignore')
    const [first, ...rest] = p.argv.slice(1)
    if (first === 'help' && rest.length > 0) {
      p.io.err(`error: the help of kubectl ${rest.join(' ')} is not supported in vethlab\n`)
      return 1
    }
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
        : `unknown command "${first}" for "kubectl"${suggestions(first)}`,
    )
  }
  const parsed = parseFlags(rest, verb.flags)
  if (typeof parsed === 'string') {
    return refuse(
      parsed.endsWith('in vethlab') ? parsed : `${parsed}\nSee 'kubectl ${first} --help' for usage.`,
    )
  }
  const dry = parsed.flags.get('dry-run')?.at(-1)
  if (dry !== undefined && !DRY.has(dry))
    return refuse(`Invalid dry-run value (${dry}). Must be "none", "server", or "client".`)
  if (parsed.flags.has('help')) return refuse(`the help of kubectl ${first} is not supported in vethlab`)
  return yield* verb.run(new Kubectl(p, first, parsed))
}

/** Ref: spf13/cobra command.go:SuggestionsFor() */
function suggestions(typed: string): string {
  const names = [...Object.keys(VERBS), ...ABSENT].sort()
  const near = names.filter((name) => distance(typed, name) <= 2 || name.startsWith(typed.toLowerCase()))
  return near.length > 0 ? `\n\nDid you mean this?\n${near.map((name) => `\t${name}`).join('\n')}` : ''
}

/** Of Levenshtein. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function complete(_: Process, typed: readonly string[]): readonly string[] {
  const last = typed.at(-1) ?? ''
  const from = typed.length <= 2 ? Object.keys(VERBS) : RESOURCES.map(({ plural }) => plural)
  return from.filter((word) => word.startsWith(last))
}

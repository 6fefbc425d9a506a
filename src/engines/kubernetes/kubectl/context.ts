// What every command of kubectl works with: the cluster, the namespace, and how it ends.
import { parse, type Tags } from 'yaml'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { parseInet } from '../../../wire/inet.ts'
import { ApiClient, ApiError, isApiError } from '../api/client.ts'
import { qualifiedPlural, resourceByName, type Resource } from '../api/resources.ts'
import type { StatusDetails } from '../api/status.ts'
import { klog } from '../api/klog.ts'
import type { KubeObject } from '../api/meta.ts'
import { absentKind } from './absent.ts'
import type { Parsed } from './flags.ts'
import { yamlError } from './yamlerror.ts'

const HINT = 'did you specify the right host or port?'

interface KubeConfig {
  clusters?: { name: string; cluster: { server: string } }[]
  contexts?: { name: string; context: { cluster: string; namespace?: string } }[]
  'current-context'?: string
}

export class Kubectl {
  readonly p: Process
  readonly command: string
  readonly api: ApiClient
  readonly namespace: string
  readonly operands: readonly string[]
  readonly rest: readonly string[] | null
  /** Who only tries: the client, which asks nobody, or the server. */
  readonly dryRun: 'client' | 'server' | null
  /** `ADDRESS:PORT`. */
  readonly server: string
  readonly #flags: Parsed['flags']
  readonly #parsed: Parsed

  constructor(p: Process, command: string, parsed: Parsed) {
    const { operands, rest, flags } = parsed
    this.#parsed = parsed
    this.p = p
    this.command = command
    this.operands = operands
    this.rest = rest
    this.#flags = flags
    const config = readConfig(p, flags.get('kubeconfig')?.at(-1) ?? null)
    const server = (flags.get('server')?.at(-1) ?? config.server).replace(/^https?:\/\//, '')
    const [host = '', port = '6443'] = server.split(':')
    this.server = `${host}:${port}`
    this.api = new ApiClient(p, { address: parseInet(host) ?? 0x7f000001, port: Number(port) })
    this.namespace = flags.get('namespace')?.at(-1) ?? config.namespace
    const dry = flags.get('dry-run')?.at(-1)
    if (dry === 'true')
      klog(p, 'helpers.go:719', '--dry-run is deprecated and can be replaced with --dry-run=client.', 'W')
    this.dryRun = dry === 'true' || dry === 'client' ? 'client' : dry === 'server' ? 'server' : null
  }

  /** The same command, in another namespace. */
  inNamespace(name: string): Kubectl {
    const flags = new Map([...this.#flags, ['namespace', [name]]] as const)
    return new Kubectl(this.p, this.command, { ...this.#parsed, flags })
  }

  has(name: string): boolean {
    const value = this.#flags.get(name)?.at(-1)
    return value !== undefined && value !== 'false'
  }

  flag(name: string): string | null {
    return this.#flags.get(name)?.at(-1) ?? null
  }

  /** Of a flag that takes one; `shown` as pflag names it. */
  number(name: string, shown: string): number | null {
    const text = this.flag(name)
    if (text === null || /^[+-]?\d+$/.test(text)) return text === null ? null : Number(text)
    return this.fail(
      `invalid argument "${text}" for "${shown}" flag: strconv.ParseInt: parsing "${text}": invalid syntax\nSee 'kubectl ${this.#words.join(' ')} --help' for usage.`,
    )
  }

  /** The command as far as it has a help of its own. */
  get #words(): readonly string[] {
    const [first] = this.operands
    return this.command === 'create' && first !== undefined ? ['create', first] : [this.command]
  }

  all(name: string): readonly string[] {
    return this.#flags.get(name) ?? []
  }

  out(text: string): void {
    this.p.io.out(text)
  }

  fail(message: string): never {
    this.p.io.err(`error: ${message}\n`)
    return this.p.procs.exit(1)
  }

  /** Ends with what the server, or the way to it, said. */
  refuse(error: ApiError): never {
    this.p.io.err(`${this.words(error)}\n`)
    return this.p.procs.exit(1)
  }

  words({ code, reason, message, details }: ApiError): string {
    if (code === 0 && reason === 'ECONNREFUSED')
      return `The connection to the server ${this.server} was refused - ${HINT}`
    if (code === 0)
      return `Unable to connect to the server: dial tcp ${this.server}: ${reason === 'ETIMEDOUT' ? 'i/o timeout' : `connect: ${message.toLowerCase()}`}`
    if (reason === 'Invalid' && details) return invalidWords(details, message)
    return `Error from server (${reason}): ${message}`
  }

  /** The answer, or the end of the program. */
  *must<T>(request: Blocking<T | ApiError>): Blocking<T> {
    const answer = yield* request
    return isApiError(answer) ? this.refuse(answer) : answer
  }

  /** What the server says when there is none of a name. */
  missing(resource: Resource, name: string): ApiError {
    return new ApiError(404, 'NotFound', `${qualifiedPlural(resource)} "${name}" not found`)
  }

  resource(name: string): Resource {
    const absent = absentKind(name)
    return (
      resourceByName(name) ??
      this.fail(
        absent === null
          ? `the server doesn't have a resource type "${name}"`
          : `${absent} are not supported in vethlab`,
      )
    )
  }

  /** Text of `-f`: files, standard input, folders are not. */
  *objects(): Blocking<KubeObject[]> {
    const objects: KubeObject[] = []
    for (const name of this.all('filename').flatMap((word) => word.split(','))) {
      const text = name === '-' ? yield* this.p.io.text(0) : this.#read(name)
      for (const part of text.split(/^---[ \t]*$/m)) {
        const object = this.#parse(part, name === '-' ? 'STDIN' : name)
        if (object === null) continue
        if (object.kind === 'List')
          objects.push(...((object as unknown as { items: KubeObject[] }).items ?? []))
        else objects.push(object)
      }
    }
    return objects
  }

  #read(name: string): string {
    if (/^https?:/.test(name)) return this.fail(`reading ${name} is not supported in vethlab`)
    const text = this.p.fs.readText(name)
    if (isErrno(text))
      return this.fail(
        `the path "${name}" ${text.name === 'ENOENT' ? 'does not exist' : `cannot be accessed: ${text.text.toLowerCase()}`}`,
      )
    return text
  }

  #parse(text: string, name: string): KubeObject | null {
    const value = readYaml(text)
    if (value instanceof Error) {
      return this.fail(`error parsing ${name}: error converting YAML to JSON: ${yamlError(value, text)}`)
    }
    if (value === null || value === undefined) return null
    const object = value as KubeObject
    const plain = typeof value !== 'object' || Array.isArray(value)
    const unset = ['kind', 'apiVersion'].filter((key) => plain || typeof object[key as 'kind'] !== 'string')
    if (plain || unset.length > 0) {
      const what = plain ? 'invalid object to validate' : unset.map((key) => `${key} not set`)
      const words = typeof what === 'string' ? what : what.length === 1 ? what[0] : `[${what.join(', ')}]`
      return this.fail(
        `error validating "${name}": error validating data: ${words}; if you choose to ignore these errors, turn validation off with --validate=false`,
      )
    }
    const { name: given = '', namespace } = (object.metadata ?? {}) as { name?: string; namespace?: string }
    const asked = this.flag('namespace')
    if (asked !== null && namespace !== undefined && namespace !== asked) {
      return this.fail(
        `the namespace from the provided object "${namespace}" does not match the namespace "${asked}". You must pass '--namespace=${namespace}' to perform this operation.`,
      )
    }
    return { ...object, metadata: { ...object.metadata, name: given } }
  }
}

/** All that is wrong, each once. Ref: kubectl/pkg/cmd/util/helpers.go:CheckInvalidErr() */
function invalidWords({ kind, name, causes }: StatusDetails, message: string): string {
  const start = kind === undefined ? 'The request is invalid' : `The ${kind} "${name}" is invalid`
  if (causes.length === 0) return `${start}: ${message}`
  const words = [...new Set(causes.map(({ field, message }) => `${field}: ${message}`))]
  return words.length === 1
    ? `${start}: ${words[0]}`
    : `${start}: \n${words.map((one) => `* ${one}`).join('\n')}`
}

/** Times stay text. */
function isNoTime(tag: Tags[number]): boolean {
  return (typeof tag === 'string' ? tag : tag.tag) !== 'tag:yaml.org,2002:timestamp'
}

/** The value, or what is wrong with the text. */
export function readYaml(text: string): unknown {
  try {
    // Of a member given twice the last counts, as for sigs.k8s.io/yaml.
    return parse(text, { uniqueKeys: false, version: '1.1', customTags: (tags) => tags.filter(isNoTime) })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

export function configPath(p: Process): string {
  return p.env.get('KUBECONFIG') || `${p.env.get('HOME') ?? '/root'}/.kube/config`
}

function readConfig(
  p: Process,
  given: string | null,
): { readonly server: string; readonly namespace: string } {
  const text = p.fs.readText(given ?? configPath(p))
  const config = isErrno(text) ? null : (readYaml(text) as KubeConfig | Error | null)
  if (!config || config instanceof Error) return { server: 'localhost:8080', namespace: 'default' }
  const context = config.contexts?.find(({ name }) => name === config['current-context'])?.context
  const cluster = config.clusters?.find(({ name }) => name === context?.cluster) ?? config.clusters?.[0]
  return { server: cluster?.cluster.server ?? 'localhost:8080', namespace: context?.namespace ?? 'default' }
}

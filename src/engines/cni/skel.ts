// What every CNI plugin does before and after its own work: the environment, the configuration on standard input, the
// protocol's versions, and errors as JSON. (CNI specification 1.0.0; Ref: containernetworking/cni pkg/skel/skel.go)
import type { Blocking, Process, Program } from '../../os/program.ts'
import { goQuote } from './address.ts'
import { isObject, kindOf, marshalIndent } from './gojson.ts'
import { jsonSyntaxError } from './json.ts'
import type { Provenance } from '../../sim/provenance.ts'
import { prevResult, resultJson, type CniResult } from './result.ts'

export const CNI_VERSIONS = ['0.1.0', '0.2.0', '0.3.0', '0.3.1', '0.4.0', '1.0.0'] as const

/** Error codes of the specification, and the one for what a plugin itself finds wrong. */
const ERR_INCOMPATIBLE_VERSION = 1
const ERR_UNKNOWN_CONTAINER = 3
const ERR_INVALID_ENVIRONMENT = 4
const ERR_DECODING = 6
const ERR_INVALID_CONFIG = 7
const ERR_INTERNAL = 999

const IFNAMSIZ = 16

export interface CniError {
  readonly code: number
  readonly msg: string
  readonly details?: string
}

/** One call of a plugin. */
export interface CniCall {
  readonly p: Process
  readonly containerId: string
  /** Path of the namespace's file; empty when DEL is told it is gone. */
  readonly netns: string
  readonly ifName: string
  /** Folders of CNI_PATH. */
  readonly path: readonly string[]
  /** CNI_ARGS. */
  readonly args: string
  readonly stdin: string
  /** cniVersion of the configuration, empty when it has none. */
  readonly version: string
  readonly config: Readonly<Record<string, unknown>>
  /** What the plugins before it made. */
  prevResult(): CniResult | null
  /** Prints the error and ends the program. */
  fail(msg: string): never
  failWith(error: CniError): never
}

/** What a verb prints: a result, JSON as it stands, or nothing. */
export type CniOutput = CniResult | { readonly json: object } | null

export interface CniPlugin {
  readonly name: string
  /** All of CNI_VERSIONS when absent. */
  readonly versions?: readonly string[]
  add(cni: CniCall): Blocking<CniOutput>
  check(cni: CniCall): Blocking<null>
  del(cni: CniCall): Blocking<null>
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  ADD: ['CNI_CONTAINERID', 'CNI_NETNS', 'CNI_IFNAME', 'CNI_PATH'],
  CHECK: ['CNI_CONTAINERID', 'CNI_NETNS', 'CNI_IFNAME', 'CNI_PATH'],
  DEL: ['CNI_CONTAINERID', 'CNI_IFNAME', 'CNI_PATH'],
}

/** The program of a plugin. */
export function cniProgram(plugin: CniPlugin): Program {
  const versions = plugin.versions ?? CNI_VERSIONS
  return function* main(p) {
    const command = p.env.get('CNI_COMMAND') ?? ''
    if (command === '') {
      p.io.err(`CNI ${plugin.name} plugin version unknown\n`)
      p.io.err(`CNI protocol versions supported: ${versions.join(', ')}\n`)
      return 0
    }
    const missing = (NEEDED[command] ?? []).filter((name) => variable(p, name) === '')
    if (missing.length > 0) {
      refuse(p, ERR_INVALID_ENVIRONMENT, `required env variables [${missing.join(',')}] missing`)
    }
    p.procs.setMaker({ provenance: provenanceOf(p, plugin.name) })
    const stdin = yield* p.io.text(0)
    if (command === 'VERSION') {
      p.io.out(`${JSON.stringify({ cniVersion: '1.0.0', supportedVersions: versions })}\n`)
      return 0
    }
    const cni = readCall(p, stdin)
    const output = yield* dispatch(plugin, command, cni, versions)
    if (!output) return 0
    const json = 'json' in output ? output.json : resultJson(output, cni.version)
    p.io.out(typeof json === 'string' ? cni.fail(json) : marshalIndent(json, '    '))
    return 0
  }
}

/** For the pod that the arguments name, or for the container. */
function provenanceOf(p: Process, plugin: string): Provenance {
  const [, namespace] = /(?:^|;)K8S_POD_NAMESPACE=([^;]+)/.exec(variable(p, 'CNI_ARGS')) ?? []
  const [, pod] = /(?:^|;)K8S_POD_NAME=([^;]+)/.exec(variable(p, 'CNI_ARGS')) ?? []
  const by = `CNI ${plugin}`
  if (pod !== undefined) return { by, kind: 'pod', name: `${namespace ?? 'default'}/${pod}`, detail: '' }
  return { by, kind: 'container', name: variable(p, 'CNI_CONTAINERID'), detail: '' }
}

function variable(p: Process, name: string): string {
  return p.env.get(name) ?? ''
}

function refuse(p: Process, code: number, msg: string, details?: string): never {
  return giveUp(p, details === undefined ? { code, msg } : { code, msg, details })
}

function giveUp(p: Process, error: CniError): never {
  p.io.out(marshalIndent(error, '    '))
  return p.procs.exit(1)
}

/** Reads and checks the configuration and the environment. Ref: skel.go:validateConfig(), utils.Validate*() */
function readCall(p: Process, stdin: string): CniCall {
  const config = readConfig(p, stdin)
  const containerId = variable(p, 'CNI_CONTAINERID')
  // Verbs of later specifications need none, and are refused for it by plugins that know none of them.
  if (containerId === '') refuse(p, ERR_UNKNOWN_CONTAINER, 'missing containerID')
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(containerId)) {
    refuse(p, ERR_INVALID_ENVIRONMENT, 'invalid characters in containerID', containerId)
  }
  const ifName = variable(p, 'CNI_IFNAME')
  const wrong = interfaceNameError(ifName)
  if (wrong) refuse(p, ERR_INVALID_ENVIRONMENT, wrong.msg, wrong.details)
  const version = config['cniVersion'] ?? ''
  if (typeof version !== 'string') {
    const what = `json: cannot unmarshal ${kindOf(version)} into Go struct field .cniVersion of type string`
    return refuse(p, ERR_DECODING, `decoding version from network config: ${what}`)
  }
  const fail = (msg: string): never => giveUp(p, { code: ERR_INTERNAL, msg })
  return {
    p,
    containerId,
    ifName,
    version,
    config,
    stdin,
    netns: variable(p, 'CNI_NETNS'),
    path: variable(p, 'CNI_PATH').split(':'),
    args: variable(p, 'CNI_ARGS'),
    prevResult: () => prevResult(config, version, fail),
    fail,
    failWith: (error) => giveUp(p, error),
  }
}

function readConfig(p: Process, stdin: string): Readonly<Record<string, unknown>> {
  const wrong = 'error unmarshall network config:'
  const syntax = jsonSyntaxError(stdin)
  if (syntax) return refuse(p, ERR_DECODING, `${wrong} ${syntax}`)
  const parsed: unknown = JSON.parse(stdin)
  const config = parsed ?? {}
  if (!isObject(config)) {
    const type = String.raw`struct { Name string "json:\"name\"" }`
    return refuse(
      p,
      ERR_DECODING,
      `${wrong} json: cannot unmarshal ${kindOf(config)} into Go value of type ${type}`,
    )
  }
  const name = config['name'] ?? ''
  if (typeof name !== 'string') {
    const field = 'Go struct field .name of type string'
    return refuse(p, ERR_DECODING, `${wrong} json: cannot unmarshal ${kindOf(name)} into ${field}`)
  }
  if (name === '') return refuse(p, ERR_INVALID_CONFIG, 'missing network name')
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(name)) {
    return refuse(p, ERR_INVALID_CONFIG, 'invalid characters found in network name', name)
  }
  return config
}

function interfaceNameError(name: string): Omit<CniError, 'code'> | null {
  if (name === '') return { msg: 'interface name is empty' }
  if (name.length >= IFNAMSIZ) {
    const details = `interface name should be less than ${IFNAMSIZ} characters`
    return { msg: 'interface name is too long', details }
  }
  if (name === '.' || name === '..') return { msg: 'interface name is . or ..' }
  return /[/:\s]/.test(name) ? { msg: 'interface name contains / or : or whitespace characters' } : null
}

function* dispatch(
  plugin: CniPlugin,
  command: string,
  cni: CniCall,
  versions: readonly string[],
): Blocking<CniOutput> {
  if (command === 'CHECK') checkAllowed(cni)
  const verb = { ADD: plugin.add, CHECK: plugin.check, DEL: plugin.del }[command]
  if (!verb) refuse(cni.p, ERR_INVALID_ENVIRONMENT, `unknown CNI_COMMAND: ${command}`)
  const version = cni.version === '' ? '0.1.0' : cni.version
  if (!versions.includes(version)) {
    const known = versions.map(goQuote).join(' ')
    const details = `config is "${version}", plugin supports [${known}]`
    refuse(cni.p, ERR_INCOMPATIBLE_VERSION, 'incompatible CNI versions', details)
  }
  return yield* verb(cni)
}

/** CHECK came with 0.4.0. */
function checkAllowed({ p, version }: CniCall): void {
  const parts = version === '' ? ['0', '1', '0'] : version.split('.')
  const names = ['major', 'minor', 'micro']
  for (const [i, part] of parts.entries()) {
    if (/^\d+$/.test(part)) continue
    const why = `strconv.Atoi: parsing ${goQuote(part)}: invalid syntax`
    refuse(p, ERR_DECODING, `failed to convert ${names[i] ?? 'micro'} version part ${goQuote(part)}: ${why}`)
  }
  const [major = 0, minor = 0] = parts.map(Number)
  if (major === 0 && minor < 4) refuse(p, ERR_INCOMPATIBLE_VERSION, 'config version does not allow CHECK')
}

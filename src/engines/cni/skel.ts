// What every CNI plugin does before and after its own work: the environment, the configuration on standard input, the
// protocol's versions, and errors as JSON. (CNI specification 1.0.0; Ref: containernetworking/cni pkg/skel/skel.go)
import type { Blocking, Process, Program } from '../../os/program.ts'
import { jsonSyntaxError } from './json.ts'

export const CNI_VERSIONS = ['0.1.0', '0.2.0', '0.3.0', '0.3.1', '0.4.0', '1.0.0'] as const

/** Error codes of the specification, and the one for what a plugin itself finds wrong. */
const ERR_INCOMPATIBLE_VERSION = 1
const ERR_INVALID_ENVIRONMENT = 4
const ERR_DECODING = 6
const ERR_INVALID_CONFIG = 7
const ERR_INTERNAL = 999

export interface CniError {
  readonly code: number
  readonly msg: string
  readonly details?: string
}

export function internalError(msg: string): CniError {
  return { code: ERR_INTERNAL, msg }
}

export interface CniArgs {
  readonly containerId: string
  /** Path of the namespace's file; empty when DEL is told it is gone. */
  readonly netns: string
  readonly ifName: string
  readonly version: string
  readonly config: Readonly<Record<string, unknown>>
}

/** What a verb comes to: an error, a result to print, or nothing to print. */
export type CniOutcome = { readonly error: CniError } | { readonly result: unknown } | null

export interface CniPlugin {
  readonly name: string
  add(p: Process, args: CniArgs): CniOutcome
  check(p: Process, args: CniArgs): CniOutcome
  del(p: Process, args: CniArgs): CniOutcome
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  ADD: ['CNI_CONTAINERID', 'CNI_NETNS', 'CNI_IFNAME', 'CNI_PATH'],
  CHECK: ['CNI_CONTAINERID', 'CNI_NETNS', 'CNI_IFNAME', 'CNI_PATH'],
  DEL: ['CNI_CONTAINERID', 'CNI_IFNAME', 'CNI_PATH'],
  VERSION: [],
}

/** The program of a plugin. */
export function cniProgram(plugin: CniPlugin): Program {
  return function* main(p) {
    const command = p.env.get('CNI_COMMAND') ?? ''
    if (command === '') {
      p.io.err(`CNI ${plugin.name} plugin version unknown\n`)
      p.io.err(`CNI protocol versions supported: ${CNI_VERSIONS.join(', ')}\n`)
      return 0
    }
    const outcome = yield* run(p, plugin, command)
    if (!outcome) return 0
    const failed = 'error' in outcome
    p.io.out(JSON.stringify(failed ? outcome.error : outcome.result, null, 4) + (failed ? '' : '\n'))
    if (failed) p.io.out('\n')
    return failed ? 1 : 0
  }
}

function* run(p: Process, plugin: CniPlugin, command: string): Blocking<CniOutcome> {
  const missing = (NEEDED[command] ?? []).filter((name) => (p.env.get(name) ?? '') === '')
  if (missing.length > 0) {
    return refuse(ERR_INVALID_ENVIRONMENT, `required env variables [${missing.join(',')}] missing`)
  }
  const text = yield* p.io.text(0)
  if (command === 'VERSION') {
    p.io.out(`${JSON.stringify({ cniVersion: '1.0.0', supportedVersions: CNI_VERSIONS })}\n`)
    return null
  }
  const syntax = jsonSyntaxError(text)
  if (syntax) return refuse(ERR_DECODING, `error unmarshall network config: ${syntax}`)
  const parsed: unknown = JSON.parse(text)
  const config = isObject(parsed) ? parsed : {}
  const verb = { ADD: plugin.add, CHECK: plugin.check, DEL: plugin.del }[command]
  if (!verb) return refuse(ERR_INVALID_ENVIRONMENT, `unknown CNI_COMMAND: ${command}`)
  const containerId = p.env.get('CNI_CONTAINERID') ?? ''
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(containerId)) {
    return refuse(ERR_INVALID_ENVIRONMENT, 'invalid characters in containerID', containerId)
  }
  if (typeof config['name'] !== 'string' || config['name'] === '') {
    return refuse(ERR_INVALID_CONFIG, 'missing network name')
  }
  const version = typeof config['cniVersion'] === 'string' ? config['cniVersion'] : '0.1.0'
  if (!CNI_VERSIONS.some((known) => known === version)) {
    const known = CNI_VERSIONS.map((v) => `"${v}"`).join(' ')
    const details = `config is "${version}", plugin supports [${known}]`
    return refuse(ERR_INCOMPATIBLE_VERSION, 'incompatible CNI versions', details)
  }
  const netns = p.env.get('CNI_NETNS') ?? ''
  return verb(p, { containerId, netns, ifName: p.env.get('CNI_IFNAME') ?? '', version, config })
}

function refuse(code: number, msg: string, details?: string): CniOutcome {
  return { error: details === undefined ? { code, msg } : { code, msg, details } }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// A list of plugins called one after the other, as container runtimes call them: the result of each goes to the next,
// and what ADD gave is kept for CHECK and DEL. (Ref: containernetworking/cni libcni/api.go)
import type { Blocking, Process } from '../../os/program.ts'
import { encodeBase64 } from '../../commands/lib/base64.ts'
import { isErrno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { capture } from '../lib/capture.ts'
import { makeFolders } from './folders.ts'
import { byName, isObject, marshalIndent } from './gojson.ts'
import { parseJson } from './json.ts'
import { goErrno } from './links.ts'
import type { NetworkList } from './netdir.ts'

type Json = Readonly<Record<string, unknown>>

const CACHE = '/var/lib/cni/results'
const KIND = 'cniCacheV1'

/** Of what, where and under which name a device is to be. */
export interface Attachment {
  readonly containerId: string
  readonly netns: string
  readonly ifName: string
  /** CNI_ARGS and CNI_PATH. */
  readonly args: string
  readonly path: string
  /** What goes to plugins that say they can do it: portMappings, ips, mac, … */
  readonly capabilities: Json
}

/** The result of the last, or what went wrong. */
export function* addNetwork(p: Process, list: NetworkList, to: Attachment): Blocking<Json | string> {
  let result: Json | null = null
  for (const plugin of list.plugins) {
    const output: Json | string | null = yield* call(p, list, plugin, to, 'ADD', result)
    if (typeof output === 'string') return `plugin ${description(plugin)} failed (add): ${output}`
    result = output
  }
  remember(p, list, to, result ?? {})
  return result ?? {}
}

export function* checkNetwork(p: Process, list: NetworkList, to: Attachment): Blocking<string | null> {
  if (!knowsCheck(list)) return `configuration version "${list.cniVersion}" does not support CHECK command`
  if (list.disableCheck) return null
  const result = recall(p, list, to)
  if (!result) return `failed to get network "${list.name}" cached result: no cached result`
  for (const plugin of list.plugins) {
    const output = yield* call(p, list, plugin, to, 'CHECK', result)
    if (typeof output === 'string') return output
  }
  return null
}

/** The other way round. */
export function* deleteNetwork(p: Process, list: NetworkList, to: Attachment): Blocking<string | null> {
  const result = knowsCheck(list) ? recall(p, list, to) : null
  for (const plugin of list.plugins.toReversed()) {
    const output = yield* call(p, list, plugin, to, 'DEL', result)
    if (typeof output === 'string') return `plugin ${description(plugin)} failed (delete): ${output}`
  }
  p.fs.unlink(cachePath(list, to))
  return null
}

/** Deletes what is kept of the network, and has its plugins clear away what they have besides. */
export function* collectGarbage(p: Process, list: NetworkList, path: string): Blocking<string | null> {
  if (list.disableGC) return null
  const attachments = attachmentsOf(p, list, path)
  if (!attachments) return null
  const errors: string[] = []
  for (const to of attachments) {
    const error = yield* deleteNetwork(p, list, to)
    const what = `${to.containerId} ${to.ifName}`
    if (error !== null) errors.push(`failed to delete stale attachment ${what}: ${error}`)
  }
  for (const plugin of knowsGarbage(list) ? list.plugins : []) {
    const output = yield* call(p, list, plugin, nobody(path), 'GC', null)
    if (typeof output === 'string') errors.push(`failed to GC plugin ${String(plugin['type'])}: ${output}`)
  }
  return errors.length > 0 ? errors.join('\n') : null
}

/** Whether the plugins are ready; those of older networks are not asked. */
export function* networkStatus(p: Process, list: NetworkList, path: string): Blocking<string | null> {
  for (const plugin of knowsGarbage(list) ? list.plugins : []) {
    const output = yield* call(p, list, plugin, nobody(path), 'STATUS', null)
    if (typeof output === 'string') return output
  }
  return null
}

function nobody(path: string): Attachment {
  return { containerId: '', netns: '', ifName: '', args: '', path, capabilities: {} }
}

function knowsCheck({ cniVersion }: NetworkList): boolean {
  const [major = 0, minor = 0] = cniVersion.split('.').map(Number)
  return major > 0 || minor >= 4
}

/** GC and STATUS came with 1.1.0. */
function knowsGarbage({ cniVersion }: NetworkList): boolean {
  const [major = 0, minor = 0] = cniVersion.split('.').map(Number)
  return major > 1 || (major === 1 && minor >= 1)
}

function description(plugin: Json): string {
  const name = plugin['name']
  const type = `type=${JSON.stringify(plugin['type'])}`
  return typeof name === 'string' && name !== '' ? `${type} name=${JSON.stringify(name)}` : type
}

/** What a plugin reads: members in the order of their names. Ref: api.go:buildOneConfig(), injectRuntimeConfig() */
function configOf(list: NetworkList, plugin: Json, to: Attachment, prevResult: Json | null): string {
  const { name, cniVersion } = list
  const able = isObject(plugin['capabilities']) ? plugin['capabilities'] : {}
  const runtimeConfig = Object.fromEntries(
    Object.entries(to.capabilities).filter(([key]) => able[key] === true),
  )
  const whole: Json = {
    ...plugin,
    name,
    cniVersion,
    ...(prevResult ? { prevResult } : {}),
    ...(Object.keys(runtimeConfig).length > 0 ? { runtimeConfig } : {}),
  }
  return JSON.stringify(Object.fromEntries(Object.entries(whole).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** The result, null when there is none, or what went wrong. */
function* call(
  p: Process,
  list: NetworkList,
  plugin: Json,
  to: Attachment,
  verb: 'ADD' | 'CHECK' | 'DEL' | 'GC' | 'STATUS',
  prevResult: Json | null,
): Blocking<Json | string | null> {
  const type = String(plugin['type'])
  const folders = to.path.split(':')
  const folder = folders.find((name) => !isErrno(p.fs.stat(`${name}/${type}`)))
  if (folder === undefined) return `failed to find plugin "${type}" in path [${folders.join(' ')}]`
  const path = `${folder}/${type}`
  const env = new Map(p.env)
    .set('CNI_COMMAND', verb)
    .set('CNI_CONTAINERID', to.containerId)
    .set('CNI_NETNS', to.netns)
    .set('CNI_ARGS', to.args)
    .set('CNI_IFNAME', to.ifName)
    .set('CNI_PATH', to.path)
  const done = yield* capture(p, path, [path], { stdin: configOf(list, plugin, to, prevResult), env })
  if (isErrno(done)) return `fork/exec ${path}: ${goErrno(done)}`
  if (done.stderr !== '') p.io.err(done.stderr)
  const output = done.stdout === '' ? null : parseJson(done.stdout)
  const value = output && 'value' in output && isObject(output.value) ? output.value : null
  if (done.status === 0) return value
  if (!value) return 'netplugin failed with no error message'
  const details = value['details']
  return typeof details === 'string' ? `${String(value['msg'])}; ${details}` : String(value['msg'])
}

// ---- what is kept

function cachePath(list: NetworkList, to: Attachment): string {
  return `${CACHE}/${list.name}-${to.containerId}-${to.ifName}`
}

/** Ref: libcni/api.go:cacheAdd() */
function remember(p: Process, list: NetworkList, to: Attachment, result: Json): void {
  makeFolders(p, CACHE)
  const args = to.args.split(';').flatMap((pair) => (pair === '' ? [] : [pair.split('=')]))
  const kept = {
    kind: KIND,
    containerId: to.containerId,
    config: encodeBase64(encodeUtf8(list.text)),
    ifName: to.ifName,
    networkName: list.name,
    ...(to.netns === '' ? {} : { netns: to.netns }),
    ...(args.length > 0 ? { cniArgs: args } : {}),
    ...(Object.keys(to.capabilities).length > 0 ? { capabilityArgs: byName(to.capabilities) } : {}),
    result: byName(result),
  }
  p.fs.writeFile(cachePath(list, to), marshalIndent(kept, ''))
}

function recall(p: Process, list: NetworkList, to: Attachment): Json | null {
  const kept = readKept(p, cachePath(list, to))?.['result']
  return isObject(kept) ? kept : null
}

function readKept(p: Process, path: string): Json | null {
  const text = p.fs.readText(path)
  const parsed = isErrno(text) ? null : parseJson(text)
  return parsed && 'value' in parsed && isObject(parsed.value) ? parsed.value : null
}

/** Of the network, as far as is known of them; null when nothing was ever kept. Ref: api.go:GetCachedAttachments() */
function attachmentsOf(p: Process, list: NetworkList, path: string): Attachment[] | null {
  const names = p.fs.readdir(CACHE)
  if (isErrno(names)) return null
  return names.toSorted().flatMap((name): Attachment[] => {
    const kept = readKept(p, `${CACHE}/${name}`)
    if (!kept || kept['kind'] !== KIND || kept['networkName'] !== list.name) return []
    const word = (key: string): string => (typeof kept[key] === 'string' ? kept[key] : '')
    if (word('ifName') === '') return []
    const { cniArgs, capabilityArgs } = kept
    const pairs = Array.isArray(cniArgs) ? cniArgs.filter((pair) => Array.isArray(pair)) : []
    const args = pairs.map((pair) => pair.join('=')).join(';')
    const capabilities = isObject(capabilityArgs) ? capabilityArgs : {}
    return [
      {
        containerId: word('containerId'),
        netns: word('netns'),
        ifName: word('ifName'),
        args,
        path,
        capabilities,
      },
    ]
  })
}

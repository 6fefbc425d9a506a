// A plugin called by another, as a process: IPAM plugins by those that make devices.
// (Ref: containernetworking/cni pkg/invoke/{delegate,exec,find,raw_exec}.go)
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { capture } from '../lib/capture.ts'
import { goQuote } from './address.ts'
import { isObject } from './gojson.ts'
import { goErrno } from './links.ts'
import { readResult, type CniResult } from './result.ts'
import type { CniCall, CniError } from './skel.ts'

type Verb = 'ADD' | 'CHECK' | 'DEL'

/** Asks the IPAM plugin for addresses; its errors are the caller's own. */
export function* ipamAdd(cni: CniCall, type: string): Blocking<CniResult> {
  const output = yield* delegate(cni, type, 'ADD')
  if (isCniError(output)) return cni.failWith(output)
  return output ?? cni.fail('IPAM plugin returned missing IP config')
}

export function* ipamCheck(cni: CniCall, type: string): Blocking<void> {
  const output = yield* delegate(cni, type, 'CHECK')
  if (isCniError(output)) cni.failWith(output)
}

export function* ipamDel(cni: CniCall, type: string): Blocking<void> {
  const output = yield* delegate(cni, type, 'DEL')
  if (isCniError(output)) cni.failWith(output)
}

/** Gives addresses back after a failure; whether it went well is not looked at. */
export function* ipamRelease(cni: CniCall, type: string): Blocking<void> {
  yield* delegate(cni, type, 'DEL')
}

function isCniError(output: CniResult | CniError | null): output is CniError {
  return output !== null && 'code' in output
}

/** Another plugin does the work, with a configuration of its own; its errors are the caller's. */
export function* callPlugin(
  cni: CniCall,
  type: string,
  verb: Verb,
  stdin: string,
): Blocking<CniResult | null> {
  const output = yield* delegate({ ...cni, stdin }, type, verb)
  return isCniError(output) ? cni.failWith(output) : output
}

function* delegate(cni: CniCall, type: string, verb: Verb): Blocking<CniResult | CniError | null> {
  const path = findPlugin(cni, type)
  if (typeof path !== 'string') return path
  const env = new Map(cni.p.env).set('CNI_COMMAND', verb)
  const done = yield* capture(cni.p, path, [path], { stdin: cni.stdin, env })
  if (isErrno(done)) return internal(`fork/exec ${path}: ${goErrno(done)}`)
  if (done.stderr !== '') cni.p.io.err(done.stderr)
  if (done.status !== 0) return errorOf(done.stdout, done.stderr)
  if (verb !== 'ADD') return null
  const value: unknown = JSON.parse(done.stdout)
  return isObject(value) ? readResult(value, cni.version, cni.fail) : null
}

function findPlugin(cni: CniCall, type: string): string | CniError {
  if (type === '') return internal('no plugin name provided')
  if (type.includes('/')) return internal(`invalid plugin name: ${type}`)
  for (const folder of cni.path) {
    const stat = cni.p.fs.stat(`${folder}/${type}`)
    if (!isErrno(stat) && stat.kind === 'file') return `${folder}/${type}`
  }
  return internal(`failed to find plugin ${goQuote(type)} in path [${cni.path.join(' ')}]`)
}

function errorOf(stdout: string, stderr: string): CniError {
  if (stdout === '') {
    const said = stderr === '' ? 'exit status 1' : goQuote(stderr)
    return internal(`netplugin failed with no error message: ${said}`)
  }
  const value: unknown = JSON.parse(stdout)
  const { code = 0, msg = '', details } = isObject(value) ? value : {}
  const error = { code: Number(code), msg: String(msg) }
  return typeof details === 'string' ? { ...error, details } : error
}

function internal(msg: string): CniError {
  return { code: 999, msg }
}

// cnitool: networks of /etc/cni/net.d set up and taken down by hand, as a container runtime does it.
// (Ref: containernetworking/cni cnitool/cnitool.go, libcni/api.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking, Process } from '../../os/program.ts'
import { sha512Hex } from '../../commands/lib/sha512.ts'
import { goQuote } from './address.ts'
import { isObject, kindOf, marshalIndent } from './gojson.ts'
import { parseJson } from './json.ts'
import {
  addNetwork,
  checkNetwork,
  collectGarbage,
  deleteNetwork,
  networkStatus,
  type Attachment,
} from './libcni.ts'
import { loadNetwork } from './netdir.ts'

const DEFAULT_FOLDER = '/etc/cni/net.d'

const USAGE = `cnitool: Add, check, remove, gc or status network interfaces from a network namespace
  cnitool add    <net> <netns>
  cnitool check  <net> <netns>
  cnitool del    <net> <netns>
  cnitool gc     <net> <netns>
  cnitool status <net> <netns>
`

export const cnitoolCommand: Command = {
  name: 'cnitool',
  path: '/usr/local/bin/cnitool',
  summary: 'add, check, remove or clear away interfaces of CNI networks',
  supports: [
    'add|check|del|gc|status NET NETNS',
    'NETCONFPATH CNI_PATH CAP_ARGS CNI_ARGS CNI_IFNAME; .conflist, .conf, .json',
  ],
  run: cnitool,
}

function* cnitool(p: Process): Blocking<number> {
  const [, verb = '', name = '', path] = p.argv
  if (path === undefined) {
    p.io.err(USAGE)
    return 1
  }
  const error = yield* run(p, verb, name, path)
  if (error === null) return 0
  p.io.err(`${error}\n`)
  return 1
}

/** null, or what went wrong. */
function* run(p: Process, verb: string, name: string, path: string): Blocking<string | null> {
  const network = loadNetwork(p, p.env.get('NETCONFPATH') || DEFAULT_FOLDER, name)
  if (typeof network === 'string') return network
  const capabilities = readCapabilities(p.env.get('CAP_ARGS') ?? '')
  if (typeof capabilities === 'string') return capabilities
  const args = p.env.get('CNI_ARGS') ?? ''
  const odd = args === '' ? undefined : args.split(';').find((pair) => !/^[^=]+=[^=]+$/.test(pair))
  if (odd !== undefined) return `invalid CNI_ARGS pair ${goQuote(odd)}`
  const netns = path.startsWith('/') ? path : p.fs.realpath(path)
  const attachment: Attachment = {
    containerId: `cnitool-${sha512Hex(netns).slice(0, 20)}`,
    netns,
    ifName: p.env.get('CNI_IFNAME') ?? 'eth0',
    args,
    path: p.env.get('CNI_PATH') ?? '',
    capabilities,
  }
  if (verb === 'add') {
    const result = yield* addNetwork(p, network, attachment)
    if (typeof result === 'string') return result
    p.io.out(marshalIndent(result, '    '))
    return null
  }
  if (verb === 'check') return yield* checkNetwork(p, network, attachment)
  if (verb === 'del') return yield* deleteNetwork(p, network, attachment)
  // It knows of no attachment that is to stay.
  if (verb === 'gc') return yield* collectGarbage(p, network, attachment.path)
  return verb === 'status' ? yield* networkStatus(p, network, attachment.path) : null
}

function readCapabilities(text: string): Readonly<Record<string, unknown>> | string {
  if (text === '') return {}
  const value = parseJson(text)
  if ('error' in value) return value.error
  const kind = 'Go value of type map[string]interface {}'
  return isObject(value.value) ? value.value : `json: cannot unmarshal ${kindOf(value.value)} into ${kind}`
}

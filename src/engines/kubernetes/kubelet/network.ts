// The network that a node's runtime uses: the first configuration of /etc/cni/net.d. (Ref: containerd go-cni)
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { isObject } from '../../cni/gojson.ts'
import { addNetwork, deleteNetwork, type Attachment } from '../../cni/libcni.ts'
import { readNetworkFile, type NetworkList } from '../../cni/netdir.ts'

import type { Pod } from '../api/podtypes.ts'
import type { Sandbox } from './runtime.ts'

const FOLDER = '/etc/cni/net.d'

const LOOPBACK: NetworkList = {
  name: 'cni-loopback',
  cniVersion: '0.3.1',
  disableCheck: false,
  disableGC: false,
  plugins: [{ type: 'loopback' }],
  text: '',
}

export function firstNetwork(p: Process): NetworkList | string {
  const names = p.fs.readdir(FOLDER)
  const [first] = isErrno(names) ? [] : names.filter((name) => /\.(?:conf|conflist|json)$/.test(name))
  if (first === undefined) return 'cni plugin not initialized'
  return readNetworkFile(p, `${FOLDER}/${first}`)
}

interface Joined {
  readonly attachment: Attachment
  readonly ip: string
  readonly error: string | null
}

/** Puts a pod's namespace on the node's network; a string: there is none. */
export function* joinNetwork(p: Process, pod: Pod, sandbox: Sandbox): Blocking<Joined | string> {
  const network = firstNetwork(p)
  if (typeof network === 'string') return network
  const { name, namespace, uid = '' } = pod.metadata
  const words = `IgnoreUnknown=1;K8S_POD_NAMESPACE=${namespace};K8S_POD_NAME=${name};K8S_POD_INFRA_CONTAINER_ID=${sandbox.id};K8S_POD_UID=${uid}`
  const ports = pod.spec.containers
    .flatMap((one) => one.ports ?? [])
    .filter(({ hostPort }) => hostPort !== undefined)
  const portMappings = ports.map(({ hostPort, containerPort, protocol = 'TCP', hostIP }) => {
    return { hostPort, containerPort, protocol: protocol.toLowerCase(), ...(hostIP ? { hostIP } : {}) }
  })
  const attachment: Attachment = {
    containerId: sandbox.id,
    netns: sandbox.netns,
    ifName: 'eth0',
    args: words,
    path: '/opt/cni/bin',
    capabilities: portMappings.length > 0 ? { portMappings } : {},
  }
  // The runtime brings lo up by a network of its own.
  yield* addNetwork(p, LOOPBACK, { ...attachment, ifName: 'lo', capabilities: {} })
  const result = yield* addNetwork(p, network, attachment)
  if (typeof result === 'string') return { attachment, ip: '', error: result }
  const [first] = Array.isArray(result['ips']) ? result['ips'] : []
  return { attachment, ip: isObject(first) ? String(first['address']).replace(/\/.*/, '') : '', error: null }
}

export function* leaveNetwork(p: Process, attachment: Attachment): Blocking<void> {
  const network = firstNetwork(p)
  if (typeof network !== 'string') yield* deleteNetwork(p, network, attachment)
}

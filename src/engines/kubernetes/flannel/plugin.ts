// The CNI plugin of flannel: it lets bridge do the work, with the network that flanneld wrote down.
// (Ref: flannel-io/cni-plugin flannel_linux.go)
import { isErrno } from '../../../uapi/errno.ts'
import type { Blocking, Program } from '../../../os/program.ts'
import { isObject } from '../../cni/gojson.ts'
import { makeFolders } from '../../cni/folders.ts'
import { callPlugin } from '../../cni/delegate.ts'
import { cniProgram, type CniCall, type CniOutput } from '../../cni/skel.ts'

const SUBNET_FILE = '/run/flannel/subnet.env'
const FOLDER = '/var/lib/cni/flannel'

export const flannelPlugin: Program = cniProgram({ name: 'flannel', add, check, del })

function readSubnet(cni: CniCall): ReadonlyMap<string, string> {
  const text = cni.p.fs.readText(SUBNET_FILE)
  if (isErrno(text)) {
    return cni.fail(`loadFlannelSubnetEnv failed: open ${SUBNET_FILE}: no such file or directory`)
  }
  return new Map([...text.matchAll(/^FLANNEL_(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]))
}

/** What bridge is given, members in the order of their names. */
function delegateConfig(cni: CniCall): Readonly<Record<string, unknown>> {
  const subnet = readSubnet(cni)
  const own = isObject(cni.config['delegate']) ? cni.config['delegate'] : {}
  const network = (subnet.get('SUBNET') ?? '').replace(/\d+\/(\d+)$/, '0/$1')
  const config = {
    cniVersion: cni.version,
    ipMasq: subnet.get('IPMASQ') !== 'true',
    ipam: {
      ranges: [[{ subnet: network }]],
      routes: [{ dst: subnet.get('NETWORK') ?? '' }],
      type: 'host-local',
    },
    isGateway: true,
    mtu: Number(subnet.get('MTU') ?? 0),
    name: cni.config['name'],
    type: 'bridge',
    ...own,
  }
  return Object.fromEntries(Object.entries(config).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const config = delegateConfig(cni)
  makeFolders(cni.p, FOLDER)
  const stdin = JSON.stringify(config)
  cni.p.fs.writeFile(`${FOLDER}/${cni.containerId}`, stdin)
  return yield* callPlugin(cni, String(config['type']), 'ADD', stdin)
}

function* check(): Blocking<null> {
  return null
}

function* del(cni: CniCall): Blocking<null> {
  const path = `${FOLDER}/${cni.containerId}`
  const stdin = cni.p.fs.readText(path)
  if (isErrno(stdin)) return null
  cni.p.fs.unlink(path)
  yield* callPlugin(cni, 'bridge', 'DEL', stdin)
  return null
}

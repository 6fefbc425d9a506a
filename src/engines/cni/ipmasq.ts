// Masquerading of what leaves a container's network. (Ref: plugins pkg/ip/ipmasq_linux.go)
import type { Blocking } from '../../os/program.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { formatNet, isV4, type IpNet } from './address.ts'
import { chainName, commentOf, Iptables, isNotExist } from './iptables.ts'
import type { CniCall } from './skel.ts'

const TABLE = 'nat'

export function* setupIpMasq(cni: CniCall, network: string, net: IpNet): Blocking<void> {
  const v4 = isV4(net.ip)
  const iptables = new Iptables(cni, !v4)
  const chain = chainName(network, cni.containerId)
  const comment = ['-m', 'comment', '--comment', commentOf(network, cni.containerId)]
  yield* iptables.ensureChain('', TABLE, chain)
  const groups = v4 ? '224.0.0.0/4' : 'ff00::/8'
  yield* iptables.appendUnique('', TABLE, chain, ['-d', formatNet(net), '-j', 'ACCEPT', ...comment])
  yield* iptables.appendUnique('', TABLE, chain, ['!', '-d', groups, '-j', 'MASQUERADE', ...comment])
  const entry = ['-s', formatAddress(net.ip), '-j', chain, ...comment]
  yield* iptables.appendUnique('', TABLE, 'POSTROUTING', entry)
}

export function* teardownIpMasq(cni: CniCall, network: string, net: IpNet): Blocking<void> {
  const iptables = new Iptables(cni, !isV4(net.ip))
  const chain = chainName(network, cni.containerId)
  const comment = ['-m', 'comment', '--comment', commentOf(network, cni.containerId)]
  // Releases before 0.8 wrote the whole network.
  for (const source of [formatAddress(net.ip), formatNet(net)]) {
    const error = yield* iptables.try(TABLE, '-D', 'POSTROUTING', '-s', source, '-j', chain, ...comment)
    if (error && !isNotExist(error)) cni.fail(error.message)
  }
  yield* clearChain(cni, iptables, chain)
  const error = yield* iptables.try(TABLE, '-X', chain)
  if (error && !isNotExist(error)) cni.fail(error.message)
}

/** Makes the chain when it is not there, else empties it. */
export function* clearChain(cni: CniCall, iptables: Iptables, chain: string): Blocking<void> {
  const made = yield* iptables.try(TABLE, '-N', chain)
  if (!made) return
  if (made.status !== 1) cni.fail(made.message)
  yield* iptables.must('', TABLE, '-F', chain)
}

// The network that a node's runtime uses: the first configuration of /etc/cni/net.d. (Ref: containerd go-cni)
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { readNetworkFile, type NetworkList } from '../../cni/netdir.ts'

const FOLDER = '/etc/cni/net.d'

export const LOOPBACK: NetworkList = {
  name: 'cni-loopback',
  cniVersion: '0.3.1',
  disableCheck: false,
  plugins: [{ type: 'loopback' }],
  text: '',
}

export function firstNetwork(p: Process): NetworkList | string {
  const names = p.fs.readdir(FOLDER)
  const [first] = isErrno(names) ? [] : names.filter((name) => /\.(?:conf|conflist|json)$/.test(name))
  if (first === undefined) return 'cni plugin not initialized'
  return readNetworkFile(p, `${FOLDER}/${first}`)
}

// Sysctls of one interface, as a driver option of its endpoint. Ref: moby daemon/container_operations.go,
// libnetwork/osl/interface_linux.go:setSysctls()
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { goText, writeSysctl } from './netlink.ts'

const OPTION = 'com.docker.network.endpoint.sysctls'
const FORM = /^net\.(?:ipv4|ipv6|mpls)\.[^.]+\.ifname\./i

export function sysctlsOf(
  driverOpts: Readonly<Record<string, string>> | null | undefined,
): readonly string[] {
  const text = driverOpts?.[OPTION] ?? ''
  return text === '' ? [] : text.split(',')
}

/** What is wrong with each. */
export function wrongSysctls(sysctls: readonly string[]): string[] {
  return sysctls
    .filter((sysctl) => !FORM.test(sysctl))
    .map(
      (sysctl) =>
        `unrecognised network interface sysctl '${sysctl}'; represent 'net.X.Y.ethN.Z=V' as 'net.X.Y.IFNAME.Z=V', 'X' must be 'ipv4', 'ipv6' or 'mpls'`,
    )
}

/** In the interface's namespace; what is wrong, or null. */
export function setSysctls(p: Process, ifname: string, sysctls: readonly string[]): string | null {
  for (const sysctl of sysctls) {
    const at = sysctl.indexOf('=')
    if (at < 0) return `expected sysctl '${sysctl}' to have format name=value`
    const name = sysctl
      .slice(0, at)
      .replaceAll('.', '/')
      .replace(/ifname/i, ifname)
    if (isErrno(p.fs.stat(`/proc/sys/${name}`))) return `/proc/sys/${name} is not a sysctl file`
    const refused = writeSysctl(p, name, sysctl.slice(at + 1))
    if (refused) return `unable to write to '/proc/sys/${name}': write /proc/sys/${name}: ${goText(refused)}`
  }
  return null
}

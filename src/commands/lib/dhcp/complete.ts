import type { Process } from '../../../os/program.ts'

/** Devices that could be configured. */
export function completeDevices(p: Process): readonly string[] {
  const links = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  return links.flatMap((m) => (m.type === 'RTM_NEWLINK' && m.ifname !== 'lo' ? [m.ifname] : []))
}

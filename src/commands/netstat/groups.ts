// `netstat -g`: groups of hosts, as /proc/net tells of them. Ref: net-tools netstat.c:igmp_info()
import { isErrno } from '../../uapi/errno.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import type { Tool } from '../lib/tool.ts'

function lines(tool: Tool, file: string): readonly string[] {
  const text = tool.p.fs.readText(`/proc/net/${file}`)
  return isErrno(text) ? [] : text.split('\n').filter((line) => line !== '')
}

function row(dev: string, users: string, group: string): string {
  return `${dev.padEnd(15)} ${users.padEnd(6)} ${group}\n`
}

export function showGroups(tool: Tool): number {
  const { out } = tool
  out.print('IPv6/IPv4 Group Memberships\n')
  out.print(row('Interface', 'RefCnt', 'Group'))
  out.print('--------------- ------ ---------------------\n')
  let dev = ''
  for (const line of lines(tool, 'igmp').slice(1)) {
    const [first = '', second = ''] = line.trim().split(/\s+/)
    if (line.startsWith('\t')) {
      const group = parseInt((first.match(/../g) ?? []).reverse().join(''), 16)
      out.print(row(dev, second, formatInet(group)))
    } else dev = second.replace(/:$/, '')
  }
  for (const line of lines(tool, 'igmp6')) {
    const [, name = '', octets = '', users = ''] = line.trim().split(/\s+/)
    out.print(row(name, users, formatInet6(BigInt(`0x${octets}`))))
  }
  return 0
}

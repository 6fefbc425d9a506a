// Files below /proc/net. Ref: net/netfilter/ipvs/ip_vs_ctl.c:ip_vs_info_seq_show(), ip_vs_stats_show()
import { IPPROTO_TCP } from '../../../wire/ipv4.ts'
import type { Net, Stack } from '../../core/net.ts'
import { ipvsOf, type IpVsService } from './ip_vs.ts'
import { procConns } from './ip_vs_conn.ts'

export function registerProc({ procNet }: Stack, tableSize: number): void {
  procNet.set('ip_vs', (net) => procServices(net, tableSize))
  procNet.set('ip_vs_app', () => 'prot port    usecnt name\n')
  procNet.set('ip_vs_conn', (net) => procConns(net, false))
  procNet.set('ip_vs_conn_sync', (net) => procConns(net, true))
  procNet.set('ip_vs_stats', procStats)
  procNet.set('ip_vs_stats_percpu', procStatsPercpu)
}

function hex(value: number, width: number): string {
  return value.toString(16).toUpperCase().padStart(width, '0')
}

function procServices(net: Net, tableSize: number): string {
  const services = [...ipvsOf(net).services.values()]
  const byPort = services.filter(({ id }) => id.protocol !== undefined)
  const byMark = services.filter(({ id }) => id.protocol === undefined)
  return [
    `IP Virtual Server version 1.2.1 (size=${tableSize})\n`,
    'Prot LocalAddress:Port Scheduler Flags\n',
    '  -> RemoteAddress:Port Forward Weight ActiveConn InActConn\n',
    ...[...byPort, ...byMark].flatMap((svc) => [serviceLine(svc), ...svc.dests.map(destLine)]),
  ].join('')
}

function serviceLine({ id, options, scheduling }: IpVsService): string {
  const ops = options.onePacket ? 'ops ' : ''
  const head =
    id.protocol === undefined
      ? `FWM  ${hex(id.fwmark, 8)} ${scheduling.name} ${ops}`
      : `${id.protocol === IPPROTO_TCP ? 'TCP' : 'UDP'}  ${hex(id.address, 8)}:${hex(id.port, 4)} ${scheduling.name} ${ops} `
  if (options.persistent === null) return `${head}\n`
  // In ticks: CONFIG_HZ is 250.
  return `${head}persistent ${options.persistent * 250} ${hex(options.netmask, 8)}\n`
}

function destLine({ address, port, options, active, inactive }: IpVsService['dests'][number]): string {
  const { forward, weight } = options
  const words = [
    (forward === 'masq' ? 'Masq' : 'Route').padEnd(7),
    String(weight).padEnd(6),
    String(active).padEnd(10),
    String(inactive).padEnd(10),
  ]
  return `  -> ${hex(address, 8)}:${hex(port, 4)}      ${words.join(' ')}\n`
}

const WIDTHS = [8, 8, 8, 16, 16]

function row(values: readonly number[]): string {
  return `${values
    .map((n, i) =>
      n
        .toString(16)
        .toUpperCase()
        .padStart(WIDTHS[i] ?? 8),
    )
    .join(' ')}\n`
}

function totals(net: Net): { readonly counts: string; readonly rates: string } {
  const { stats } = ipvsOf(net)
  const { conns, inPackets, outPackets, inBytes, outBytes } = stats.read()
  const { cps, inPps, outPps, inBps, outBps } = stats.rates()
  return {
    counts: row([conns, inPackets, outPackets, inBytes, outBytes]),
    rates: row([cps, inPps, outPps, inBps, outBps]),
  }
}

function procStats(net: Net): string {
  const { counts, rates } = totals(net)
  return (
    '   Total Incoming Outgoing         Incoming         Outgoing\n' +
    '   Conns  Packets  Packets            Bytes            Bytes\n' +
    `${counts}\n` +
    ' Conns/s   Pkts/s   Pkts/s          Bytes/s          Bytes/s\n' +
    rates
  )
}

/** A machine has two processors; the first does it all. */
function procStatsPercpu(net: Net): string {
  const { counts, rates } = totals(net)
  return (
    '       Total Incoming Outgoing         Incoming         Outgoing\n' +
    'CPU    Conns  Packets  Packets            Bytes            Bytes\n' +
    `  0 ${counts}  1 ${row([0, 0, 0, 0, 0])}  ~ ${counts}\n` +
    '     Conns/s   Pkts/s   Pkts/s          Bytes/s          Bytes/s\n' +
    `    ${rates}`
  )
}

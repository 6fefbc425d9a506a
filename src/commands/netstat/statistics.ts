// `netstat -s`: /proc/net/snmp and netstat in words. Ref: net-tools statistics.c
import { isErrno } from '../../uapi/errno.ts'
import type { Tool } from '../lib/tool.ts'

/** How a counter is told: always, only when it is not 0, below a histogram's title, or never. */
type How = 'always' | 'some' | 'in' | 'out' | 'never'
type Words = Readonly<Record<string, readonly [words: string, how: How]>>

const IP: Words = {
  Forwarding: ['Forwarding: %', 'always'],
  DefaultTTL: ['Default TTL is %', 'never'],
  ForwDatagrams: ['% forwarded', 'always'],
  FragCreates: ['% fragments created', 'some'],
  FragFails: ['% fragments failed', 'some'],
  FragOKs: ['% fragments received ok', 'some'],
  InAddrErrors: ['% with invalid addresses', 'some'],
  InDelivers: ['% incoming packets delivered', 'always'],
  InDiscards: ['% incoming packets discarded', 'always'],
  InHdrErrors: ['% with invalid headers', 'some'],
  InReceives: ['% total packets received', 'always'],
  InUnknownProtos: ['% with unknown protocol', 'some'],
  OutDiscards: ['% outgoing packets dropped', 'some'],
  OutNoRoutes: ['% dropped because of missing route', 'some'],
  OutRequests: ['% requests sent out', 'always'],
  ReasmFails: ['% packet reassemblies failed', 'some'],
  ReasmOKs: ['% packets reassembled ok', 'some'],
  ReasmReqds: ['% reassemblies required', 'some'],
  ReasmTimeout: ['% fragments dropped after timeout', 'some'],
}

const ICMP: Words = {
  InAddrMaskReps: ['address mask replies: %', 'in'],
  InAddrMasks: ['address mask request: %', 'in'],
  InDestUnreachs: ['destination unreachable: %', 'in'],
  InEchoReps: ['echo replies: %', 'in'],
  InEchos: ['echo requests: %', 'in'],
  InErrors: ['% input ICMP message failed', 'always'],
  InMsgs: ['% ICMP messages received', 'always'],
  InParmProbs: ['wrong parameters: %', 'in'],
  InRedirects: ['redirects: %', 'in'],
  InSrcQuenchs: ['source quenches: %', 'in'],
  InTimeExcds: ['timeout in transit: %', 'in'],
  InTimestampReps: ['timestamp replies: %', 'in'],
  InTimestamps: ['timestamp requests: %', 'in'],
  OutAddrMaskReps: ['address mask replies: %', 'out'],
  OutAddrMasks: ['address mask requests: %', 'out'],
  OutDestUnreachs: ['destination unreachable: %', 'out'],
  OutEchoReps: ['echo replies: %', 'out'],
  OutEchos: ['echo requests: %', 'out'],
  OutErrors: ['% ICMP messages failed', 'always'],
  OutMsgs: ['% ICMP messages sent', 'always'],
  OutParmProbs: ['wrong parameters: %', 'out'],
  OutRedirects: ['redirect: %', 'out'],
  OutSrcQuenchs: ['source quenches: %', 'out'],
  OutTimeExcds: ['time exceeded: %', 'out'],
  OutTimestampReps: ['timestamp replies: %', 'out'],
  OutTimestamps: ['timestamp requests: %', 'out'],
}

const TCP: Words = {
  ActiveOpens: ['% active connection openings', 'always'],
  AttemptFails: ['% failed connection attempts', 'always'],
  CurrEstab: ['% connections established', 'always'],
  EstabResets: ['% connection resets received', 'always'],
  InErrs: ['% bad segments received', 'always'],
  InSegs: ['% segments received', 'always'],
  MaxConn: ['', 'never'],
  OutRsts: ['% resets sent', 'always'],
  OutSegs: ['% segments sent out', 'always'],
  PassiveOpens: ['% passive connection openings', 'always'],
  RetransSegs: ['% segments retransmitted', 'always'],
  RtoAlgorithm: ['', 'never'],
  RtoMax: ['', 'never'],
  RtoMin: ['', 'never'],
}

const UDP: Words = {
  InDatagrams: ['% packets received', 'always'],
  InErrors: ['% packet receive errors', 'always'],
  NoPorts: ['% packets to unknown port received', 'always'],
  OutDatagrams: ['% packets sent', 'always'],
  RcvbufErrors: ['% receive buffer errors', 'always'],
  SndbufErrors: ['% send buffer errors', 'always'],
}

const TCPEXT: Words = {
  DelayedACKs: ['% delayed acks sent', 'some'],
  DelayedACKLocked: ['% delayed acks further delayed because of locked socket', 'some'],
  DelayedACKLost: ['Quick ack mode was activated % times', 'some'],
  EmbryonicRsts: ['% resets received for embryonic SYN_RECV sockets', 'some'],
  ListenDrops: ['% SYNs to LISTEN sockets dropped', 'some'],
  ListenOverflows: ['% times the listen queue of a socket overflowed', 'some'],
  TCPHPAcks: ['% predicted acknowledgments', 'some'],
  TCPHPHits: ['% packet headers predicted', 'always'],
  TCPPureAcks: ['% acknowledgments not containing data payload received', 'some'],
  TW: ['% TCP sockets finished time wait in fast timer', 'some'],
  TWKilled: ['% TCP sockets finished time wait in slow timer', 'some'],
  TWRecycled: ['% time wait sockets recycled by time stamp', 'some'],
}

const TABLES: Readonly<Record<string, Words>> = { Ip: IP, Icmp: ICMP, Tcp: TCP, Udp: UDP, TcpExt: TCPEXT }

/** Of which sockets only; all when none is set. */
export interface Only {
  readonly tcp: boolean
  readonly udp: boolean
  readonly raw: boolean
}

function isShown(name: string, only: Only): boolean {
  if (!only.tcp && !only.udp && !only.raw) return true
  if (name === 'Ip' || name === 'Icmp') return only.raw
  if (name === 'Tcp' || name === 'TcpExt') return only.tcp
  return name === 'Udp' ? only.udp : true
}

/** Where the last line stood: below a histogram's title further in, until a plain one comes. */
type Place = 'plain' | 'in' | 'out'

class Statistics {
  #place: Place = 'plain'
  readonly #tool: Tool

  constructor(tool: Tool) {
    this.#tool = tool
  }

  table(name: string, names: readonly string[], values: readonly string[]): void {
    const words = TABLES[name] ?? {}
    this.#tool.out.print(`${name}:\n`)
    for (const [i, counter] of names.entries()) {
      const value = values[i] ?? '0'
      const [text, how] = words[counter] ?? [`${counter}: %`, 'some' as const]
      if (how === 'never' || (how !== 'always' && value === '0')) continue
      this.#line(text.replace('%', value), how)
    }
  }

  #line(text: string, how: How): void {
    const { out } = this.#tool
    if (how === 'in' || how === 'out') {
      if (this.#place !== how) out.print(`    ICMP ${how}put histogram:\n`)
      this.#place = how
    } else if (how === 'always') this.#place = 'plain'
    out.print(`${this.#place === 'plain' ? '    ' : '        '}${text}\n`)
  }
}

export function showStatistics(tool: Tool, only: Only): number {
  for (const file of ['snmp', 'netstat']) {
    const statistics = new Statistics(tool)
    const text = tool.p.fs.readText(`/proc/net/${file}`)
    if (isErrno(text)) {
      tool.complain(`cannot open /proc/net/${file}: ${text.text}`)
      return 1
    }
    const lines = text.split('\n')
    for (let i = 0; i + 1 < lines.length; i += 2) {
      const [title = '', ...names] = (lines[i] ?? '').split(' ')
      const [, ...values] = (lines[i + 1] ?? '').split(' ')
      const name = title.replace(':', '')
      if (isShown(name, only)) statistics.table(name, names, values)
    }
  }
  return 0
}

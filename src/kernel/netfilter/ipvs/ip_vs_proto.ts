// States of a connection as IPVS sees its packets pass. Ref: net/netfilter/ipvs/ip_vs_proto_tcp.c, ip_vs_proto_udp.c
import { TCP_ACK, TCP_FIN, TCP_RST, TCP_SYN } from '../../../wire/tcp.ts'
import { stateTimeout, type IpVsConn, type IpVsState, type NetnsIpvs } from './ip_vs.ts'

export type Direction = 'in' | 'out'

const ACTIVE: ReadonlySet<IpVsState> = new Set(['ESTABLISHED', 'SYN_SENT', 'SYN_RECV', 'SYNACK'])

type Row = Readonly<Record<Exclude<IpVsState, 'UDP'>, IpVsState>>

const NAMES = {
  sNO: 'NONE',
  sES: 'ESTABLISHED',
  sSS: 'SYN_SENT',
  sSR: 'SYN_RECV',
  sFW: 'FIN_WAIT',
  sTW: 'TIME_WAIT',
  sCL: 'CLOSE',
  sCW: 'CLOSE_WAIT',
  sLA: 'LAST_ACK',
  sLI: 'LISTEN',
  sSA: 'SYNACK',
} as const

/** The next states, in the order of `NAMES`. */
function row(words: string): Row {
  const next = words.split(' ').map((word) => NAMES[word as keyof typeof NAMES])
  return Object.fromEntries(Object.values(NAMES).map((state, i) => [state, next[i]])) as unknown as Row
}

interface Table {
  readonly syn: Row
  readonly fin: Row
  readonly ack: Row
  readonly rst: Row
}

const SYN_IN = row('sSR sES sES sSR sSR sSR sSR sSR sSR sSR sSR')
const ACK_IN = row('sES sES sSS sES sFW sTW sCL sCW sCL sLI sES')

/** Ref: tcp_states */
const STATES: Readonly<Record<Direction | 'in only', Table>> = {
  in: {
    syn: SYN_IN,
    fin: row('sCL sCW sSS sTW sTW sTW sCL sCW sLA sLI sTW'),
    ack: ACK_IN,
    rst: row('sCL sCL sCL sSR sCL sCL sCL sCL sLA sLI sSR'),
  },
  out: {
    syn: row('sSS sES sSS sSR sSS sSS sSS sSS sSS sLI sSR'),
    fin: row('sTW sFW sSS sTW sFW sTW sCL sTW sLA sLI sTW'),
    ack: row('sES sES sSS sES sFW sTW sCL sCW sLA sES sES'),
    rst: row('sCL sCL sSS sCL sCL sTW sCL sCL sCL sCL sCL'),
  },
  'in only': {
    syn: SYN_IN,
    fin: row('sCL sFW sSS sTW sFW sTW sCL sCW sLA sLI sTW'),
    ack: ACK_IN,
    rst: row('sCL sCL sCL sSR sCL sCL sCL sCL sLA sLI sCL'),
  },
}

/** Ref: tcp_state_idx() */
function kindOf(flags: number): keyof Table | null {
  if (flags & TCP_RST) return 'rst'
  if (flags & TCP_SYN) return 'syn'
  if (flags & TCP_FIN) return 'fin'
  return flags & TCP_ACK ? 'ack' : null
}

/** Ref: set_tcp_state(), udp_state_transition(); `flags` of TCP, else null. */
export function ipVsSetState(
  ipvs: NetnsIpvs,
  cp: IpVsConn,
  direction: Direction,
  flags: number | null,
): void {
  if (flags === null) {
    cp.state = 'UDP'
    cp.timeout = stateTimeout(ipvs, 'UDP')
    return assure(cp)
  }
  let table: Table = STATES[direction]
  if (cp.noOutput) {
    if (direction === 'out') cp.noOutput = false
    else table = STATES['in only']
  }
  const kind = kindOf(flags)
  const state: IpVsState = kind === null || cp.state === 'UDP' ? 'CLOSE' : table[kind][cp.state]
  if (state !== cp.state) count(cp, ACTIVE.has(state))
  if (state !== cp.state && state === 'ESTABLISHED') assure(cp)
  cp.state = state
  cp.timeout = stateTimeout(ipvs, state)
}

/** Ref: ip_vs_control_assure_ct() */
function assure({ control }: IpVsConn): void {
  if (control) control.state = 'ESTABLISHED'
}

function count(cp: IpVsConn, active: boolean): void {
  if (active !== cp.idle) return
  cp.dest.active += active ? 1 : -1
  cp.dest.inactive += active ? -1 : 1
  cp.idle = !active
}

// What is printed of each event. Ref: iptables/xtables-monitor.c:rule_cb(), chain_cb(), table_cb(), trace_cb()
import type { Process } from '../../os/program.ts'
import type { NftFamily, NftHook, NftRule } from '../../uapi/netfilter.ts'
import type { NftChange, NftEvent, NftTrace, NftTraceVerdict } from '../../uapi/nfmonitor.ts'
import { ruleText } from '../iptables/ruletext.ts'
import type { MonitorSettings } from './options.ts'
import { packetWords } from './packet.ts'
import { asRead, complaints } from './unparsed.ts'

const OPTIONS: Readonly<Record<NftFamily, string>> = { ip: '-4', ip6: '-6' }
/** NFPROTO_* */
const NUMBERS: Readonly<Record<NftFamily, number>> = { ip: 2, ip6: 10 }

const HOOKS: Readonly<Record<NftHook, string>> = {
  PREROUTING: 'prerouting',
  INPUT: 'input',
  FORWARD: 'forward',
  OUTPUT: 'output',
  POSTROUTING: 'postrouting',
}

/** Empty of an event that is not asked for. */
export function eventText(p: Process, event: NftEvent, settings: MonitorSettings): string {
  if (event.type === 'NEWGEN') return `NEWGEN: GENID=${event.genid} PID=${event.pid} NAME=${event.comm}\n`
  if (settings.family !== null && settings.family !== event.family) return ''
  if (event.type === 'TRACE') return traceText(p, event, settings)
  return ` EVENT: ${changeText(p, event, settings)}\n`
}

/** What the program ends with when it cannot read the event's rule, and how far its line then is; null: it can. */
export function failure(
  event: NftEvent,
  text: string,
): { readonly why: string; readonly shown: string } | null {
  if (event.type !== 'RULE' && event.type !== 'TRACE') return null
  if (event.family !== 'ip6' || !event.rule || text === '') return null
  const errors = complaints(event.rule.rule)
  if (errors.length === 0) return null
  const table = ` -t ${event.table} `
  return {
    why: errors.map((error) => `Error: ${error}\n`).join(''),
    shown: text.slice(0, text.indexOf(table) + table.length),
  }
}

function changeText(p: Process, event: NftChange, settings: MonitorSettings): string {
  const { family, table, added } = event
  const place = `${OPTIONS[family]} -t ${table}`
  switch (event.type) {
    case 'TABLE': {
      const what = `table ${table} ${family} flags 0 use ${event.use} handle ${event.handle}`
      return `nft: ${added ? 'NEW' : 'DEL'} table: ${what}`
    }
    case 'RULE':
      return ruleCommand(p, event, event.rule, added, settings)
    case 'CHAIN': {
      const { chain, base, use } = event
      if (!added) return `${place} -X ${chain}`
      if (!base) return `${place} -N ${chain}`
      // The one kind that may change a packet's route; of tables that are not nat's the others only filter.
      const kind = table === 'nat' ? 'nat' : table === 'mangle' && base.hook === 'OUTPUT' ? 'route' : 'filter'
      const hook = `type ${kind} hook ${HOOKS[base.hook]} prio ${base.priority}`
      const policy = `policy ${base.policy.toLowerCase()} packets 0 bytes 0 flags 1`
      return `# nft: ${family} ${table} ${chain} use ${use} ${hook} ${policy}`
    }
  }
}

/** `-4 -t filter [0:0] -A INPUT -j DROP` */
function ruleCommand(
  p: Process,
  { family, table, chain }: Pick<NftTrace, 'family' | 'table' | 'chain'>,
  rule: NftRule,
  added: boolean,
  { counters }: MonitorSettings,
): string {
  const counts = counters ? ` [${rule.packets}:${rule.bytes}]` : ''
  const text = ruleText(p, family, family === 'ip6' ? asRead(rule.rule) : rule.rule)
  const command = `${OPTIONS[family]} -t ${table}${counts} -${added ? 'A' : 'D'} ${chain}`
  return text === '' ? command : `${command} ${text}`
}

function traceText(p: Process, event: NftTrace, settings: MonitorSettings): string {
  const { packet, rule, verdict } = event
  const head = `${NUMBERS[event.family]} ${event.id.toString(16).padStart(8, '0')} `
  const line = packet ? `PACKET: ${head}${packetWords(packet)}\n` : ''
  const place = `${line} TRACE: ${head}${event.table}:${event.chain}:`
  if (!rule) return `${place}policy:${verdictText(verdict)} \n`
  const command = ruleCommand(p, event, rule, true, settings)
  return `${place}rule:0x${rule.handle.toString(16)}:${verdictText(verdict)}  ${command}\n`
}

/** The program has no name for NFT_RETURN. */
function verdictText(verdict: NftTraceVerdict): string {
  if (typeof verdict !== 'string') return `${verdict.goto ? 'GOTO' : 'JUMP'}:${verdict.chain}`
  return verdict === 'RETURN' ? '0xfffffffb' : verdict
}

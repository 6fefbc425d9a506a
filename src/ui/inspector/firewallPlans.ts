// What the Firewall and Conntrack tabs can change, as the commands each change types.
import type { FirewallChainView, FirewallTableView, FlowView, NetnsView } from '../../store/lab.ts'
import { plan, refuse, type Plan, type View, word } from '../canvas/gestures/gesture.ts'
import { machineOf } from '../canvas/view.ts'
import { execFor } from '../canvas/gestures/reach.ts'

/** A chain, and the table it is in. */
export interface ChainPlace {
  readonly netns: NetnsView
  readonly table: FirewallTableView
  readonly chain: FirewallChainView
}

/** `spec` as it stands in a rule: `-p tcp --dport 80 -j ACCEPT`. Its words are the person's own. */
export function planAppendRule(view: View, place: ChainPlace, spec: string): Plan {
  return onChain(view, place, `rule in ${place.chain.name}`, (name) => `-A ${name} ${spec.trim()}`)
}

export function planReplaceRule(view: View, place: ChainPlace, number: number, spec: string): Plan {
  const note = `rule ${number} of ${place.chain.name} changed`
  return onChain(view, place, note, (name) => `-R ${name} ${number} ${spec.trim()}`)
}

export function planDeleteRule(view: View, place: ChainPlace, number: number): Plan {
  return onChain(view, place, `no rule ${number} in ${place.chain.name}`, (name) => `-D ${name} ${number}`)
}

export function planPolicy(view: View, place: ChainPlace, policy: 'ACCEPT' | 'DROP'): Plan {
  return onChain(view, place, `policy of ${place.chain.name}`, (name) => `-P ${name} ${policy}`)
}

export function planZero(view: View, place: ChainPlace): Plan {
  return onChain(view, place, `counters of ${place.chain.name}`, (name) => `-Z ${name}`)
}

export function planForgetFlow(view: View, netns: NetnsView, flow: FlowView): Plan {
  return onNetns(view, netns, (machine, exec) =>
    plan(machine, 'forget a flow', [`${exec}conntrack -D ${flow.filter}`]),
  )
}

function onChain(view: View, place: ChainPlace, note: string, words: (chain: string) => string): Plan {
  const { netns, table, chain } = place
  return onNetns(view, netns, (machine, exec) => {
    const program = table.family === 'ip6' ? 'ip6tables' : 'iptables'
    const which = table.name === 'filter' ? '' : ` -t ${table.name}`
    return plan(machine, note, [`${exec}${program}${which} ${words(word(chain.name))}`])
  })
}

function onNetns(view: View, netns: NetnsView, then: (machine: string, exec: string) => Plan): Plan {
  const exec = execFor(netns)
  const machine = machineOf(view, netns)
  if (exec === null || machine?.kind !== 'machine') return refuse('No command can reach it.')
  return then(machine.name, exec)
}

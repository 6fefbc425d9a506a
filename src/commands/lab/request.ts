// What a line of `lab` asks for, where it is plain: machines, switches, cables.
import type { Process } from '../../os/program.ts'
import type { CableEnd, LabNode, LabReply, LabRequest } from '../../uapi/lab.ts'

/** The reply, or null when it was a complaint that has been printed. */
export function carryOut(
  p: Process,
  request: LabRequest | string,
): (LabReply & { readonly error: null }) | null {
  const reply = typeof request === 'string' ? { error: request } : p.lab.call(request)
  if (reply.error !== null) {
    p.io.err(`lab: ${reply.error}\n`)
    return null
  }
  if (typeof request !== 'string' && request.op === 'list') p.io.out(reply.nodes.map(describe).join(''))
  return reply
}

/** What is asked, or what is wrong with it. */
export function readRequest(verb: string, words: readonly string[]): LabRequest | string {
  const [first, second, third] = words
  switch (verb) {
    case 'list':
    case 'ls':
    case 'show':
      return first === undefined ? { op: 'list' } : tooMany(first)
    case 'add': {
      if (first !== 'machine' && first !== 'switch') {
        return first === undefined
          ? "say what to add: 'machine', 'switch' or 'cluster'"
          : `cannot add a '${first}': only a machine, a switch or a cluster`
      }
      if (second === undefined) return `say what to call the ${first}: lab add ${first} NAME`
      if (third !== undefined) return tooMany(third)
      return first === 'machine' ? { op: 'add-machine', name: second } : { op: 'add-switch', name: second }
    }
    case 'del':
    case 'delete': {
      if (first === undefined) return 'say what to remove: lab del NAME'
      return second === undefined ? { op: 'remove', name: first } : tooMany(second)
    }
    case 'cable': {
      if (first === undefined || second === undefined) return 'a cable has two ends: lab cable host:eth1 sw1'
      if (third !== undefined) return tooMany(third)
      const [a, b] = [readEnd(first), readEnd(second)]
      if (typeof a === 'string') return a
      return typeof b === 'string' ? b : { op: 'cable', a, b }
    }
    case 'uncable': {
      if (first === undefined) return 'say which cable by one of its ends: lab uncable host:eth1'
      if (second !== undefined) return tooMany(second)
      const end = readEnd(first)
      return typeof end === 'string' ? end : { op: 'uncable', end }
    }
    default:
      return `'${verb}' is not something lab can do, try 'lab help'`
  }
}

export function tooMany(word: string): string {
  return `'${word}' is one word too many, try 'lab help'`
}

function readEnd(text: string): CableEnd | string {
  const match = /^([^:]+)(?::([^:]+))?$/.exec(text)
  const [, node, nic] = match ?? []
  return node === undefined
    ? `'${text}' is not an end of a cable: write NAME or NAME:NIC`
    : { node, nic: nic ?? null }
}

/** `machine host` and below it `  eth0 -- sw1:port1`. */
function describe(node: LabNode): string {
  const nics = node.nics.map(({ name, peer }) => {
    if (peer === null) return `  ${name}\n`
    return `  ${name} -- ${peer.node}${peer.nic === null ? '' : `:${peer.nic}`}\n`
  })
  return `${node.kind} ${node.name}\n${nics.join('')}`
}

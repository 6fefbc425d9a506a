// How commands get into a namespace.
import type { NetnsView } from '../../../store/lab.ts'
import { netnsKind } from '../view.ts'
import { word } from './gesture.ts'

/** How a command names a process in a namespace that has no name itself; null when there is none. */
function processIn(netns: NetnsView): string | null {
  const { name, pid, container } = netns
  if (name !== null) return null
  if (container && netnsKind(netns) === 'container')
    return `$(docker inspect -f '{{.State.Pid}}' ${word(container.name)})`
  return pid === null ? null : String(pid)
}

/** How `ip` is begun for a namespace: `ip`, `ip -n red`, `nsenter -t 812 -n ip`; null when nothing leads into it. */
export function ipFor(netns: NetnsView): string | null {
  if (netns.root) return 'ip'
  if (netns.name !== null) return `ip -n ${word(netns.name)}`
  const exec = execFor(netns)
  return exec === null ? null : `${exec}ip`
}

/** What goes before any other program: nothing, `ip netns exec red `, or `nsenter -t 812 -n `. */
export function execFor(netns: NetnsView): string | null {
  if (netns.root) return ''
  if (netns.name !== null) return `ip netns exec ${word(netns.name)} `
  const process = processIn(netns)
  return process === null ? null : `nsenter -t ${process} -n `
}

/** As `ip link … netns` takes it: a name, or a process id; 1 is in the machine's own. */
export function netnsWord(netns: NetnsView): string | null {
  if (netns.root) return '1'
  return netns.name === null ? processIn(netns) : word(netns.name)
}

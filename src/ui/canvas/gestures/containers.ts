// Containers of Docker and pods of a cluster: `docker run -d …`, `kubectl run …`, and what is done with them then. What has
// no name of its own below /run/netns is reached through docker and nsenter (view.ts).
import type { MachineView, NetnsView } from '../../../store/lab.ts'
import { labMachine, machineOf, netnsKind } from '../view.ts'
import { freeName } from './freeName.ts'
import { type Plan, plan, refuse, type View, word } from './gesture.ts'

/** What is asked for in the form. The command is shell, as it would be typed. */
export interface WantedContainer {
  readonly name: string
  readonly image: string
  readonly network: string
  /** `8080:80`, several with spaces between. */
  readonly ports: string
  readonly command: string
}

export interface WantedPod {
  readonly name: string
  readonly image: string
  readonly port: string
}

export function planRun(machine: MachineView, wanted: WantedContainer): Plan {
  const { name, image, network, ports, command } = wanted
  if (image === '') return refuse('A container is made from an image.')
  const parts = [
    'docker run -d',
    ...(name === '' ? [] : [`--name ${word(name)}`]),
    ...(network === '' || network === 'bridge' ? [] : [`--network ${word(network)}`]),
    ...ports.split(/[\s,]+/).flatMap((p) => (p === '' ? [] : [`-p ${word(p)}`])),
    word(image),
    ...(command === '' ? [] : [command]),
  ]
  const note = `container ${name || image}`
  const run = parts.join(' ')
  if (machine.docker) return plan(machine.name, note, [run])
  return plan(machine.name, `${note}: Docker does not run on ${machine.name} yet, so it is started first`, [
    'systemctl start docker',
    run,
  ])
}

export function planStart(machine: MachineView, container: string): Plan {
  return plan(machine.name, `start ${container}`, [`docker start ${word(container)}`])
}

export function planPod(view: View, { name, image, port }: WantedPod): Plan {
  const machine = labMachine(view, null)
  if (!machine) return refuse('There is no machine to type the command on.')
  if (name === '' || image === '') return refuse('A pod has a name, and is made from an image.')
  const exposed = port === '' ? '' : ` --port=${word(port)}`
  return plan(machine.name, `pod ${name}`, [`kubectl run ${word(name)} --image=${word(image)}${exposed}`])
}

/** `logs`, `stop`, `restart`: of a pod only its logs. */
export function planContainer(view: View, netns: NetnsView, verb: 'logs' | 'stop' | 'restart'): Plan {
  const { container } = netns
  const on = terminalFor(view, netns)
  if (!container || !on) return refuse('That container is gone.')
  const { kind, name } = container
  const line = kind === 'container' ? `docker ${verb} ${word(name)}` : `kubectl ${verb} ${podWords(name)}`
  return plan(on.name, `${verb} ${name}`, [line])
}

export function planRemove(view: View, netns: NetnsView): Plan {
  const { container } = netns
  const on = terminalFor(view, netns)
  if (!container || !on) return refuse('That container is gone.')
  const { kind, name } = container
  const line = kind === 'container' ? `docker rm -f ${word(name)}` : `kubectl delete pod ${podWords(name)}`
  return plan(on.name, `remove ${kind} ${name}`, [line])
}

/** Where a shell in it is opened, and by what command; null when there is none. */
export function shellIn(
  view: View,
  netns: NetnsView,
): { readonly machine: string; readonly name: string; readonly command: string } | null {
  const on = terminalFor(view, netns)
  const { container, pid } = netns
  if (!on) return null
  if (!container || netnsKind(netns) === 'namespace') {
    if (pid === null) return null
    return { machine: on.name, name: `pid ${pid}`, command: `nsenter -t ${pid} -n bash` }
  }
  const { kind, name } = container
  const command =
    kind === 'container' ? `docker exec -it ${word(name)} sh` : `kubectl exec -it ${podWords(name)} -- sh`
  return { machine: on.name, name: name.slice(name.indexOf('/') + 1), command }
}

/** The first of `web`, `web2`, … that is free on a machine. */
export function freeContainer(machine: MachineView, image: string): string {
  const stem = image.replace(/^.*\//, '').replace(/[:@].*$/, '') || 'box'
  const known = machine.namespaces.flatMap(({ container }) => (container ? [container.name] : []))
  const taken = new Set([...known, ...(machine.docker?.stopped ?? [])])
  return taken.has(stem) ? freeName(taken, stem, 2) : stem
}

/** docker is on the machine itself; kubectl where the lab's person sits. */
function terminalFor(view: View, netns: NetnsView): MachineView | null {
  return netnsKind(netns) === 'pod' ? labMachine(view, null) : (machineOf(view, netns) ?? null)
}

/** `web`, `dns -n kube-system`: a pod as kubectl takes it, from its name with the cluster's namespace before it. */
function podWords(name: string): string {
  const [first = '', rest] = name.split('/')
  return rest === undefined ? word(first) : `${word(rest)} -n ${word(first)}`
}

// lab: the machines, switches and cables around this one. What the canvas types when a machine is dragged in.
import { MILLISECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { LabQuestion, LabRequest, LabWork } from '../../uapi/lab.ts'
import type { Blocking, Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { carryOut, readRequest, tooMany } from './request.ts'
import { DOCKER_IMAGES, dockerScript } from './software.ts'

/** How often another machine's work is looked at. */
const POLL = 20 * MILLISECOND

const USAGE = `Usage: lab add machine NAME
       lab add switch NAME
       lab add cluster N [host-gw|vxlan]
       lab del NAME
       lab cable END END
       lab uncable END
       lab install docker NAME [IMAGE...]
       lab list
       lab why [COMMAND...]
       lab reach [PORT]
where  END := NAME[:NIC]      a machine's network card (host:eth1), or a switch (sw1)
Without NIC a machine gets a new card, eth0 or the next that is free, and a switch finds a free port itself.
A cluster is Kubernetes on N machines (control-plane, node1 ...) on a switch of their own, joined to this machine.
Install puts Docker on a machine and starts it, with images beside its first ones (busybox, alpine, nginx):
${DOCKER_IMAGES.join(', ')}.
Why explains why the last ping, curl, nc or the like failed (or why COMMAND fails), and what would let it through.
Reach shows who reaches whom by ping, or on a TCP port.
`

const VERBS = ['add', 'cable', 'del', 'help', 'install', 'list', 'reach', 'uncable', 'why'] as const

export const labCommand: Command = {
  name: 'lab',
  path: '/usr/bin/lab',
  summary: 'add, remove and connect the machines and switches of the lab',
  supports: [
    'lab add machine NAME',
    'lab add switch NAME',
    'lab add cluster N [host-gw|vxlan]',
    'lab del NAME',
    'lab cable NAME[:NIC] NAME[:NIC]',
    'lab uncable NAME[:NIC]',
    'lab install docker NAME [IMAGE…]',
    'lab list',
    'lab why [COMMAND…]',
    'lab reach [PORT]',
    'lab help',
  ],
  *run(p: Process) {
    const [verb, ...words] = p.argv.slice(1)
    if (verb === undefined) {
      p.io.err(USAGE)
      return 1
    }
    if (verb === 'help' || verb === '--help' || verb === '-h') {
      p.io.out(USAGE)
      return 0
    }
    if (verb === 'why') return yield* ask(p, whyOf(p, words))
    if (verb === 'reach') {
      const [port, more] = words
      if (more !== undefined || (port !== undefined && !isPort(port))) {
        p.io.err(`lab: ${more === undefined ? `'${port}' is not a port` : tooMany(more)}\n`)
        return 1
      }
      return yield* ask(p, { kind: 'reach', port: port === undefined ? null : Number(port) })
    }
    const reply = carryOut(p, readLarger(verb, words))
    if (!reply) return 1
    if (reply.script !== undefined) return yield* finish(p, reply.script)
    return reply.work ? yield* waitFor(p, reply.work) : 0
  },
  complete,
}

/** What is left to do on this machine, by a shell that takes this program's place. */
function* finish(p: Process, script: string): Blocking<number> {
  const status = yield* p.procs.exec('/bin/bash', ['bash', '-c', script])
  if (!isErrno(status)) return status
  p.io.err(`lab: bash: ${status.text}\n`)
  return 1
}

/** Another machine's work, waited for. */
function* waitFor(p: Process, work: LabWork): Blocking<number> {
  while (!work.done) yield* p.clock.sleep(POLL)
  p.io.out(work.words)
  return work.status
}

function whyOf(p: Process, argv: readonly string[]): LabQuestion {
  const probe = argv.length === 0 ? null : { netns: p.net.netns().inode, argv }
  return { kind: 'why', probe }
}

/** The answer is found on a copy of the lab; in the copy itself whoever asks waits for ever. */
function* ask(p: Process, question: LabQuestion): Blocking<number> {
  const answer = p.lab.ask(question)
  if (answer.kind === 'hold') yield* p.clock.wait([])
  if (answer.kind === 'error') {
    p.io.err(`lab: ${answer.error}\n`)
    return 1
  }
  if (answer.kind === 'lines') p.io.out(answer.lines.map((line) => `${line}\n`).join(''))
  return 0
}

function isPort(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65535
}

/** What the page has from the start does not know how to ask for. */
function readLarger(verb: string, words: readonly string[]): LabRequest | string {
  const [first, second, third, fourth] = words
  if (verb === 'add' && first === 'cluster') return readCluster(second, third, fourth)
  if (verb === 'install') return readInstall(first, second, words.slice(2))
  return readRequest(verb, words)
}

function readInstall(
  software: string | undefined,
  machine: string | undefined,
  images: readonly string[],
): LabRequest | string {
  if (software === undefined) return 'say what to install: lab install docker NAME'
  if (software !== 'docker') return `cannot install '${software}': only docker`
  if (machine === undefined) return 'say on which machine: lab install docker NAME'
  const unknown = images.find((image) => !DOCKER_IMAGES.includes(image.replace(/:latest$/, '')))
  if (unknown !== undefined) return `vethlab has no image '${unknown}': it has ${DOCKER_IMAGES.join(', ')}`
  return { op: 'start', machine, script: dockerScript(images) }
}

function readCluster(size?: string, backend?: string, more?: string): LabRequest | string {
  if (size === undefined) return 'say how many machines: lab add cluster 2'
  if (!/^[1-9]\d*$/.test(size)) return `'${size}' is not a number of machines: lab add cluster 2`
  if (more !== undefined) return tooMany(more)
  return { op: 'add-cluster', size: Number(size), backend: backend ?? null }
}

function complete(p: Process, words: readonly string[]): readonly string[] {
  const typed = words.at(-1) ?? ''
  return candidates(p, words.slice(1, -1)).filter((word) => word.startsWith(typed))
}

function candidates(p: Process, before: readonly string[]): readonly string[] {
  const [verb] = before
  if (verb === undefined) return VERBS
  if (verb === 'add') {
    if (before.length === 1) return ['cluster', 'machine', 'switch']
    return before[1] === 'cluster' && before.length === 3 ? ['host-gw', 'vxlan'] : []
  }
  if (verb === 'install' && before.length === 1) return ['docker']
  if (verb === 'install' && before.length > 2) return DOCKER_IMAGES
  if (verb !== 'install' && verb !== 'del' && verb !== 'cable' && verb !== 'uncable') return []
  if (before.length > (verb === 'cable' || verb === 'install' ? 2 : 1)) return []
  const reply = p.lab.call({ op: 'list' })
  if (reply.error !== null) return []
  const names = reply.nodes.map((node) => node.name)
  if (verb === 'del') return names
  if (verb === 'install') return reply.nodes.flatMap(({ kind, name }) => (kind === 'machine' ? name : []))
  const ends = reply.nodes.flatMap((node) =>
    node.kind === 'switch' ? [] : node.nics.map((nic) => `${node.name}:${nic.name}`),
  )
  return [...names, ...ends]
}

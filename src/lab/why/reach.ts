// Who reaches whom: every machine and namespace asks every other one, on one copy of the lab, all at the same time but
// each only one at a time.
import { formatInet } from '../../wire/inet.ts'
import type { Lab } from '../lab.ts'
import type { NetnsId, NetnsView } from '../view.ts'
import { ViewBuilder } from '../viewbuilder.ts'
import { Cluster } from './cluster.ts'
import { inside } from './experiment.ts'
import { probeTo, type Probe, type Way } from './probe.ts'
import { covers } from './prefixes.ts'
import { holdersIn, type Holder } from './scene.ts'

export interface ReachEnd {
  readonly netns: NetnsId
  readonly machine: string
  readonly inode: number
  readonly name: string
  /** null: it has none, and cannot be reached. */
  readonly address: string | null
}

export interface ReachCell {
  /** The address that was asked for; null where nothing was asked: oneself, and who has no address. */
  readonly to: string | null
  readonly reached: boolean
}

export interface Matrix {
  /** null: asked by ping. */
  readonly port: number | null
  readonly ends: readonly ReachEnd[]
  /** By who asks, then by who is asked. */
  readonly cells: readonly (readonly ReachCell[])[]
}

interface End {
  readonly view: NetnsView
  readonly inode: number
  readonly name: string
  readonly holders: readonly Holder[]
}

const NOTHING: ReachCell = { to: null, reached: false }

/** Changes the lab: to be given a copy. */
export function reach(lab: Lab, port: number | null): Matrix {
  const way: Way = port === null ? { by: 'ping' } : { by: 'tcp', port }
  const ends = endsOf(lab)
  const cells: ReachCell[][] = ends.map(() => ends.map(() => NOTHING))
  for (let round = 1; round < ends.length; round++) {
    const asked = ends.flatMap((from, i) => {
      const j = (i + round) % ends.length
      const to = ends[j] && addressFor(from, ends[j])
      return to ? [{ i, j, to, probe: probeTo(from.view.machine, from.inode, to, way) }] : []
    })
    const results = lab.together(
      asked.map(({ probe }) => ({ machine: probe.machine, command: quick(lab, probe) })),
    )
    for (const [n, { i, j, to }] of asked.entries()) {
      const row = cells[i]
      if (row) row[j] = { to, reached: results[n]?.status === 0 }
    }
  }
  return {
    port,
    ends: ends.map(({ view, inode, name, holders }) => ({
      netns: view.id,
      machine: view.machine,
      inode,
      name,
      address: holders[0] ? formatInet(holders[0].address) : null,
    })),
    cells,
  }
}

/** One packet and one second: nobody watches. */
function quick(lab: Lab, probe: Probe): string {
  const { kind, host, command } = probe
  const line = kind === 'ping' ? `ping -n -q -c 1 -W 1 ${host}` : command.replace(/-w \d+/, '-w 1')
  return inside(lab, probe, line)
}

/** Machines and their namespaces; a machine's own only when it has an address, or nothing else is there. */
function endsOf(lab: Lab): End[] {
  const views = new ViewBuilder(lab)
  views.update(true)
  const machines = views.view.machines.filter(({ kind }) => kind === 'machine')
  const cluster = Cluster.of(
    lab,
    machines.map(({ name }) => name),
  )
  const all = machines.flatMap(({ namespaces }) =>
    namespaces.map((view) => {
      const own = nameOf(view, cluster)
      return { view, inode: Number(view.id.split('/')[1]), name: own, holders: usable(view) }
    }),
  )
  const shown = all.filter(({ view, holders }) => !view.root || holders.length > 0)
  const names = shown.map(({ name }) => name)
  return shown.map((end) => {
    const twice = names.filter((name) => name === end.name).length > 1
    return twice && !end.view.root ? { ...end, name: `${end.view.machine}/${end.name}` } : end
  })
}

function nameOf(view: NetnsView, cluster: Cluster | null): string {
  if (view.root) return view.machine
  const [own] = usable(view)
  const pod = own && cluster?.podAt(own.address)
  const inode = view.id.split('/')[1] ?? ''
  return view.container?.name ?? pod?.metadata.name ?? view.name ?? `netns ${inode}`
}

function usable(view: NetnsView): Holder[] {
  return holdersIn(view).filter((h) => h.device.kind !== 'loopback' && h.device.addresses.length > 0)
}

/** One on a link of the asker's if there is any. */
function addressFor(from: End, to: End): string | null {
  const near = to.holders.find((h) =>
    from.holders.some((own) => own.address !== h.address && covers(own.address, own.length, h.address)),
  )
  const chosen = near ?? to.holders[0]
  return chosen ? formatInet(chosen.address) : null
}

/** A table for a terminal: who asks stands on the left. */
export function reachLines({ port, ends, cells }: Matrix): string[] {
  if (ends.length < 2) return ['There are no two ends that could reach each other.']
  const names = ends.map(({ name }) => name)
  const what = port === null ? 'ping' : `tcp ${port}`
  const left = Math.max(...names.map((name) => name.length), what.length)
  const head = `${what.padEnd(left)}  ${names.join('  ')}`
  const rows = ends.map(({ name }, i) => {
    const marks = (cells[i] ?? []).map(({ to, reached }, j) =>
      (i === j ? '.' : to === null ? '-' : reached ? 'ok' : 'no').padEnd(names[j]?.length ?? 0),
    )
    return `${name.padEnd(left)}  ${marks.join('  ')}`.trimEnd()
  })
  return [head, ...rows]
}

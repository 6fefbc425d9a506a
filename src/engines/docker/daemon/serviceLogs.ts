// What the programs of several tasks have written, told by the manager, who asks the nodes. (Ref: moby
// daemon/cluster/services.go:ServiceLogs(), swarmkit manager/logbroker)
import type { Blocking } from '../../../os/program.ts'
import { SECOND } from '../../../sim/clock.ts'
import { encodeUtf8 } from '../../../wire/utf8.ts'
import type { Channel } from '../http/channel.ts'
import type { Manager } from '../swarmkit/manager.ts'
import type { ServiceTask } from '../swarmkit/objects.ts'
import type { Daemon } from './daemon.ts'
import { frameOf, textOf, within, type LogOptions } from './routes/logOptions.ts'

/** Docker's nodes send as it comes; here they are asked. */
const FOLLOW_INTERVAL = SECOND / 2

/** `tasksOf` may name more from time to time. */
export function* sendServiceLogs(
  d: Daemon,
  manager: Manager,
  tasksOf: () => readonly ServiceTask[],
  options: LogOptions,
  send: (data: Uint8Array) => Blocking<boolean>,
  channel: Channel,
): Blocking<void> {
  const seen = new Map<string, number>()
  for (;;) {
    for (const task of tasksOf()) {
      const from = seen.get(task.id) ?? 0
      const entries = yield* manager.logs(task, from)
      seen.set(task.id, from + entries.length)
      const wanted = entries.filter((entry) => options.wanted(entry) && within(entry, options))
      const first = from === 0 && /^\d+$/.test(options.tail)
      for (const entry of first ? wanted.slice(Math.max(0, wanted.length - Number(options.tail))) : wanted) {
        const text = textOf({ ...entry, attrs: { ...entry.attrs, ...contextOf(task) } }, options)
        if (!(yield* send(frameOf(entry, false, encodeUtf8(text))))) return
      }
    }
    if (!options.follow) return
    yield { on: [], until: d.p.clock.now() + FOLLOW_INTERVAL }
    channel.poll()
    if (channel.gone || d.stopping) return
  }
}

function contextOf({ id, nodeId, serviceId }: ServiceTask): Readonly<Record<string, string>> {
  return {
    'com.docker.swarm.node.id': nodeId,
    'com.docker.swarm.service.id': serviceId,
    'com.docker.swarm.task.id': id,
  }
}

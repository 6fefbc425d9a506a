// A socket's reader is woken. Ref: net/core/sock.c:sock_def_readable()
import { MICROSECOND } from '../../sim/clock.ts'
import type { WaitQueue } from '../../sim/wait.ts'
import type { Stack } from '../core/net.ts'

/** From a packet's delivery until the process that waits for it runs. */
const SHORTEST_WAKE = 3 * MICROSECOND
const WAKE_SPREAD = 14 * MICROSECOND

function wakeReader(socket: WaitQueue): void {
  socket.wake()
}

/** It runs as soon as a processor is free for it. */
export function dataReady(socket: WaitQueue, { clock, random }: Stack): void {
  clock.after(SHORTEST_WAKE + random.below(WAKE_SPREAD), wakeReader, socket, null)
}

// Signals: who gets them, what they do. Ref: kernel/signal.c, signal(7)
import type { Signal } from '../uapi/signal.ts'
import { SIGNALS } from '../uapi/signal.ts'
import type { ProcessTable, Task } from './task.ts'
import { WaitQueue } from '../sim/wait.ts'

const STOPS = bits(['STOP', 'TSTP', 'TTIN', 'TTOU'])
const IGNORED_BY_DEFAULT = bits(['CHLD', 'CONT', 'WINCH'])
const BY_NUMBER: readonly (Signal | undefined)[] = byNumber()

function bit(signal: Signal): number {
  return 1 << SIGNALS[signal]
}

export function bits(signals: readonly Signal[]): number {
  let mask = 0
  for (const signal of signals) mask |= bit(signal)
  return mask
}

function byNumber(): (Signal | undefined)[] {
  const table: (Signal | undefined)[] = []
  for (const [name, number] of Object.entries(SIGNALS)) table[number] = name as Signal
  return table
}

/** A signal for one process. init takes none. `inside`: it comes from one of the process's own namespace. */
export function sendSignal(task: Task, signal: Signal, inside = false): void {
  if (task.state === 'Z' || task.parent === null) return
  if (task.pid === task.pidns.reaper && isProtected(task, signal, inside)) return
  const mask = bit(signal)
  if (signal === 'CONT') {
    task.pending &= ~STOPS
    proceed(task)
  }
  if (mask & STOPS) task.pending &= ~bit('CONT')
  if (!cares(task, signal)) return
  task.pending |= mask
  if (task.runner.current === task) return
  if (mask & STOPS && !task.handlers?.has(signal)) {
    task.pending &= ~mask
    return stop(task, signal)
  }
  if (signal === 'KILL') proceed(task)
  task.wake('signal')
}

/**
 * Process 1 of a namespace gets what it has a handler for, and from outside what nobody can handle.
 * Ref: kernel/signal.c:sig_task_ignored()
 */
function isProtected(task: Task, signal: Signal, inside: boolean): boolean {
  if (task.handlers?.has(signal)) return false
  return inside || (signal !== 'KILL' && signal !== 'STOP' && signal !== 'CONT')
}

function cares(task: Task, signal: Signal): boolean {
  if (signal === 'KILL' || signal === 'STOP') return true
  const mask = bit(signal)
  if (task.ignored & mask) return false
  return !(IGNORED_BY_DEFAULT & mask) || (task.handlers?.has(signal) ?? false)
}

/** True when somebody is in the group. */
export function signalGroup(table: ProcessTable, pgid: number, signal: Signal | null): boolean {
  const members = table.group(pgid)
  if (signal) for (const task of members) sendSignal(task, signal)
  return members.length > 0
}

export function setAction(task: Task, signal: Signal, action: 'default' | 'ignore' | (() => void)): void {
  if (signal === 'KILL' || signal === 'STOP') return
  const mask = bit(signal)
  task.ignored &= ~mask
  task.handlers?.delete(signal)
  if (action === 'ignore') {
    task.ignored |= mask
    task.pending &= ~mask
  } else if (action !== 'default') {
    task.handlers ??= new Map()
    task.handlers.set(signal, action)
  }
}

export function ignores(task: Task, signal: Signal): boolean {
  return (task.ignored & bit(signal)) !== 0
}

/**
 * Takes the pending signals off a process that is about to run or to sleep. Gives the one that kills it, `caught` when
 * handlers ran, or null. May leave it stopped.
 */
export function deliverSignals(task: Task): Signal | 'caught' | null {
  let outcome: 'caught' | null = null
  if (task.pending & bit('KILL')) return 'KILL'
  while (task.pending !== 0 && !task.stopped) {
    const number = 31 - Math.clz32(task.pending & -task.pending)
    const signal = BY_NUMBER[number]
    task.pending &= ~(1 << number)
    if (!signal) continue
    const handler = task.handlers?.get(signal)
    if (handler) {
      outcome = 'caught'
      try {
        handler()
      } catch (thrown) {
        task.unwind = thrown
        return outcome
      }
    } else if ((1 << number) & STOPS) stop(task, signal)
    else if (!(task.ignored & (1 << number)) && !(IGNORED_BY_DEFAULT & (1 << number))) return signal
  }
  return outcome
}

/** A signal that would kill it is pending. */
export function fatalPending(task: Task): Signal | null {
  for (let rest = task.pending; rest !== 0; rest &= rest - 1) {
    const number = 31 - Math.clz32(rest & -rest)
    const signal = BY_NUMBER[number]
    if (signal && !((1 << number) & STOPS) && !task.handlers?.has(signal)) return signal
  }
  return null
}

function stop(task: Task, signal: Signal): void {
  if (task.stopped) return
  // A terminal does not stop those whom nobody could continue. Ref: kernel/signal.c:get_signal()
  if (signal !== 'STOP' && isOrphaned(task.table, task.pgid)) return
  task.stopped = true
  task.stoppedBy = signal
  task.stopReported = false
  tellParent(task)
}

/** No member of the group has a parent outside it that minds it. Ref: kernel/exit.c:will_become_orphaned_pgrp() */
export function isOrphaned(table: ProcessTable, pgid: number): boolean {
  for (const task of table.group(pgid)) {
    const { parent } = task
    if (task.state !== 'Z' && parent && parent.pgid !== pgid && parent.sid === task.sid) return false
  }
  return true
}

/** SIGCONT: a stopped process goes on, whether or not it cares for the signal. */
function proceed(task: Task): void {
  if (!task.stopped) return
  task.stopped = false
  task.stopReported = true
  if (task.state === 'R') task.runner.enqueue(task)
  else if (task.pending !== 0) task.wake('signal')
}

/** Something happened to a child. */
export function tellParent(task: Task): void {
  const { parent } = task
  if (!parent) return
  parent.childEvents?.wake()
  sendSignal(parent, 'CHLD')
}

/** What a parent that waits for its children sleeps on. */
export function childEvents(task: Task): WaitQueue {
  task.childEvents ??= new WaitQueue()
  return task.childEvents
}

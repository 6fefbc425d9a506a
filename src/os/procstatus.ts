// What /proc/PID/stat and status tell of a process, in the numbers of the namespace that the /proc belongs to.
// Ref: fs/proc/array.c
import { SECOND } from '../sim/clock.ts'
import { capabilityMask } from '../uapi/capability.ts'
import { SIGNALS } from '../uapi/signal.ts'
import type { PidNamespace } from './pidns.ts'
import { stateOf } from './processinfo.ts'
import type { Task } from './task.ts'

/** Clock ticks a second (USER_HZ). */
const USER_HZ = 100
/** Major device number of /dev/pts/N (UNIX98_PTY_SLAVE_MAJOR). */
const PTS_MAJOR = 136
const STATE_NAMES = { R: 'running', S: 'sleeping', T: 'stopped', Z: 'zombie' } as const

function ticks(task: Task): number {
  return Math.floor((task.started / SECOND) * USER_HZ)
}

export function statLine(task: Task, pidns: PidNamespace): string {
  const number = (pid: number): number => pidns.numberOf(pid)
  const terminal = task.terminal ? PTS_MAJOR * 256 + Number(/\d+$/.exec(task.terminal.path)) : 0
  const foreground = task.terminal ? number(task.terminal.pgrp) : -1
  return (
    `${number(task.pid)} (${task.comm}) ${stateOf(task)} ${number(task.ppid)} ${number(task.pgid)} ` +
    `${number(task.sid)} ${terminal} ${foreground} ` +
    `4194304 0 0 0 0 0 0 0 0 20 0 1 0 ${ticks(task)} 0 0${' 0'.repeat(28)}\n`
  )
}

export function statusText(task: Task, pidns: PidNamespace): string {
  const state = stateOf(task)
  const hex = (mask: number): string => (mask >>> 1).toString(16).padStart(16, '0')
  const pid = pidns.numberOf(task.pid)
  const lines: readonly (readonly [string, string | number])[] = [
    ['Name', task.comm],
    ['Umask', '0022'],
    ['State', `${state} (${STATE_NAMES[state]})`],
    ['Tgid', pid],
    ['Ngid', 0],
    ['Pid', pid],
    ['PPid', pidns.numberOf(task.ppid)],
    ['TracerPid', 0],
    ['Uid', Array(4).fill(task.uid).join('\t')],
    ['Gid', Array(4).fill(task.gid).join('\t')],
    ['FDSize', 256],
    ['Groups', ' '],
    ['NStgid', numbers(task, pidns, task.pid)],
    ['NSpid', numbers(task, pidns, task.pid)],
    ['NSpgid', numbers(task, pidns, task.pgid)],
    ['NSsid', numbers(task, pidns, task.sid)],
    ['Kthread', 0],
    ['Threads', 1],
    ['SigQ', '0/7801'],
    ['SigPnd', hex(task.pending)],
    ['ShdPnd', hex(0)],
    ['SigBlk', hex(0)],
    ['SigIgn', hex(task.ignored)],
    ['SigCgt', hex(caughtBy(task))],
    ['CapInh', '0000000000000000'],
    ['CapPrm', capabilityMask(task.capabilities)],
    ['CapEff', capabilityMask(task.capabilities)],
    ['CapBnd', capabilityMask(task.bounding)],
    ['CapAmb', '0000000000000000'],
    ['NoNewPrivs', Number(task.noNewPrivs)],
    ['Seccomp', 0],
    ['Seccomp_filters', 0],
    ['Cpus_allowed', 1],
    ['Cpus_allowed_list', 0],
    ['Mems_allowed_list', 0],
    ['voluntary_ctxt_switches', 0],
    ['nonvoluntary_ctxt_switches', 0],
  ]
  return lines.map(([name, value]) => `${name}:\t${value}\n`).join('')
}

/** The same process, group or session in that namespace and in those below it, down to the process's own. */
function numbers(task: Task, top: PidNamespace, pid: number): string {
  const all: number[] = []
  for (let ns: PidNamespace | null = task.pidns; ns && ns.level >= top.level; ns = ns.parent) {
    all.unshift(ns.numberOf(pid))
  }
  return all.join('\t')
}

function caughtBy(task: Task): number {
  let caught = 0
  for (const signal of task.handlers?.keys() ?? []) caught |= 1 << SIGNALS[signal]
  return caught
}

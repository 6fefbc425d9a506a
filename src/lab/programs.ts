// What is installed on every machine.
import type { Program } from '../os/program.ts'
import { bashProgram } from '../shell/bash.ts'
import { arpCommand } from '../commands/arp/arp.ts'
import { basenameCommand } from '../commands/basename/basename.ts'
import { bridgeCommand } from '../commands/bridge/bridge.ts'
import { catCommand } from '../commands/cat/cat.ts'
import { chmodCommand } from '../commands/chmod/chmod.ts'
import { cutCommand } from '../commands/cut/cut.ts'
import { dirnameCommand } from '../commands/dirname/dirname.ts'
import { echoCommand } from '../commands/echo/echo.ts'
import { falseCommand } from '../commands/false/false.ts'
import { grepCommand } from '../commands/grep/grep.ts'
import { egrepCommand } from '../commands/grep/grep.ts'
import { fgrepCommand } from '../commands/grep/grep.ts'
import { headCommand } from '../commands/head/head.ts'
import { hostnameCommand } from '../commands/hostname/hostname.ts'
import { ipCommand } from '../commands/ip/ip.ts'
import { lsCommand } from '../commands/ls/ls.ts'
import { mkdirCommand } from '../commands/mkdir/mkdir.ts'
import { pingCommand } from '../commands/ping/ping.ts'
import { readlinkCommand } from '../commands/readlink/readlink.ts'
import { rmCommand } from '../commands/rm/rm.ts'
import { rmdirCommand } from '../commands/rmdir/rmdir.ts'
import { routeCommand } from '../commands/route/route.ts'
import { seqCommand } from '../commands/seq/seq.ts'
import { sleepCommand } from '../commands/sleep/sleep.ts'
import { sortCommand } from '../commands/sort/sort.ts'
import { sysctlCommand } from '../commands/sysctl/sysctl.ts'
import { tailCommand } from '../commands/tail/tail.ts'
import { teeCommand } from '../commands/tee/tee.ts'
import { touchCommand } from '../commands/touch/touch.ts'
import { trCommand } from '../commands/tr/tr.ts'
import { trueCommand } from '../commands/true/true.ts'
import { uniqCommand } from '../commands/uniq/uniq.ts'
import { wcCommand } from '../commands/wc/wc.ts'
import { yesCommand } from '../commands/yes/yes.ts'

export const BASH: Program = bashProgram(function* () {
  return 1
})

export const PROGRAMS: readonly { readonly path: string; readonly run: Program }[] = [
  { path: '/usr/bin/bash', run: BASH },
  { path: '/usr/bin/sh', run: BASH },
  ...[
    arpCommand,
    basenameCommand,
    bridgeCommand,
    catCommand,
    chmodCommand,
    cutCommand,
    dirnameCommand,
    echoCommand,
    falseCommand,
    grepCommand,
    egrepCommand,
    fgrepCommand,
    headCommand,
    hostnameCommand,
    ipCommand,
    lsCommand,
    mkdirCommand,
    pingCommand,
    readlinkCommand,
    rmCommand,
    rmdirCommand,
    routeCommand,
    seqCommand,
    sleepCommand,
    sortCommand,
    sysctlCommand,
    tailCommand,
    teeCommand,
    touchCommand,
    trCommand,
    trueCommand,
    uniqCommand,
    wcCommand,
    yesCommand,
  ],
]

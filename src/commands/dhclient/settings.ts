import type { OptionTable } from '../lib/options.ts'

export type DhclientOption = 'four' | '1' | 'd' | 'lf' | 'n' | 'nw' | 'pf' | 'q' | 'r' | 'v' | 'version' | 'x'

/** Options of one hyphen, however long; those with a value take the next word. */
export const OPTIONS: OptionTable<DhclientOption> = {
  four: ['-4', 'IPv4'],
  '1': ['-1', 'try once'],
  d: ['-d', 'stay in the foreground'],
  lf: ['-lf FILE', 'where leases are kept'],
  n: ['-n', 'configure nothing'],
  nw: ['-nw', 'go to the background at once'],
  pf: ['-pf FILE', 'where its process number is written'],
  q: ['-q', 'say nothing'],
  r: ['-r', 'give the lease back'],
  v: ['-v', 'say what happens'],
  version: ['--version', 'print the version'],
  x: ['-x', 'end the client that runs, and keep the lease'],
}

const WITH_VALUE: ReadonlySet<string> = new Set(['lf', 'pf'])
/** Options that real Linux has and vethlab has not. */
const REFUSED: ReadonlySet<string> = new Set(
  '-6 -4o6 -N -T -P -p -i -s -g -D -e -E -H -V -I -F -cf -df -sf -decline-wait-time -w -S -R'.split(' '),
)

export interface DhclientSettings {
  readonly devices: readonly string[]
  readonly once: boolean
  readonly foreground: boolean
  readonly verbose: boolean
  readonly release: boolean
  readonly exit: boolean
  readonly noWait: boolean
  readonly leaseFile: string
  readonly pidFile: string
}

const LEASES = '/var/lib/dhcp/dhclient.leases'
const PID_FILE = '/run/dhclient.pid'

export function readSettings(
  words: readonly string[],
): DhclientSettings | { readonly unsupported: string } | { readonly unknown: string } | 'version' {
  const given = new Map<string, string>()
  const devices: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '--version') return 'version'
    if (!word.startsWith('-')) {
      devices.push(word)
      continue
    }
    const name = word === '-4' ? 'four' : word.slice(1)
    if (REFUSED.has(word)) return { unsupported: word }
    if (!Object.hasOwn(OPTIONS, name) || name === 'version') return { unknown: word }
    if (!WITH_VALUE.has(name)) given.set(name, '')
    else if (words[i + 1] === undefined) return { unknown: word }
    else given.set(name, words[++i] ?? '')
  }
  return {
    devices,
    once: given.has('1'),
    foreground: given.has('d'),
    verbose: (given.has('v') || given.has('d')) && !given.has('q'),
    release: given.has('r'),
    exit: given.has('x'),
    noWait: given.has('nw'),
    leaseFile: given.get('lf') ?? LEASES,
    pidFile: given.get('pf') ?? PID_FILE,
  }
}

export const BANNER = `Internet Systems Consortium DHCP Client 4.4.3-P1
Copyright 2004-2022 Internet Systems Consortium.
All rights reserved.
For info, please visit https://www.isc.org/software/dhcp/

`

export const USAGE = `Usage: dhclient [-4|-6] [-SNTPRI1dvrxi] [-nw] [-p <port>] [-D LL|LLT]
                [--dad-wait-time <seconds>] [--prefix-len-hint <length>]
                [--decline-wait-time <seconds>]
                [--address-prefix-len <length>]
                [-s server-addr] [-cf config-file]
                [-df duid-file] [-lf lease-file]
                [-pf pid-file] [--no-pid] [-e VAR=val]
                [-sf script-file] [interface]*
       dhclient {--version|--help|-h}
`

export const GOODBYE = `
If you think you have received this message due to a bug rather
than a configuration issue please read the section on submitting
bugs on either our web page at www.isc.org or in the README file
before submitting a bug.  These pages explain the proper
process and the information we find helpful for debugging.

exiting.
`

// brctl's commands, their least number of arguments and their help (bridge-utils 1.7).

export interface BrctlUsage {
  readonly name: string
  readonly args: number
  readonly help: string
}

export const USAGES = [
  { name: 'addbr', args: 1, help: '<bridge>\t\tadd bridge' },
  { name: 'delbr', args: 1, help: '<bridge>\t\tdelete bridge' },
  { name: 'addif', args: 2, help: '<bridge> <device>\tadd interface to bridge' },
  { name: 'delif', args: 2, help: '<bridge> <device>\tdelete interface from bridge' },
  { name: 'hairpin', args: 3, help: '<bridge> <port> {on|off}\tturn hairpin on/off' },
  { name: 'setageing', args: 2, help: '<bridge> <time>\t\tset ageing time' },
  { name: 'setbridgeprio', args: 2, help: '<bridge> <prio>\t\tset bridge priority' },
  { name: 'setfd', args: 2, help: '<bridge> <time>\t\tset bridge forward delay' },
  { name: 'sethello', args: 2, help: '<bridge> <time>\t\tset hello time' },
  { name: 'setmaxage', args: 2, help: '<bridge> <time>\t\tset max message age' },
  { name: 'setpathcost', args: 3, help: '<bridge> <port> <cost>\tset path cost' },
  { name: 'setportprio', args: 3, help: '<bridge> <port> <prio>\tset port priority' },
  { name: 'show', args: 0, help: '[ <bridge> ]\t\tshow a list of bridges' },
  { name: 'showmacs', args: 1, help: '<bridge>\t\tshow a list of mac addrs' },
  { name: 'showstp', args: 1, help: '<bridge>\t\tshow bridge stp info' },
  { name: 'stp', args: 2, help: '<bridge> {on|off}\tturn stp on/off' },
] as const satisfies readonly BrctlUsage[]

export type BrctlVerb = (typeof USAGES)[number]['name']

export const USAGE: string = `Usage: brctl [commands]\ncommands:\n${USAGES.map(
  ({ name, help }) => `\t${name.padEnd(10)}\t${help}\n`,
).join('')}`

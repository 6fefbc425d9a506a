// apt-get and apt as a machine without a way to its mirror has them: what is here is installed, nothing else can be found.
import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'

const UNSTABLE = '\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n'
const LISTS = 'Reading package lists...\n'
const TREE = `${LISTS}Building dependency tree...\nReading state information...\n`
const FAILED = 100

/** Packages of Debian 12 whose programs are here. */
const INSTALLED: Readonly<Record<string, string>> = {
  bash: '5.2.15-2+b8',
  'bind9-dnsutils': '1:9.18.49-1~deb12u3',
  'bind9-host': '1:9.18.49-1~deb12u3',
  'bridge-utils': '1.7.1-1',
  bsdextrautils: '2.38.1-5+deb12u3',
  conntrack: '1:1.4.7-1+b2',
  coreutils: '9.1-1',
  curl: '7.88.1-10+deb12u15',
  'dnsmasq-base': '2.90-4~deb12u2',
  ethtool: '1:6.1-1',
  'inetutils-telnet': '2:2.4-2+deb12u3',
  iperf3: '3.12-1+deb12u2',
  iproute2: '6.1.0-3',
  ipset: '7.17-1',
  ipvsadm: '1:1.31-1+b1',
  iptables: '1.8.9-2',
  'iputils-arping': '3:20221126-1+deb12u1',
  'iputils-ping': '3:20221126-1+deb12u1',
  'iputils-tracepath': '3:20221126-1+deb12u1',
  'isc-dhcp-client': '4.4.3-P1-2',
  jq: '1.6-2.1+deb12u1',
  less: '590-2.1~deb12u2',
  'net-tools': '2.10-0.1+deb12u2',
  'netcat-openbsd': '1.219-1',
  nftables: '1.0.6-2+deb12u2',
  nginx: '1.22.1-9+deb12u11',
  procps: '2:4.0.2-3',
  psmisc: '23.6-1',
  python3: '3.11.2-1+b1',
  socat: '1.7.4.4-2',
  tcpdump: '4.99.3-1',
  traceroute: '1:2.1.2-1',
  udhcpc: '1:1.35.0-4+deb12u1+b1',
  'util-linux': '2.38.1-5+deb12u3',
  wget: '1.21.3-1+deb12u1',
}

/** Names that stand for another package. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  dnsutils: 'bind9-dnsutils',
  dnsmasq: 'dnsmasq-base',
  telnet: 'inetutils-telnet',
  netcat: 'netcat-openbsd',
  arping: 'iputils-arping',
  iproute: 'iproute2',
}

const ARCHIVES = [
  ['http://deb.debian.org/debian', 'bookworm'],
  ['http://deb.debian.org/debian', 'bookworm-updates'],
  ['http://deb.debian.org/debian-security', 'bookworm-security'],
] as const
const UNRESOLVED = "Temporary failure resolving 'deb.debian.org'"

export const aptCommands: readonly Command[] = (['apt', 'apt-get'] as const).map((name) => ({
  name,
  path: `/usr/bin/${name}`,
  summary:
    'handle packages as a machine that is offline: what is here is installed, the rest cannot be found',
  supports: [`${name} update`, `${name} install [-y] PACKAGE...`],
  *run(p: Process) {
    if (name === 'apt') p.io.err(UNSTABLE)
    return apt(p, p.argv.slice(1))
  },
}))

function apt(p: Process, words: readonly string[]): number {
  const [verb, ...names] = words.filter((word) => !word.startsWith('-'))
  switch (verb) {
    case 'update':
      return update(p, words)
    case 'install':
      return install(p, names)
    case undefined:
    case 'upgrade':
    case 'dist-upgrade':
    case 'full-upgrade':
    case 'remove':
    case 'purge':
    case 'autoremove':
    case 'clean':
    case 'search':
    case 'show':
    case 'list':
      p.io.err(`${p.argv[0] ?? ''}: ${verb ?? 'its usage'} is not supported in vethlab\n`)
      return 1
    default:
      p.io.err(`E: Invalid operation ${verb}\n`)
      return FAILED
  }
}

/** What cannot be fetched is a warning only. */
function update(p: Process, words: readonly string[]): number {
  const quiet = words.some((word) => /^-q{2,}|^-qq/.test(word))
  if (!quiet) {
    for (const [i, [url, suite]] of ARCHIVES.entries()) p.io.out(`Ign:${i + 1} ${url} ${suite} InRelease\n`)
    for (const [i, [url, suite]] of ARCHIVES.entries()) {
      p.io.out(`Err:${i + 1} ${url} ${suite} InRelease\n  ${UNRESOLVED}\n`)
    }
    p.io.out(LISTS)
  }
  for (const [url, suite] of ARCHIVES) {
    p.io.err(`W: Failed to fetch ${url}/dists/${suite}/InRelease  ${UNRESOLVED}\n`)
  }
  p.io.err('W: Some index files failed to download. They have been ignored, or old ones used instead.\n')
  return 0
}

function install(p: Process, names: readonly string[]): number {
  p.io.out(TREE)
  const missing = names.filter((name) => INSTALLED[STANDS_FOR[name] ?? name] === undefined)
  for (const name of missing) p.io.err(`E: Unable to locate package ${name}\n`)
  if (missing.length > 0) return FAILED
  for (const name of names) {
    const real = STANDS_FOR[name] ?? name
    if (real !== name) p.io.out(`Note, selecting '${real}' instead of '${name}'\n`)
  }
  for (const name of names) {
    const real = STANDS_FOR[name] ?? name
    p.io.out(`${real} is already the newest version (${INSTALLED[real]}).\n`)
  }
  p.io.out('0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n')
  return 0
}

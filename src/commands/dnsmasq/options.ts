import type { OptionTable } from '../lib/options.ts'

export type DnsmasqOption =
  | 'address'
  | 'addnHosts'
  | 'bindInterfaces'
  | 'cname'
  | 'confFile'
  | 'domain'
  | 'expandHosts'
  | 'hostRecord'
  | 'interface'
  | 'keepInForeground'
  | 'listenAddress'
  | 'local'
  | 'localTtl'
  | 'logFacility'
  | 'logQueries'
  | 'mxHost'
  | 'noDaemon'
  | 'noHosts'
  | 'noPoll'
  | 'noResolv'
  | 'pidFile'
  | 'port'
  | 'ptrRecord'
  | 'resolvFile'
  | 'server'
  | 'srvHost'
  | 'test'
  | 'txtRecord'
  | 'user'
  | 'version'

/** Of a configuration file too, without the hyphens. */
export const OPTIONS: OptionTable<DnsmasqOption> = {
  address: ['-A, --address=/DOMAIN/ADDRESS', 'address of all hosts in a domain'],
  addnHosts: ['-H, --addn-hosts=FILE', 'read a hosts file besides /etc/hosts'],
  bindInterfaces: ['-z, --bind-interfaces', 'bind only to addresses that are listened on'],
  cname: ['--cname=ALIAS,TARGET', 'another name'],
  confFile: ['-C, --conf-file=FILE', 'read options from a file'],
  domain: ['-s, --domain=DOMAIN', 'domain of simple names'],
  expandHosts: ['-E, --expand-hosts', 'add the domain to simple names of hosts files'],
  hostRecord: ['--host-record=NAME,ADDRESS', 'a name with its addresses, both ways'],
  interface: ['-i, --interface=DEVICE', 'listen on a device'],
  keepInForeground: ['-k, --keep-in-foreground', 'stay in the foreground'],
  listenAddress: ['-a, --listen-address=ADDRESS', 'listen on an address'],
  local: ['--local=/DOMAIN/', 'never ask others about a domain'],
  localTtl: ['-T, --local-ttl=SECONDS', 'time to live of what is known here'],
  logFacility: ['-8, --log-facility=FILE', 'write the log to a file, or - for standard error'],
  logQueries: ['-q, --log-queries', 'log the questions'],
  mxHost: ['-m, --mx-host=NAME,HOST,PREFERENCE', 'an MX record'],
  noDaemon: ['-d, --no-daemon', 'stay in the foreground and log there'],
  noHosts: ['-h, --no-hosts', 'do not read /etc/hosts'],
  noPoll: ['-n, --no-poll', 'do not look whether resolv.conf has changed'],
  noResolv: ['-R, --no-resolv', 'do not read /etc/resolv.conf'],
  pidFile: ['-x, --pid-file=FILE', 'where its process number is written'],
  port: ['-p, --port=PORT', 'port to listen on'],
  ptrRecord: ['--ptr-record=NAME,TARGET', 'a PTR record'],
  resolvFile: ['-r, --resolv-file=FILE', 'read servers from this file'],
  server: ['-S, --server=[/DOMAIN/]ADDRESS[#PORT]', 'ask this server'],
  srvHost: ['-W, --srv-host=NAME,TARGET,PORT,PRIORITY,WEIGHT', 'an SRV record'],
  test: ['--test', 'check the options'],
  txtRecord: ['-Y, --txt-record=NAME,TEXT', 'a TXT record'],
  user: ['-u, --user=USER', 'user to run as'],
  version: ['-v, --version', 'print the version'],
}

export const REFUSED: readonly string[] = [
  '-1, --enable-dbus[=NAME]',
  '-2, --no-dhcp-interface=DEVICE',
  '-3, --bootp-dynamic',
  '-5, --no-ping',
  '-6, --dhcp-script=FILE',
  '-7, --conf-dir=DIR',
  '-b, --bogus-priv',
  '-B, --bogus-nxdomain=ADDRESS',
  '-c, --cache-size=SIZE',
  '-D, --domain-needed',
  '-F, --dhcp-range=RANGE',
  '-G, --dhcp-host=HOST',
  '-g, --group=GROUP',
  '-I, --except-interface=DEVICE',
  '-K, --dhcp-authoritative',
  '-l, --dhcp-leasefile=FILE',
  '-N, --no-negcache',
  '-o, --strict-order',
  '-O, --dhcp-option=OPTION',
  '-Q, --query-port=PORT',
  '-y, --localise-queries',
  '--all-servers',
  '--auth-server=SERVER',
  '--auth-zone=ZONE',
  '--bind-dynamic',
  '--dnssec',
  '--enable-ra',
  '--enable-tftp',
  '--interface-name=NAME',
  '--rev-server=SERVER',
  '--stop-dns-rebind',
]

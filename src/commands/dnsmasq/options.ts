import type { OptionTable } from '../lib/options.ts'

export type DnsmasqOption =
  | 'address'
  | 'addnHosts'
  | 'bindInterfaces'
  | 'cname'
  | 'confFile'
  | 'dhcpAuthoritative'
  | 'dhcpHost'
  | 'dhcpLeaseFile'
  | 'dhcpOption'
  | 'dhcpRange'
  | 'dhcpSequential'
  | 'domain'
  | 'expandHosts'
  | 'hostRecord'
  | 'interface'
  | 'keepInForeground'
  | 'listenAddress'
  | 'local'
  | 'localTtl'
  | 'logDhcp'
  | 'logFacility'
  | 'logQueries'
  | 'mxHost'
  | 'noDaemon'
  | 'noDhcpInterface'
  | 'noHosts'
  | 'noPing'
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
  dhcpAuthoritative: ['-K, --dhcp-authoritative', 'speak for the network: refuse what is not known'],
  dhcpHost: ['-G, --dhcp-host=MAC,NAME,ADDRESS,TIME', 'what one host is given'],
  dhcpLeaseFile: ['-l, --dhcp-leasefile=FILE', 'where leases are kept'],
  dhcpOption: ['-O, --dhcp-option=OPTION,VALUE', 'an option to send: a number or option:NAME'],
  dhcpRange: ['-F, --dhcp-range=START,END,NETMASK,TIME', 'addresses to give away by DHCP'],
  dhcpSequential: ['--dhcp-sequential-ip', 'give the lowest free address'],
  domain: ['-s, --domain=DOMAIN', 'domain of simple names'],
  expandHosts: ['-E, --expand-hosts', 'add the domain to simple names of hosts files'],
  hostRecord: ['--host-record=NAME,ADDRESS', 'a name with its addresses, both ways'],
  interface: ['-i, --interface=DEVICE', 'listen on a device'],
  keepInForeground: ['-k, --keep-in-foreground', 'stay in the foreground'],
  listenAddress: ['-a, --listen-address=ADDRESS', 'listen on an address'],
  local: ['--local=/DOMAIN/', 'never ask others about a domain'],
  localTtl: ['-T, --local-ttl=SECONDS', 'time to live of what is known here'],
  logDhcp: ['--log-dhcp', 'log what is in DHCP messages'],
  logFacility: ['-8, --log-facility=FILE', 'write the log to a file, or - for standard error'],
  logQueries: ['-q, --log-queries', 'log the questions'],
  mxHost: ['-m, --mx-host=NAME,HOST,PREFERENCE', 'an MX record'],
  noDaemon: ['-d, --no-daemon', 'stay in the foreground and log there'],
  noDhcpInterface: ['-2, --no-dhcp-interface=DEVICE', 'no DHCP on a device'],
  noHosts: ['-h, --no-hosts', 'do not read /etc/hosts'],
  noPing: ['-5, --no-ping', 'do not look whether somebody has an address that is offered'],
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
  '-3, --bootp-dynamic',
  '-6, --dhcp-script=FILE',
  '-7, --conf-dir=DIR',
  '-b, --bogus-priv',
  '-B, --bogus-nxdomain=ADDRESS',
  '-c, --cache-size=SIZE',
  '-D, --domain-needed',
  '-g, --group=GROUP',
  '-I, --except-interface=DEVICE',
  '-N, --no-negcache',
  '-o, --strict-order',
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

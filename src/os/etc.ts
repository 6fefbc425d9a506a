// What a machine's /etc holds: facts of Debian 12, shortened where nobody looks.

/** Content of the files below /etc by path. */
export function etcFiles(hostname: string): Readonly<Record<string, string>> {
  return {
    hostname: `${hostname}\n`,
    hosts: `127.0.0.1\tlocalhost\n127.0.1.1\t${hostname}\n::1\tlocalhost ip6-localhost ip6-loopback\n`,
    'resolv.conf': '',
    'host.conf': 'multi on\n',
    networks: 'default\t\t0.0.0.0\nloopback\t127.0.0.0\nlink-local\t169.254.0.0\n\n',
    debian_version: '12.11\n',
    issue: 'Debian GNU/Linux 12 \\n \\l\n\n',
    'os-release': OS_RELEASE,
    'nsswitch.conf': NSSWITCH,
    passwd: PASSWD,
    group: GROUP,
    protocols: PROTOCOLS,
    services: SERVICES,
    shells: '# /etc/shells: valid login shells\n/bin/sh\n/usr/bin/sh\n/bin/bash\n/usr/bin/bash\n',
    'sysctl.conf': '',
    'iproute2/rt_tables': RT_TABLES,
    'iproute2/rt_protos': RT_PROTOS,
    'iproute2/rt_scopes': RT_SCOPES,
    'iproute2/group': '# device group names\n0\tdefault\n',
  }
}

const OS_RELEASE = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
HOME_URL="https://www.debian.org/"
SUPPORT_URL="https://www.debian.org/support"
BUG_REPORT_URL="https://bugs.debian.org/"
`

const NSSWITCH = `# /etc/nsswitch.conf

passwd:         files
group:          files
shadow:         files
gshadow:        files

hosts:          files dns
networks:       files

protocols:      db files
services:       db files
ethers:         db files
rpc:            db files

netgroup:       nis
`

const PASSWD = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
bin:x:2:2:bin:/bin:/usr/sbin/nologin
sys:x:3:3:sys:/dev:/usr/sbin/nologin
www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
`

const GROUP = `root:x:0:
daemon:x:1:
bin:x:2:
sys:x:3:
adm:x:4:
tty:x:5:
www-data:x:33:
nogroup:x:65534:
`

const PROTOCOLS = `# Internet (IP) protocols

ip	0	IP		# internet protocol, pseudo protocol number
icmp	1	ICMP		# internet control message protocol
igmp	2	IGMP		# Internet Group Management
ipencap	4	IP-ENCAP	# IP encapsulated in IP (officially \`\`IP'')
tcp	6	TCP		# transmission control protocol
udp	17	UDP		# user datagram protocol
dccp	33	DCCP		# Datagram Congestion Control Prot. [RFC4340]
ipv6	41	IPv6		# Internet Protocol, version 6
ipv6-route 43	IPv6-Route	# Routing Header for IPv6
ipv6-frag 44	IPv6-Frag	# Fragment Header for IPv6
gre	47	GRE		# General Routing Encapsulation
esp	50	IPSEC-ESP	# Encap Security Payload [RFC2406]
ah	51	IPSEC-AH	# Authentication Header [RFC2402]
ipv6-icmp 58	IPv6-ICMP	# ICMP for IPv6
ospf	89	OSPFIGP		# Open Shortest Path First IGP
vrrp	112	VRRP		# Virtual Router Redundancy Protocol [RFC5798]
sctp	132	SCTP		# Stream Control Transmission Protocol
udplite	136	UDPLite		# UDP-Lite [RFC3828]
`

const SERVICES = `# Network services, Internet style

echo		7/tcp
echo		7/udp
discard		9/tcp		sink null
discard		9/udp		sink null
ftp-data	20/tcp
ftp		21/tcp
ssh		22/tcp				# SSH Remote Login Protocol
telnet		23/tcp
smtp		25/tcp		mail
domain		53/tcp				# Domain Name Server
domain		53/udp
bootps		67/udp
bootpc		68/udp
tftp		69/udp
http		80/tcp		www		# WorldWideWeb HTTP
pop3		110/tcp		pop-3		# POP version 3
sunrpc		111/tcp		portmapper	# RPC 4.0 portmapper
sunrpc		111/udp		portmapper
ntp		123/udp				# Network Time Protocol
imap2		143/tcp		imap		# Interim Mail Access P 2 and 4
snmp		161/tcp				# Simple Net Mgmt Protocol
snmp		161/udp
bgp		179/tcp				# Border Gateway Protocol
https		443/tcp				# http protocol over TLS/SSL
https		443/udp				# HTTP/3
isakmp		500/udp				# IPSEC key management
syslog		514/udp
mysql		3306/tcp
mdns		5353/udp			# Multicast DNS
postgresql	5432/tcp	postgres	# PostgreSQL Database
redis		6379/tcp
http-alt	8080/tcp	webcache	# WWW caching service
`

const RT_TABLES = `#
# reserved values
#
255	local
254	main
253	default
0	unspec
#
# local
#
#1	inr.ruhep
`

const RT_PROTOS = `#
# Reserved protocols.
#
0	unspec
1	redirect
2	kernel
3	boot
4	static
8	gated
9	ra
10	mrt
11	zebra
12	bird
13	dnrouted
14	xorp
15	ntk
16	dhcp
18	keepalived
42	babel
99	openr
186	bgp
187	isis
188	ospf
189	rip
192	eigrp
`

const RT_SCOPES = `#
# reserved values
#
0	global
255	nowhere
254	host
253	link
#
# pseudo-reserved
#
200	site
`

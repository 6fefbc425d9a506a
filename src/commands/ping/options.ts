// ping's options (iputils 20221126) and how their arguments are read.
import type { OptionTable } from '../lib/options.ts'

/** As `ping -h` prints it. */
export const USAGE: string = `
Usage
  ping [options] <destination>

Options:
  <destination>      dns name or ip address
  -a                 use audible ping
  -A                 use adaptive ping
  -B                 sticky source address
  -c <count>         stop after <count> replies
  -C                 call connect() syscall on socket creation
  -D                 print timestamps
  -d                 use SO_DEBUG socket option
  -e <identifier>    define identifier for ping session, default is random for
                     SOCK_RAW and kernel defined for SOCK_DGRAM
                     Imply using SOCK_RAW (for IPv4 only for identifier 0)
  -f                 flood ping
  -h                 print help and exit
  -I <interface>     either interface name or address
  -i <interval>      seconds between sending each packet
  -L                 suppress loopback of multicast packets
  -l <preload>       send <preload> number of packages while waiting replies
  -m <mark>          tag the packets going out
  -M <pmtud opt>     define mtu discovery, can be one of <do|dont|want>
  -n                 no dns name resolution
  -O                 report outstanding replies
  -p <pattern>       contents of padding byte
  -q                 quiet output
  -Q <tclass>        use quality of service <tclass> bits
  -s <size>          use <size> as number of data bytes to be sent
  -S <size>          use <size> as SO_SNDBUF socket option value
  -t <ttl>           define time to live
  -U                 print user-to-user latency
  -v                 verbose output
  -V                 print version and exit
  -w <deadline>      reply wait <deadline> in seconds
  -W <timeout>       time to wait for response

IPv4 options:
  -4                 use IPv4
  -b                 allow pinging broadcast
  -R                 record route
  -T <timestamp>     define timestamp, can be one of <tsonly|tsandaddr|tsprespec>

IPv6 options:
  -6                 use IPv6
  -F <flowlabel>     define flow label, default is random
  -N <nodeinfo opt>  use icmp6 node info query, try <help> as argument

For more details see ping(8).
`

export type PingOption =
  | '4'
  | '6'
  | 'a'
  | 'A'
  | 'b'
  | 'B'
  | 'c'
  | 'C'
  | 'D'
  | 'e'
  | 'f'
  | 'h'
  | 'I'
  | 'i'
  | 'L'
  | 'l'
  | 'm'
  | 'M'
  | 'n'
  | 'O'
  | 'p'
  | 'q'
  | 'Q'
  | 'r'
  | 's'
  | 'S'
  | 't'
  | 'U'
  | 'v'
  | 'V'
  | 'w'
  | 'W'

export const OPTIONS: OptionTable<PingOption> = {
  '4': ['-4', 'use IPv4'],
  '6': ['-6', 'use IPv6'],
  a: ['-a', 'audible ping'],
  A: ['-A', 'adaptive: send as soon as an answer came'],
  b: ['-b', 'allow pinging a broadcast address'],
  B: ['-B', 'keep the source address'],
  c: ['-c COUNT', 'stop after COUNT replies'],
  C: ['-C', 'connect the socket'],
  D: ['-D', 'print timestamps'],
  e: ['-e IDENTIFIER', 'identifier of the session'],
  f: ['-f', 'flood'],
  h: ['-h', 'print help and exit'],
  I: ['-I INTERFACE', 'device or source address'],
  i: ['-i INTERVAL', 'seconds between packets'],
  L: ['-L', 'no loopback of multicast packets'],
  l: ['-l PRELOAD', 'packets sent before waiting for replies'],
  m: ['-m MARK', 'tag the packets going out'],
  M: ['-M HINT', 'path MTU discovery: do, dont or want'],
  n: ['-n', 'no name resolution'],
  O: ['-O', 'report replies that are outstanding'],
  p: ['-p PATTERN', 'fill packets with these octets'],
  q: ['-q', 'only the summary'],
  Q: ['-Q TOS', 'type of service'],
  r: ['-r', 'send to a directly attached network, past the routes'],
  s: ['-s SIZE', 'octets of data'],
  S: ['-S SIZE', 'size of the send buffer'],
  t: ['-t TTL', 'time to live'],
  U: ['-U', 'user-to-user latency'],
  v: ['-v', 'verbose'],
  V: ['-V', 'print version and exit'],
  w: ['-w DEADLINE', 'seconds until it ends'],
  W: ['-W TIMEOUT', 'seconds to wait for a reply'],
}

export const REFUSED: readonly string[] = ['-d', '-R', '-T TIMESTAMP', '-F FLOWLABEL', '-N NODEINFO']

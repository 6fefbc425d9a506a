import { expect, test } from 'vitest'
import { NetBench } from '../lib/nettools/testbench.ts'
import { ipvsadmCommand } from './ipvsadm.ts'

/** Some services, as they are listed. */
function bench(): NetBench {
  const made = new NetBench(ipvsadmCommand)
  const said = made.sh(
    'ipvsadm -A -t 10.0.0.1:80 -s rr',
    'ipvsadm -A -u 10.0.0.1:53',
    'ipvsadm -A -f 256 -s wrr',
    'ipvsadm -A -f 7 -s lc -p',
    'ipvsadm -A -t 10.0.0.2:443 -p 600 -M 255.255.255.0 -s sh -b sh-port,sh-fallback',
    'ipvsadm -A -t 10.0.0.3 -p',
    'ipvsadm -A -u 10.0.0.9:69 -o',
    'ipvsadm -a -t 10.0.0.1:80 -r 10.0.1.2:8080 -m -w 3',
    'ipvsadm -at 10.0.0.1:80 -r10.0.1.3 -m',
    'ipvsadm --add-server --tcp-service=10.0.0.1:80 --real-server 10.0.1.1:80',
    'ipvsadm -a -f 256 -r 10.0.1.2:0 -m -x 10 -y 5',
    'ipvsadm -a -f 256 -r=10.0.1.3 -g -w 0',
  )
  expect(said).toBe('')
  return made
}

const HEAD = `IP Virtual Server version 1.2.1 (size=4096)
Prot LocalAddress:Port Scheduler Flags
  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn
`

test('lists what there is', () => {
  const b = bench()
  expect(b.sh('ipvsadm -Ln')).toBe(`${HEAD}TCP  10.0.0.1:80 rr
  -> 10.0.1.1:80                  Route   1      0          0         
  -> 10.0.1.2:8080                Masq    3      0          0         
  -> 10.0.1.3:80                  Masq    1      0          0         
TCP  10.0.0.2:443 sh (sh-fallback,sh-port) persistent 600 mask 255.255.255.0
TCP  10.0.0.3:0 wlc persistent 360
UDP  10.0.0.1:53 wlc
UDP  10.0.0.9:69 wlc ops
FWM  7 lc persistent 360
FWM  256 wrr
  -> 10.0.1.2:0                   Masq    1      0          0         
  -> 10.0.1.3:0                   Route   0      0          0         
`)
  expect(b.sh('ipvsadm -L -f 256 --thresholds')).toBe(
    `Prot LocalAddress:Port            Uthreshold Lthreshold ActiveConn InActConn 
  -> RemoteAddress:Port
FWM  256 wrr
  -> 10.0.1.2:0                   10         5          0          0         
  -> 10.0.1.3:0                   0          0          0          0         
`,
  )
  expect(b.sh('ipvsadm -Ln -t 10.0.0.1:80 --stats')).toBe(
    `Prot LocalAddress:Port               Conns   InPkts  OutPkts  InBytes OutBytes
  -> RemoteAddress:Port
TCP  10.0.0.1:80                         0        0        0        0        0
  -> 10.0.1.1:80                         0        0        0        0        0
  -> 10.0.1.2:8080                       0        0        0        0        0
  -> 10.0.1.3:80                         0        0        0        0        0
`,
  )
  expect(b.sh('ipvsadm -Lnc', 'ipvsadm -L --timeout', 'ipvsadm --set 1 0 3', 'ipvsadm -L --timeout')).toBe(
    `IPVS connection entries
pro expire state       source             virtual            destination
Timeout (tcp tcpfin udp): 900 120 300
Timeout (tcp tcpfin udp): 1 120 3
`,
  )
})

test('saves it as the commands that make it', () => {
  const b = bench()
  const saved = b.sh('ipvsadm -S -n')
  expect(saved).toBe(`-A -t 10.0.0.1:80 -s rr
-a -t 10.0.0.1:80 -r 10.0.1.1:80 -g -w 1
-a -t 10.0.0.1:80 -r 10.0.1.2:8080 -m -w 3
-a -t 10.0.0.1:80 -r 10.0.1.3:80 -m -w 1
-A -t 10.0.0.2:443 -s sh -p 600 -M 255.255.255.0 -b sh-fallback,sh-port
-A -t 10.0.0.3:0 -s wlc -p 360
-A -u 10.0.0.1:53 -s wlc
-A -u 10.0.0.9:69 -s wlc -o
-A -f 7 -s lc -p 360
-A -f 256 -s wrr
-a -f 256 -r 10.0.1.2:0 -m -w 1
-a -f 256 -r 10.0.1.3:0 -g -w 0
`)
  expect(b.sh('ipvsadm -C', 'ipvsadm')).toBe(HEAD)
})

// As ipvsadm 1.31 says it.
test.each([
  ['-A -t 10.0.0.1:80', 'Service already exists', 255],
  ['-A -t 10.0.0.8:80 -s foo', 'Scheduler or persistence engine not found', 255],
  ['-A -t 10.0.0.4', 'Zero port specified for non-persistent service', 2],
  ['-A -t 10.0.0.9:69 -o', 'One-Packet Scheduling is only for UDP virtual services', 2],
  ['-a -t 10.0.0.1:80 -r 10.0.1.1:80', 'Destination already exists', 255],
  ['-a -t 10.0.0.1:81 -r 10.0.1.3 -g', 'Service not defined', 255],
  ['-L -n -t 10.0.0.1:81', 'No such service', 1],
  ['-e -t 10.0.0.1:80 -r 10.0.1.77 -m', 'No such destination', 255],
  ['-D -t 10.0.0.7:80', 'No such service', 255],
  ['-D', "You need to supply the 'service-address' option for the 'delete-service' command", 2],
  ['-a -t 10.0.0.1:53', "You need to supply the 'real-server' option for the 'add-server' command", 2],
  ['-a -t 10.0.0.1:53 -r', '-r: missing argument', 255],
  ['-a -t 10.0.0.1:53 -r 80', 'illegal real server address[:port] specified', 2],
  ['-A -t 10.0.0.1:70000', 'illegal virtual server address[:port] specified', 2],
  ['-A -f 0', "invalid fwmark value `0' specified", 2],
  ['-A -t 10.0.0.1:80 -f 3', "multiple 'service-address' options specified", 2],
  ['-A -t 10.0.0.1:80 -w 3', "Illegal 'weight' option with the 'add-service' command", 2],
  ['-A -t 10.0.0.1:80 -z', '-z: unknown option', 255],
  ['-A -t 10.0.0.1:80 bar', 'unexpected argument bar', 2],
  ['-A -D -t 10.0.0.1:80', "invalid option `-D'", 2],
  ['-a -t 10.0.0.1:80 -r 10.0.1.1 -w x', 'illegal weight specified', 2],
  ['-a -t 10.0.0.1:80 -r 10.0.1.1 -m -g', "multiple 'forwarding-method' options specified", 2],
  ['-A -t 10.0.0.1:80 -p x', "invalid timeout value `x' specified", 2],
  ['-A -t 10.0.0.1:80 -b sh-port', "incompatible scheduler flag `sh-port'", 2],
  ['-C -n', "Illegal 'numeric' option with the 'flush' command", 2],
  ['-L --timeout --stats', 'options conflicts in the list command', 2],
  [
    '-L -c -t 10.0.0.1:80',
    "The option 'service-address' conflicts with the 'connection' option in the 'list' command",
    2,
  ],
  ['--set 1 2', '--set option requires 3 timeout values', 2],
  ['-t 10.0.0.1:80 -A', "Try `ipvsadm -h' or 'ipvsadm --help' for more information.", 255],
  ['-a -t 10.0.0.1:80 -r 10.0.1.1 -i', 'ipvsadm: tunneling is not supported in vethlab', 1],
  ['-A -t [fe80::1]:80', 'ipvsadm: IPv6 addresses are not supported in vethlab', 1],
  ['-A -t 10.0.0.7:80 -s mh', 'ipvsadm: the scheduler mh is not supported in vethlab', 1],
])('ipvsadm %s', (words, complaint, status) => {
  expect(bench().sh(`ipvsadm ${words}`)).toBe(`${complaint}\n[${status}]\n`)
})

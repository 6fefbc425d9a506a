// Images that are not on a new daemon.
import { overBusybox } from './busybox.ts'
import { DEBIAN_PATH, debianFiles, programs } from './debian.ts'
import { NO_CONFIG, script, text, type ImageEntry, type ImageSource } from './image.ts'

export const ubuntuImage: ImageSource = {
  name: 'ubuntu:latest',
  size: 78_117_888,
  config: { ...NO_CONFIG, Env: [DEBIAN_PATH], Cmd: ['/bin/bash'] },
  entries: [
    ...debianFiles(),
    ...programs('/usr/bin', 'ps kill pgrep free uptime watch'),
    text(
      '/etc/os-release',
      'PRETTY_NAME="Ubuntu 24.04.3 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\n',
    ),
  ],
}

export const curlImage: ImageSource = {
  name: 'curlimages/curl:latest',
  size: 21_900_000,
  config: {
    ...NO_CONFIG,
    Env: [DEBIAN_PATH],
    Entrypoint: ['/entrypoint.sh'],
    Cmd: ['curl'],
    User: 'curl_user',
  },
  entries: overBusybox([
    text('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\ncurl_user:x:100:101::/home/curl_user:/bin/sh\n'),
    { kind: 'program', path: '/usr/bin/curl', from: '/usr/bin/curl' },
    script('/entrypoint.sh', '#!/bin/sh\ncase "$1" in\n-*) set -- curl "$@" ;;\nesac\nexec "$@"\n'),
  ]),
}

const NETSHOOT_BIN =
  'curl dig host nslookup nc tcpdump ping traceroute tracepath ss netstat jq arping ethtool iperf3 conntrack wget telnet'

/** A toolbox for networks. */
export const netshootImage: ImageSource = {
  name: 'nicolaka/netshoot:latest',
  size: 542_000_000,
  config: { ...NO_CONFIG, Env: [DEBIAN_PATH], Cmd: ['bash'], WorkingDir: '/root' },
  entries: overBusybox([
    { kind: 'program', path: '/usr/bin/bash', from: 'bash' },
    ...NETSHOOT_BIN.split(' ').map((name): ImageEntry => ({
      kind: 'program',
      path: `/usr/bin/${name}`,
      from: name,
    })),
    ...'ip iptables iptables-save ip6tables nft bridge ipset brctl route ifconfig arp'
      .split(' ')
      .map((name): ImageEntry => ({ kind: 'program', path: `/usr/sbin/${name}`, from: name })),
  ]),
}

// Images that are not on a new daemon.
import { BUSYBOX_SIZE, busyboxFiles } from './busybox.ts'
import { DEBIAN_PATH, debianFiles, programs } from './debian.ts'
import { dir, NO_CONFIG, script, text, type ImageEntry, type ImageSource } from './image.ts'

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

const HTDOCS = '/usr/local/apache2/htdocs'

/** Apache's foreground program around BusyBox's httpd; it ends when it is told to, by SIGWINCH too. */
export const httpdImage: ImageSource = {
  name: 'httpd:latest',
  size: BUSYBOX_SIZE + 1200,
  config: {
    ...NO_CONFIG,
    Cmd: ['httpd-foreground'],
    Env: [
      'PATH=/usr/local/apache2/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'HTTPD_PREFIX=/usr/local/apache2',
    ],
    ExposedPorts: { '80/tcp': {} },
    StopSignal: 'SIGWINCH',
    WorkingDir: '/usr/local/apache2',
  },
  entries: [
    ...busyboxFiles(),
    ...['/usr/local', '/usr/local/bin', '/usr/local/apache2', HTDOCS].map((path) => dir(path)),
    text(`${HTDOCS}/index.html`, '<html><body><h1>It works!</h1></body></html>\n'),
    script(
      '/usr/local/bin/httpd-foreground',
      `#!/bin/sh\ntrap 'kill $!; exit 0' WINCH TERM INT\n/sbin/httpd -f -p 80 -h ${HTDOCS} &\nwait\n`,
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
  entries: [
    ...busyboxFiles().filter(({ path }) => path !== '/etc/passwd'),
    text('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\ncurl_user:x:100:101::/home/curl_user:/bin/sh\n'),
    { kind: 'program', path: '/usr/bin/curl', from: '/usr/bin/curl' },
    script('/entrypoint.sh', '#!/bin/sh\ncase "$1" in\n-*) set -- curl "$@" ;;\nesac\nexec "$@"\n'),
  ],
}

const NETSHOOT_BIN =
  'curl dig host nslookup nc tcpdump ping traceroute tracepath ss netstat jq arping ethtool iperf3 conntrack wget telnet'

/** A toolbox for networks. */
export const netshootImage: ImageSource = {
  name: 'nicolaka/netshoot:latest',
  size: 542_000_000,
  config: { ...NO_CONFIG, Env: [DEBIAN_PATH], Cmd: ['bash'], WorkingDir: '/root' },
  entries: [
    ...busyboxFiles(),
    { kind: 'program', path: '/usr/bin/bash', from: 'bash' },
    ...NETSHOOT_BIN.split(' ').map((name): ImageEntry => ({
      kind: 'program',
      path: `/usr/bin/${name}`,
      from: name,
    })),
    ...'ip iptables iptables-save ip6tables nft bridge ipset brctl route ifconfig arp'
      .split(' ')
      .map((name): ImageEntry => ({ kind: 'program', path: `/usr/sbin/${name}`, from: name })),
  ],
}

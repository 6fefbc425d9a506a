// The images that nodes can run: what is in each, and what it starts. All of them are at hand, nothing is fetched.
import type { Process, Program } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { makeFolders } from '../../cni/folders.ts'
import { coredns } from '../coredns/coredns.ts'

const SNAPSHOTS = '/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots'
const BUSYBOX = '/bin/busybox'

interface ImageSource {
  readonly name: string
  readonly entrypoint: readonly string[]
  readonly command: readonly string[]
  /** Programs of the host that it has, too: copies of their files, at the same places. */
  readonly programs: readonly string[]
  readonly files: Readonly<Record<string, string>>
  /** Programs of its own. */
  readonly own?: Readonly<Record<string, Program>>
  /** Whether BusyBox is its userland. */
  readonly busybox: boolean
}

export interface Image {
  readonly root: string
  readonly argv: (
    command: readonly string[] | undefined,
    args: readonly string[] | undefined,
  ) => readonly string[]
}

const APPLETS =
  'arch ash basename brctl cat chmod clear cp cut date dirname dmesg echo egrep env false fgrep getopt grep head hostname ' +
  'httpd id ifconfig ip kill ln ls mkdir mount mv nc netstat nslookup pidof ping ps pwd readlink rm rmdir route sed seq sh ' +
  'sleep sort stat sysctl tail tee telnet test timeout touch tr traceroute true udhcpc umount uname uniq wc wget which whoami ' +
  'xargs yes arp arping ipaddr iplink ipneigh iproute iprule printf'

const TOOLS =
  'bash curl dig host nslookup nc tcpdump ping traceroute jq socat iperf3 ip ss bridge iptables iptables-save ip6tables ' +
  'nft conntrack arping ethtool telnet wget netstat ifconfig route python3 sh'

const INDEX =
  '<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>\n</head>\n<body>\n<h1>Welcome to nginx!</h1>\n</body>\n</html>\n'

/** It says nothing and ends when it is told to. */
function webServer(folder: string): string {
  return `#!/bin/sh\ntrap 'kill $!; exit 0' QUIT TERM INT\nhttpd -f -p 80 -h ${folder} &\nwait\n`
}

const PLAIN = { entrypoint: [], command: ['sh'], programs: [], files: {}, busybox: true } as const

const SOURCES: readonly ImageSource[] = [
  { name: 'busybox', ...PLAIN },
  { name: 'alpine', ...PLAIN, command: ['/bin/sh'] },
  {
    name: 'nginx',
    ...PLAIN,
    command: ['nginx', '-g', 'daemon off;'],
    files: {
      '/usr/share/nginx/html/index.html': INDEX,
      '/usr/sbin/nginx': webServer('/usr/share/nginx/html'),
    },
  },
  {
    name: 'httpd',
    ...PLAIN,
    command: ['httpd-foreground'],
    files: {
      '/usr/local/apache2/htdocs/index.html': '<html><body><h1>It works!</h1></body></html>\n',
      '/usr/local/bin/httpd-foreground': webServer('/usr/local/apache2/htdocs'),
    },
  },
  { name: 'nicolaka/netshoot', ...PLAIN, command: ['bash'], programs: TOOLS.split(' ') },
  { name: 'curlimages/curl', ...PLAIN, command: ['curl'], programs: ['curl'] },
  {
    name: 'registry.k8s.io/coredns/coredns',
    ...PLAIN,
    busybox: false,
    entrypoint: ['/coredns'],
    command: [],
    own: { '/coredns': coredns },
  },
]

/** `docker.io/library/nginx:1.27` is `nginx`; null when vethlab has none of the name. */
function sourceOf(reference: string): ImageSource | null {
  const name = reference
    .replace(/^docker\.io\//, '')
    .replace(/^library\//, '')
    .replace(/[:@][^/]*$/, '')
  return SOURCES.find((source) => source.name === name) ?? null
}

/** Unpacks the image on this node unless it is; null when there is none of that name. */
export function findImage(p: Process, reference: string): Image | null {
  const source = sourceOf(reference)
  if (!source) return null
  const root = `${SNAPSHOTS}/${source.name.replaceAll('/', '_')}/fs`
  if (isErrno(p.fs.stat(root))) unpack(p, source, root)
  return {
    root,
    argv: (command, args) => {
      if (command) return [...command, ...(args ?? [])]
      return [...source.entrypoint, ...(args ?? source.command)]
    },
  }
}

function unpack(p: Process, source: ImageSource, root: string): void {
  for (const folder of [
    'bin',
    'dev',
    'etc',
    'proc',
    'root',
    'sbin',
    'sys',
    'tmp',
    'usr/bin',
    'usr/sbin',
    'var',
  ]) {
    makeFolders(p, `${root}/${folder}`)
  }
  p.fs.writeFile(`${root}/etc/passwd`, 'root:x:0:0:root:/root:/bin/sh\n')
  for (const file of ['hosts', 'resolv.conf', 'hostname']) p.fs.writeFile(`${root}/etc/${file}`, '')
  if (source.busybox) {
    copy(p, '/usr/bin/busybox', `${root}${BUSYBOX}`)
    for (const name of APPLETS.split(' ')) p.fs.symlink(BUSYBOX, `${root}/bin/${name}`)
  }
  for (const name of source.programs) {
    const path = p.procs.find(name)
    if (path === null) continue
    makeFolders(p, `${root}${path.slice(0, path.lastIndexOf('/'))}`)
    copy(p, path, root + path)
  }
  for (const [path, text] of Object.entries(source.files)) {
    makeFolders(p, `${root}${path.slice(0, path.lastIndexOf('/'))}`)
    p.fs.writeFile(root + path, text)
    if (text.startsWith('#!')) p.fs.chmod(root + path, 0o755)
  }
  for (const [path, program] of Object.entries(source.own ?? {})) p.fs.install(root + path, program)
}

function copy(p: Process, from: string, to: string): void {
  const data = p.fs.readFile(from)
  if (isErrno(data)) return
  p.fs.writeFile(to, data)
  p.fs.chmod(to, 0o755)
}

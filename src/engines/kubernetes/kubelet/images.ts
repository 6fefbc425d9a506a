// The images that nodes can run: Docker's, and those of Kubernetes' own tutorials. All of them are at hand, nothing is
// fetched.
import type { Process, Program } from '../../../os/program.ts'
import { sha256 } from '../../../commands/lib/sha2.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { makeFolders } from '../../cni/folders.ts'
import { writeEntry } from '../../docker/daemon/images.ts'
import { overBusybox } from '../../docker/images/busybox.ts'
import { imageSource } from '../../docker/images/catalog.ts'
import { NO_CONFIG, type ImageEntry } from '../../docker/images/image.ts'
import { coredns } from '../coredns/coredns.ts'
import { oldNslookup } from './oldnslookup.ts'
import { agnhost, bootcamp, echoserver, helloApp, httpEcho, serveHostname, whoami } from './servers.ts'

const SNAPSHOTS = '/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots'

interface OwnImage {
  readonly entrypoint: readonly string[]
  readonly command: readonly string[]
  /** Tools of the host that it has, too. */
  readonly tools: string
  /** Programs of its own, by path. */
  readonly programs: Readonly<Record<string, Program>>
}

const DNS_TOOLS = 'dig host nslookup curl nc iperf3 ip ping'

function server(path: string, program: Program): OwnImage {
  return { entrypoint: [path], command: [], tools: '', programs: { [path]: program } }
}

const AGNHOST: OwnImage = {
  ...server('/agnhost', agnhost),
  command: ['pause'],
  tools: DNS_TOOLS,
}

/** By name without tag, or with one where the tags differ. */
const OWN: Readonly<Record<string, OwnImage>> = {
  'registry.k8s.io/coredns/coredns': server('/coredns', coredns),
  'registry.k8s.io/e2e-test-images/agnhost': AGNHOST,
  'registry.k8s.io/e2e-test-images/jessie-dnsutils': {
    entrypoint: [],
    command: ['sleep', 'infinity'],
    tools: DNS_TOOLS,
    programs: {},
  },
  'registry.k8s.io/serve_hostname': server('/serve_hostname', serveHostname),
  'registry.k8s.io/echoserver': server('/echoserver', echoserver),
  'gcr.io/google-samples/hello-app:1.0': server('/hello-app', helloApp('1.0.0')),
  'gcr.io/google-samples/hello-app:2.0': server('/hello-app', helloApp('2.0.0')),
  'us-docker.pkg.dev/google-samples/containers/gke/hello-app:1.0': server('/hello-app', helloApp('1.0.0')),
  'us-docker.pkg.dev/google-samples/containers/gke/hello-app:2.0': server('/hello-app', helloApp('2.0.0')),
  'gcr.io/google-samples/kubernetes-bootcamp:v1': server('/server', bootcamp('1')),
  'jocatalin/kubernetes-bootcamp:v2': server('/server', bootcamp('2')),
  'hashicorp/http-echo': server('/http-echo', httpEcho),
  'traefik/whoami': server('/whoami', whoami),
  'containous/whoami': server('/whoami', whoami),
}

/** What is different in an image of an old tag. */
const OLD: Readonly<Record<string, Readonly<Record<string, Program>>>> = {
  'busybox:1.28': { '/usr/bin/nslookup': oldNslookup },
}

/** Other names of the same. */
const ALIASES: Readonly<Record<string, string>> = {
  'gcr.io/google-containers/busybox': 'busybox',
  'registry.k8s.io/busybox': 'busybox',
  'registry.k8s.io/nginx-slim': 'nginx',
  'docker.io/kubernetesbootcamp/bootcamp': 'gcr.io/google-samples/kubernetes-bootcamp',
  'yauritux/busybox-curl': 'curlimages/curl',
}

/** Tags that have been published, as far as people use them. */
const TAGS: Readonly<Record<string, RegExp>> = {
  busybox: /^(?:latest|stable|musl|glibc|uclibc|1|1\.[23]\d(?:\.\d)?)(?:-(?:musl|glibc|uclibc))?$/,
  nginx:
    /^(?:latest|stable|mainline|alpine|1|1\.[12]?\d(?:\.\d{1,2})?)(?:-(?:alpine|perl|bookworm|slim|alpine-slim))*$/,
}

export interface Image {
  readonly root: string
  readonly cwd: string
  readonly env: readonly (readonly [string, string])[]
  readonly argv: (
    command: readonly string[] | undefined,
    args: readonly string[] | undefined,
  ) => readonly string[]
}

interface Found {
  readonly name: string
  readonly entries: readonly ImageEntry[]
  readonly programs: Readonly<Record<string, Program>>
  readonly entrypoint: readonly string[]
  readonly command: readonly string[]
  readonly cwd: string
  readonly env: readonly string[]
}

/** `docker.io/library/nginx:1.27` is `nginx`; null when vethlab has none of the name. */
function sourceOf(reference: string): Found | null {
  const full = reference
    .replace(/^docker\.io\//, '')
    .replace(/^library\//, '')
    .replace(/@.*$/, '')
    .replace(/^k8s\.gcr\.io\//, 'registry.k8s.io/')
  const bare = full.replace(/:[^/]*$/, '')
  const name = ALIASES[bare] ?? bare
  const own = OWN[full] ?? OWN[name]
  if (own) {
    const tools = own.tools.split(' ').filter((word) => word !== '')
    const programs = tools.map((tool): ImageEntry => ({
      kind: 'program',
      path: `/usr/bin/${tool}`,
      from: tool,
    }))
    const { entrypoint, command } = own
    return {
      name,
      entries: overBusybox(programs),
      programs: own.programs,
      entrypoint,
      command,
      cwd: '/',
      env: [],
    }
  }
  const source = imageSource(`${name}:latest`)
  const tag = /:([^/]*)$/.exec(full)?.[1] ?? 'latest'
  if (!source || !(TAGS[name] ?? /./).test(tag)) return null
  const { Entrypoint, Cmd, WorkingDir, Env } = { ...NO_CONFIG, ...source.config }
  const old = OLD[`${name}:${tag.replace(/^(1\.28)\..*$/, '$1')}`]
  return {
    name: old ? `${name}:${tag}` : name,
    entries: old ? source.entries.filter(({ path }) => !(path in old)) : source.entries,
    programs: old ?? {},
    entrypoint: Entrypoint ?? [],
    command: Cmd ?? [],
    cwd: WorkingDir || '/',
    env: Env ?? [],
  }
}

/** Unpacks the image on this node unless it is; null when there is none of that name. */
export function findImage(p: Process, reference: string): Image | null {
  const source = sourceOf(reference)
  if (!source) return null
  const root = `${SNAPSHOTS}/${source.name.replaceAll(/[/:]/g, '_')}/fs`
  if (isErrno(p.fs.stat(root))) unpack(p, source, root)
  return {
    root,
    cwd: source.cwd,
    env: source.env.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    argv: (command, args) => {
      if (command) return [...command, ...(args ?? [])]
      return [...source.entrypoint, ...(args ?? source.command)]
    },
  }
}

function unpack(p: Process, { entries, programs }: Found, root: string): void {
  makeFolders(p, root)
  for (const entry of entries) writeEntry(p, root, entry)
  for (const file of ['hosts', 'resolv.conf', 'hostname']) p.fs.writeFile(`${root}/etc/${file}`, '')
  for (const [path, program] of Object.entries(programs)) p.fs.install(root + path, program)
}

/** Why an image cannot be had: its tag was never published, or vethlab has none of the name. */
export function pullFailure(image: string): string {
  const full = fullName(image)
  const known = sourceOf(image.replace(/[:@][^/]*$/, '')) !== null
  const why = known
    ? `rpc error: code = NotFound desc = failed to pull and unpack image "${full}": failed to resolve reference "${full}": ${full}: not found`
    : 'it is not supported in vethlab, which has no image of that name'
  return `failed to pull image "${image}": ${why}`
}

/** `docker.io/library/nginx@sha256:…`. The images here have no manifest: their name stands for it. */
export function imageId(image: string): string {
  const full = fullName(image)
  const digest = sha256(full)
  return `${full.replace(/[:@][^/]*$/, '')}@sha256:${[...digest].map((octet) => octet.toString(16).padStart(2, '0')).join('')}`
}

/** `nginx:1.161` is `docker.io/library/nginx:1.161`. */
export function fullName(image: string): string {
  if (/^[\w-]+[.:][^/]*\//.test(image)) return image
  const tagged = /[:@][^/]*$/.test(image) ? image : `${image}:latest`
  return `docker.io/${tagged.includes('/') ? '' : 'library/'}${tagged}`
}

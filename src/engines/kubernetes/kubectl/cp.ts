// kubectl cp: files through a tar that runs in the container. (Ref: kubectl/pkg/cmd/cp/cp.go)
import type { Blocking } from '../../../os/program.ts'
import { baseName, dirName, joinPath } from '../../../commands/lib/paths.ts'
import { decodeArchive, encodeEntry, endArchive, type ArchiveEntry } from '../../../commands/lib/ustar.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { Kubectl } from './context.ts'
import { containerOf } from './exec.ts'
import { runInContainer, type InContainer } from './runincontainer.ts'

/** `[[NAMESPACE/]POD:]PATH` */
interface FileSpec {
  readonly namespace: string | null
  readonly pod: string | null
  readonly path: string
}

export function* copy(k: Kubectl): Blocking<number> {
  const [first, second, third] = k.operands
  if (first === undefined || second === undefined || third !== undefined) {
    return k.fail('source and destination are required')
  }
  const [from, to] = [readSpec(k, first), readSpec(k, second)]
  if (from.pod !== null && to.pod !== null) {
    return k.fail('one of src or dest must be a local file specification')
  }
  if (from.path === '' || to.path === '') return k.fail('filepath can not be empty')
  if (from.pod !== null) return yield* copyFromPod(k, from, from.pod, to.path)
  if (to.pod !== null) return yield* copyToPod(k, from.path, to, to.pod)
  return k.fail('one of src or dest must be a remote file specification')
}

function readSpec(k: Kubectl, word: string): FileSpec {
  const wrong = 'filespec must match the canonical format: [[namespace/]pod:]file/path'
  const colon = word.indexOf(':')
  if (colon === 0) return k.fail(wrong)
  if (colon < 0) return { namespace: null, pod: null, path: word }
  const [first = '', second, more] = word.slice(0, colon).split('/')
  if (more !== undefined) return k.fail(wrong)
  const path = word.slice(colon + 1)
  return second === undefined
    ? { namespace: null, pod: first, path }
    : { namespace: first, pod: second, path }
}

function* containerIn(k: Kubectl, namespace: string | null, name: string): Blocking<InContainer> {
  const there = namespace === null ? k : k.inNamespace(namespace)
  const { pod, container } = yield* containerOf(there, name)
  if (pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed') {
    return k.fail(`cannot exec into a container in a completed pod; current phase is ${pod.status.phase}`)
  }
  return { k: there, pod: name, container }
}

// ---- to a pod

function* copyToPod(k: Kubectl, source: string, to: FileSpec, pod: string): Blocking<number> {
  if (isErrno(k.p.fs.stat(source))) return k.fail(`${source} doesn't exist in local filesystem`)
  const into = yield* containerIn(k, to.namespace, pod)
  const folder = yield* runInContainer(into, ['test', '-d', to.path], null)
  const path = clean(folder.status === 0 ? joinPath(to.path, baseName(clean(source))) : to.path)
  const archive = archiveOf(k, clean(source), baseName(path))
  const owner = k.has('no-preserve') ? ['--no-same-permissions', '--no-same-owner'] : []
  const done = yield* runInContainer(into, ['tar', ...owner, '-xmf', '-', '-C', dirName(path)], archive)
  k.out(done.stdoutText)
  k.p.io.err(done.stderr)
  if (done.complaint !== null) return k.fail(done.complaint)
  if (done.status !== 0) k.p.io.err(`command terminated with exit code ${done.status}\n`)
  return done.status
}

/** Of a directory only what is in it, unless that is nothing. Ref: cp.go:recursiveTar() */
function archiveOf(k: Kubectl, source: string, name: string): Uint8Array {
  const parts: Uint8Array[] = []
  const add = (path: string, as: string): void => {
    const stat = k.p.fs.lstat(path)
    if (isErrno(stat)) return
    const names = stat.kind === 'dir' ? k.p.fs.readdir(path) : []
    const inside = isErrno(names) ? [] : names
    for (const one of inside) add(joinPath(path, one), `${as}/${one}`)
    if (inside.length > 0) return
    const kind = stat.kind === 'dir' || stat.kind === 'link' ? stat.kind : 'file'
    const data = kind === 'file' ? k.p.fs.readFile(path) : new Uint8Array(0)
    const target = kind === 'link' ? k.p.fs.readlink(path) : ''
    parts.push(
      encodeEntry({
        name: kind === 'dir' ? `${as}/` : as,
        kind,
        mode: stat.mode,
        mtime: 0,
        target: isErrno(target) ? '' : target,
        data: isErrno(data) ? new Uint8Array(0) : data,
      }),
    )
  }
  add(source, name)
  return endArchive(parts, 1)
}

// ---- from a pod

function* copyFromPod(k: Kubectl, from: FileSpec, pod: string, dest: string): Blocking<number> {
  const container = yield* containerIn(k, from.namespace, pod)
  const done = yield* runInContainer(container, ['tar', 'cf', '-', from.path], null)
  // Whether it went well is not looked at.
  k.out(done.stderr)
  if (done.complaint !== null) return k.fail(done.complaint)
  const prefix = clean(from.path.replace(/^\/+/, '')).replace(/^(?:\.\.\/|\.\.$)+/, '')
  const start = prefix === '.' ? '' : prefix
  let told = false
  for (const entry of decodeArchive(done.stdout) ?? []) {
    if (!entry.name.startsWith(start)) return k.fail('tar contents corrupted')
    const path = clean(`${dest}/${entry.name.slice(start.length)}`)
    if (entry.kind === 'link') {
      const skipped = `warning: skipping symlink: "${path}" -> "${entry.target}"`
      const hint = `kubectl exec -n "${from.namespace ?? ''}" "${pod}" -- tar cf - "${from.path}" | tar xf -`
      k.p.io.err(told ? `${skipped}\n` : `${skipped} (consider using "${hint}")\n`)
      told = true
    } else writeEntry(k, entry, path)
  }
  return 0
}

function writeEntry(k: Kubectl, { kind, data }: ArchiveEntry, path: string): void {
  makeFolders(k, kind === 'dir' ? path : dirName(path))
  if (kind === 'dir') return
  const error = k.p.fs.writeFile(path, data)
  if (error) k.fail(`open ${path}: ${error.text.toLowerCase()}`)
}

function makeFolders(k: Kubectl, path: string): void {
  const parts = path.split('/')
  for (let i = 1; i <= parts.length; i++) {
    const folder = parts.slice(0, i).join('/')
    if (folder !== '' && isErrno(k.p.fs.stat(folder))) k.p.fs.mkdir(folder)
  }
}

/** Ref: Go's path.Clean() */
function clean(path: string): string {
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') kept.push(part)
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else if (!path.startsWith('/')) kept.push(part)
  }
  const whole = kept.join('/')
  return path.startsWith('/') ? `/${whole}` : whole || '.'
}

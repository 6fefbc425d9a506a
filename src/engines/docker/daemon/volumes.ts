// Named and nameless volumes of the local driver. Ref: moby volume/local, volume/service
import type { Process } from '../../../os/program.ts'
import type { Nanoseconds } from '../../../sim/clock.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { Volume } from '../api/others.ts'
import { randomId } from '../lib/ids.ts'
import { conflict, invalidParameter, notFound, type ApiError } from '../libnetwork/apiError.ts'
import type { Events } from './events.ts'
import { mkdirAll } from './runtime/rootfs.ts'
import { rfc3339Seconds } from './time.ts'

const DIRECTORY = '/var/lib/docker/volumes'
const DATABASE = `${DIRECTORY}/metadata.json`
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/

interface Saved {
  readonly name: string
  readonly created: Nanoseconds
  readonly labels: Readonly<Record<string, string>> | null
  readonly options: Readonly<Record<string, string>> | null
  readonly anonymous: boolean
}

export class VolumeStore {
  #volumes = new Map<string, Saved>()

  constructor(
    private readonly p: Process,
    private readonly events: Events,
  ) {}

  load(): void {
    const text = this.p.fs.readText(DATABASE)
    if (isErrno(text)) return
    this.#volumes = new Map((JSON.parse(text) as Saved[]).map((volume) => [volume.name, volume]))
  }

  all(): Volume[] {
    return [...this.#volumes.values()].map(asVolume).sort((a, b) => (a.Name < b.Name ? -1 : 1))
  }

  isAnonymous(name: string): boolean {
    return this.#volumes.get(name)?.anonymous === true
  }

  get(name: string): Volume | ApiError {
    const volume = this.#volumes.get(name)
    return volume ? asVolume(volume) : notFound(`get ${name}: no such volume`)
  }

  create(
    name: string,
    labels: Readonly<Record<string, string>> | null = null,
    options: Readonly<Record<string, string>> | null = null,
  ): Volume | ApiError {
    const existing = this.#volumes.get(name)
    if (existing) return asVolume(existing)
    if (name.length === 1) {
      return invalidParameter(
        `create ${name}: volume name is too short, names should be at least two alphanumeric characters`,
      )
    }
    if (name !== '' && !NAME.test(name)) {
      return invalidParameter(
        `create ${name}: "${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. ` +
          'If you intended to pass a host directory, use absolute path',
      )
    }
    const anonymous = name === ''
    const given = anonymous ? randomId(() => this.p.random()) : name
    const volume: Saved = {
      name: given,
      created: this.p.clock.now(),
      labels: anonymous ? { 'com.docker.volume.anonymous': '', ...labels } : labels,
      options,
      anonymous,
    }
    mkdirAll(this.p, `${DIRECTORY}/${given}/_data`)
    this.#volumes.set(given, volume)
    this.#save()
    this.events.log('volume', 'create', given, { driver: 'local' })
    return asVolume(volume)
  }

  /** `users`: ids of the containers that refer to it. */
  remove(name: string, users: readonly string[], force: boolean): ApiError | null {
    if (!this.#volumes.has(name)) return force ? null : notFound(`get ${name}: no such volume`)
    if (users.length > 0) {
      return conflict(`remove ${name}: volume is in use - [${users.join(', ')}]`)
    }
    this.#volumes.delete(name)
    removeTree(this.p, `${DIRECTORY}/${name}`)
    this.#save()
    this.events.log('volume', 'destroy', name, { driver: 'local' })
    return null
  }

  #save(): void {
    mkdirAll(this.p, DIRECTORY)
    this.p.fs.writeFile(DATABASE, JSON.stringify([...this.#volumes.values()]))
  }
}

function asVolume({ name, created, labels, options }: Saved): Volume {
  return {
    CreatedAt: rfc3339Seconds(created),
    Driver: 'local',
    Labels: labels,
    Mountpoint: `${DIRECTORY}/${name}/_data`,
    Name: name,
    Options: options,
    Scope: 'local',
  }
}

/** A directory with all that is in it. */
export function removeTree(p: Process, path: string): void {
  const names = p.fs.readdir(path)
  if (isErrno(names)) return
  for (const name of names) {
    const stat = p.fs.lstat(`${path}/${name}`)
    if (!isErrno(stat) && stat.kind === 'dir') removeTree(p, `${path}/${name}`)
    else p.fs.unlink(`${path}/${name}`)
  }
  p.fs.rmdir(path)
}

/** The sizes of all files below. */
export function treeSize(p: Process, path: string): number {
  const names = p.fs.readdir(path)
  if (isErrno(names)) return 0
  let size = 0
  for (const name of names) {
    const stat = p.fs.lstat(`${path}/${name}`)
    if (isErrno(stat)) continue
    if (stat.kind === 'dir') size += treeSize(p, `${path}/${name}`)
    else if (stat.kind === 'file') size += stat.size
  }
  return size
}

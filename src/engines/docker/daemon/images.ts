// The images of a daemon: what is tagged how, and each image's layer on disk, written when it is first needed.
// Ref: moby daemon/images
import type { Process } from '../../../os/program.ts'
import type { Nanoseconds } from '../../../sim/clock.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { ImageConfig, ImageDeleted, ImageHistory, ImageInspect, ImageSummary } from '../api/others.ts'
import type { ImageEntry, ImageSource } from '../images/image.ts'
import { FIRST_IMAGES, imageSource } from '../images/catalog.ts'
import { randomId, truncateId } from '../lib/ids.ts'
import { familiarString, parseReference } from '../lib/reference.ts'
import { conflict, notFound, type ApiError } from '../libnetwork/apiError.ts'
import type { Events } from './events.ts'
import { rfc3339, unixSeconds } from './time.ts'
import { mkdirAll } from './runtime/rootfs.ts'

const ROOT = '/var/lib/docker'
const REPOSITORIES = `${ROOT}/image/overlay2/repositories.json`
/** Names of images that somebody brings beside the first ones. */
const PRELOAD = `${ROOT}/preload`
/** What is kept on disk of an image. */
export interface Image {
  /** `sha256:…` */
  readonly id: string
  readonly tags: readonly string[]
  readonly created: Nanoseconds
  readonly tagged: Nanoseconds
  readonly parent: string
  readonly comment: string
  /** The command of the container that it was. */
  readonly createdBy: string
  readonly author: string
  readonly config: ImageConfig
  readonly size: number
  /** Its layer's directory below overlay2, and those under it, the topmost first. */
  readonly layer: string
  readonly below: readonly string[]
  readonly diffId: string
  /** The image of the catalog whose files are to be written there; null once they are. */
  readonly source: string | null
}

export class ImageStore {
  #images: Image[] = []

  constructor(
    private readonly p: Process,
    private readonly events: Events,
  ) {}

  /** Those of the last run; a new daemon's are the first of the catalog. */
  load(): void {
    const text = this.p.fs.readText(REPOSITORIES)
    if (!isErrno(text)) this.#images = JSON.parse(text) as Image[]
    else this.#importAll(FIRST_IMAGES)
    this.preload()
  }

  /** Takes in what somebody brought beside them. */
  preload(): void {
    const names = this.p.fs.readText(PRELOAD)
    if (!isErrno(names)) {
      this.p.fs.unlink(PRELOAD)
      this.#importAll(names.split(/\s+/).filter((name) => name !== ''))
    }
    this.#save()
  }

  #importAll(names: readonly string[]): void {
    for (const name of names) {
      const full = name.includes(':') ? name : `${name}:latest`
      const source = imageSource(full)
      if (source && !this.#images.some(({ tags }) => tags.includes(full))) this.#import(source)
    }
  }

  #import(source: ImageSource): void {
    const now = this.p.clock.now()
    const random = () => this.p.random()
    // What has the same files has the same layer.
    const twin = this.#images.find((image) => imageSource(image.source ?? '')?.entries === source.entries)
    this.#images.push({
      id: `sha256:${randomId(random)}`,
      tags: [source.name],
      created: now,
      tagged: now,
      parent: '',
      comment: 'Imported from -',
      createdBy: '',
      author: '',
      config: source.config,
      size: source.size,
      layer: twin?.layer ?? randomId(random),
      below: [],
      diffId: twin?.diffId ?? `sha256:${randomId(random)}`,
      source: source.name,
    })
  }

  all(): readonly Image[] {
    return this.#images
  }

  /** By reference, id, or the beginning of one. */
  find(term: string): Image | null {
    const reference = parseReference(term)
    if (typeof reference !== 'string') {
      const name = familiarString(reference)
      const tagged = this.#images.find((image) => image.tags.includes(name))
      if (tagged) return tagged
    }
    const hex = term.replace(/^sha256:/, '')
    if (!/^[0-9a-f]{2,64}$/.test(hex)) return null
    return this.#images.find((image) => image.id.slice('sha256:'.length).startsWith(hex)) ?? null
  }

  get(term: string): Image | ApiError {
    const image = this.find(term)
    if (image) return image
    const reference = parseReference(term)
    return notFound(`No such image: ${typeof reference === 'string' ? term : familiarString(reference)}`)
  }

  /** Directories for the lower side of an overlay, the topmost first; written by now. */
  lower(image: Image): string[] {
    if (image.source !== null) {
      const source = imageSource(image.source)
      const diff = `${ROOT}/overlay2/${image.layer}/diff`
      mkdirAll(this.p, diff)
      if (source) for (const entry of source.entries) writeEntry(this.p, diff, entry)
      for (const other of this.#images)
        if (other.layer === image.layer) this.#replace(other, { ...other, source: null })
    }
    return [image.layer, ...image.below].map((layer) => `${ROOT}/overlay2/${layer}/diff`)
  }

  /** What other images have as well. */
  sharedSize({ id, layer, size }: Image): number {
    return this.#images.some((other) => other.id !== id && other.layer === layer) ? size : 0
  }

  tag(image: Image, name: string): void {
    for (const other of this.#images) {
      if (other.id !== image.id && other.tags.includes(name)) {
        this.#replace(other, { ...other, tags: other.tags.filter((tag) => tag !== name) })
      }
    }
    const current = this.find(image.id) ?? image
    if (!current.tags.includes(name)) {
      this.#replace(current, { ...current, tags: [...current.tags, name], tagged: this.p.clock.now() })
    }
    this.events.log('image', 'tag', image.id, { ...image.config.Labels, name }, true)
  }

  add(image: Image): void {
    this.#images.push(image)
    this.#save()
  }

  /** `used`: names of containers by image id. */
  remove(term: string, force: boolean, used: readonly ImageUser[]): readonly ImageDeleted[] | ApiError {
    const image = this.find(term)
    if (!image) {
      const reference = parseReference(term)
      return notFound(`No such image: ${typeof reference === 'string' ? term : familiarString(reference)}`)
    }
    const users = used.filter((user) => user.image === image.id)
    const byId = image.id.replace('sha256:', '').startsWith(term.replace('sha256:', ''))
    const reference = parseReference(term)
    const name = typeof reference === 'string' ? term : familiarString(reference)
    const deleted: ImageDeleted[] = []
    const short = truncateId(image.id)
    if (byId && image.tags.length > 1 && !force) {
      return conflict(
        `conflict: unable to delete ${short} (must be forced) - image is referenced in multiple repositories`,
      )
    }
    const running = users.find((user) => user.running)
    const [first] = users
    if (byId && running) {
      return conflict(
        `conflict: unable to delete ${short} (cannot be forced) - image is being used by running container ${truncateId(running.id)}`,
      )
    }
    if (first && !force && (byId || image.tags.length === 1)) {
      return conflict(
        byId
          ? `conflict: unable to delete ${short} (must be forced) - image is being used by stopped container ${truncateId(first.id)}`
          : `conflict: unable to remove repository reference "${term}" (must force) - container ${truncateId(first.id)} is using its referenced image ${short}`,
      )
    }
    const gone = byId ? image.tags : [name]
    for (const tag of gone) {
      deleted.push({ Untagged: tag })
      this.events.log('image', 'untag', image.id, { name: image.id }, true)
    }
    const left = image.tags.filter((tag) => !gone.includes(tag))
    if (left.length > 0 || users.length > 0) {
      this.#replace(image, { ...image, tags: left })
      return deleted
    }
    this.#images = this.#images.filter((other) => other.id !== image.id)
    this.#save()
    deleted.push({ Deleted: image.id })
    const shared = this.#images.some(
      ({ layer, below }) => layer === image.layer || below.includes(image.layer),
    )
    if (!shared) deleted.push({ Deleted: image.diffId })
    this.events.log('image', 'delete', image.id, { name: image.id }, true)
    return deleted
  }

  inspect(image: Image): ImageInspect {
    const base = `${ROOT}/overlay2/${image.layer}`
    const lower = image.below.map((layer) => `${ROOT}/overlay2/${layer}/diff`).join(':')
    return {
      Id: image.id,
      RepoTags: image.tags,
      RepoDigests: [],
      Parent: image.parent,
      Comment: image.comment,
      Created: rfc3339(image.created),
      DockerVersion: '28.5.2+dfsg4',
      Author: image.author,
      Architecture: 'amd64',
      Os: 'linux',
      Size: image.size,
      GraphDriver: {
        Data: {
          ...(lower === '' ? {} : { LowerDir: lower }),
          MergedDir: `${base}/merged`,
          UpperDir: `${base}/diff`,
          WorkDir: `${base}/work`,
        },
        Name: 'overlay2',
      },
      RootFS: { Type: 'layers', Layers: [image.diffId] },
      Metadata: { LastTagTime: rfc3339(image.tagged) },
      Config: image.config,
    }
  }

  /** `containers`: how many there are of it; -1: not counted. */
  summary(image: Image, containers: number): ImageSummary {
    return {
      Containers: containers,
      Created: unixSeconds(image.created),
      Id: image.id,
      Labels: image.config.Labels,
      ParentId: image.parent,
      RepoDigests: [],
      RepoTags: image.tags,
      SharedSize: -1,
      Size: image.size,
    }
  }

  history(image: Image): readonly ImageHistory[] {
    const parent = image.parent === '' ? null : this.find(image.parent)
    return [
      {
        Comment: image.comment,
        Created: unixSeconds(image.created),
        CreatedBy: image.createdBy,
        Id: image.id,
        Size: image.size - (parent?.size ?? 0),
        Tags: image.tags.length > 0 ? image.tags : null,
      },
      ...(parent ? this.history(parent) : []),
    ]
  }

  #replace(image: Image, by: Image): void {
    this.#images = this.#images.map((other) => (other.id === image.id ? by : other))
    this.#save()
  }

  #save(): void {
    mkdirAll(this.p, REPOSITORIES.slice(0, REPOSITORIES.lastIndexOf('/')))
    this.p.fs.writeFile(REPOSITORIES, JSON.stringify(this.#images))
  }
}

export interface ImageUser {
  readonly id: string
  readonly image: string
  readonly running: boolean
}

export function writeEntry(p: Process, root: string, entry: ImageEntry): void {
  const path = root + entry.path
  switch (entry.kind) {
    case 'dir':
      p.fs.mkdir(path, entry.mode)
      p.fs.chmod(path, entry.mode ?? 0o755)
      return
    case 'link':
      p.fs.symlink(entry.target, path)
      return
    case 'text':
      p.fs.writeFile(path, entry.text)
      p.fs.chmod(path, entry.mode ?? 0o644)
      return
    case 'own':
      p.fs.install(path, entry.program)
      return
    case 'program': {
      const file = p.fs.readFile(
        entry.from.includes('/') ? entry.from : (p.procs.find(entry.from) ?? entry.from),
      )
      if (isErrno(file)) return
      p.fs.writeFile(path, file)
      p.fs.chmod(path, 0o755)
    }
  }
}

/** Each layer once; what an image adds to the one it was made from is its size less the other's. */
export function layersSize(images: readonly Image[]): number {
  const layers = new Map<string, number>()
  for (const { layer, size, parent } of images)
    layers.set(layer, size - (images.find(({ id }) => id === parent)?.size ?? 0))
  return [...layers.values()].reduce((sum, size) => sum + size, 0)
}

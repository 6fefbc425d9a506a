// The containers of a daemon, and how they are found: by id, by name, by the beginning of an id.
// Ref: moby daemon/container.go:GetContainer()
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { conflict, invalidParameter, notFound, type ApiError } from '../libnetwork/apiError.ts'
import type { EndpointSettings } from '../libnetwork/types.ts'
import type { ContainerNetworking } from '../libnetwork/controller.ts'
import { Container, type ContainerRecord } from './container.ts'
import { JsonFileLog, logAttributes } from './logs.ts'
import type { Nanoseconds } from '../../../sim/clock.ts'

const DIRECTORY = '/var/lib/docker/containers'

/** The whole of a container on disk. */
interface Saved {
  readonly record: ContainerRecord
  readonly name: string
  readonly endpoints: readonly (readonly [string, EndpointSettings])[]
  readonly running: boolean
  readonly exitCode: number
  readonly error: string
  readonly startedAt: Nanoseconds
  readonly finishedAt: Nanoseconds
  readonly restartCount: number
  readonly manuallyStopped: boolean
}

export class ContainerStore {
  readonly #all = new Map<string, Container>()

  constructor(private readonly p: Process) {}

  /** In the order they were created. */
  all(): Container[] {
    return [...this.#all.values()]
  }

  find(term: string): Container | null {
    const found = this.get(term)
    return found instanceof Container ? found : null
  }

  get(term: string): Container | ApiError {
    if (term === '') return invalidParameter('No container name or ID supplied')
    const exact = this.#all.get(term)
    if (exact) return exact
    const name = term.replace(/^\//, '')
    for (const container of this.#all.values()) if (container.name === name) return container
    const found = [...this.#all.values()].filter(({ id }) => id.startsWith(term))
    if (found.length > 1) return invalidParameter(`multiple IDs found with provided prefix: ${term}`)
    return found[0] ?? notFound(`No such container: ${term}`)
  }

  /** Why a name cannot be given; null when it can. */
  refusal(name: string): ApiError | null {
    const holder = this.all().find((container) => container.name === name)
    if (!holder) return null
    return conflict(
      `Conflict. The container name "/${name}" is already in use by container "${holder.id}". ` +
        'You have to remove (or rename) that container to be able to reuse that name.',
    )
  }

  add(container: Container): void {
    this.#all.set(container.id, container)
    this.p.fs.mkdir(container.root)
    this.save(container)
  }

  delete(container: Container): void {
    this.#all.delete(container.id)
    const names = this.p.fs.readdir(container.root)
    if (!isErrno(names)) for (const name of names) this.p.fs.unlink(`${container.root}/${name}`)
    this.p.fs.rmdir(container.root)
  }

  save(container: Container): void {
    if (!this.#all.has(container.id)) return
    const { state } = container
    const saved: Saved = {
      record: container.record,
      name: container.name,
      endpoints: [...container.networking.endpoints],
      running: state.running,
      exitCode: state.exitCode,
      error: state.error,
      startedAt: state.startedAt,
      finishedAt: state.finishedAt,
      restartCount: container.restartCount,
      manuallyStopped: container.manuallyStopped,
    }
    this.p.fs.writeFile(`${container.root}/config.v2.json`, JSON.stringify(saved))
  }

  /** Those of the last run; which of them were running then. */
  load(): Container[] {
    const ids = this.p.fs.readdir(DIRECTORY)
    const saved: Saved[] = []
    for (const id of isErrno(ids) ? [] : ids) {
      const text = this.p.fs.readText(`${DIRECTORY}/${id}/config.v2.json`)
      if (!isErrno(text)) saved.push(JSON.parse(text) as Saved)
    }
    saved.sort((a, b) => a.record.created - b.record.created)
    const wereRunning: Container[] = []
    for (const one of saved) {
      const container = this.make(one.record, one.name, new Map(one.endpoints.map(byName)))
      const { state } = container
      state.exitCode = one.exitCode
      state.error = one.error
      state.startedAt = one.startedAt
      state.finishedAt = one.finishedAt
      container.restartCount = one.restartCount
      container.manuallyStopped = one.manuallyStopped
      this.#all.set(container.id, container)
      if (one.running) wereRunning.push(container)
    }
    return wereRunning
  }

  make(record: ContainerRecord, name: string, endpoints: Map<string, EndpointSettings>): Container {
    const root = `${DIRECTORY}/${record.id}`
    const { config, hostConfig } = record
    const links = () => this.#linksOf(hostConfig.Links)
    const networking: ContainerNetworking = {
      id: record.id,
      name,
      get hostname() {
        return config.Hostname
      },
      get domainname() {
        return config.Domainname
      },
      networkMode: hostConfig.NetworkMode,
      root,
      exposedPorts: Object.keys(config.ExposedPorts ?? {}),
      portBindings: hostConfig.PortBindings,
      publishAllPorts: hostConfig.PublishAllPorts,
      dns: hostConfig.Dns,
      dnsSearch: hostConfig.DnsSearch,
      dnsOptions: hostConfig.DnsOptions,
      extraHosts: hostConfig.ExtraHosts ?? [],
      get links() {
        return links()
      },
      sysctls: hostConfig.Sysctls ?? {},
      endpoints,
    }
    const attributes = logAttributes(hostConfig.LogConfig, config)
    const log = new JsonFileLog(
      this.p,
      `${root}/${record.id}-json.log`,
      attributes,
      hostConfig.LogConfig.Type,
    )
    return new Container(record, networking, log)
  }

  #linksOf(links: readonly string[] | null): readonly { container: ContainerNetworking; alias: string }[] {
    return [...new Set(links)].flatMap((link) => {
      const [term = '', alias] = link.split(':')
      const target = this.find(term)
      return target ? [{ container: target.networking, alias: alias ?? target.name }] : []
    })
  }
}

/** The predefined networks get other ids with each daemon: they are found by name. */
function byName([name, settings]: readonly [string, EndpointSettings]): [string, EndpointSettings] {
  const predefined = name === 'bridge' || name === 'host' || name === 'none'
  return [name, predefined ? { ...settings, NetworkID: '' } : settings]
}

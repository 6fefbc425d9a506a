// A container as the API shows it. Ref: moby daemon/inspect.go, daemon/list.go
import type { ContainerInspect, ContainerSummary, SummaryPort } from '../api/container.ts'
import type { NetworkSettings } from '../libnetwork/types.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import { ROOT } from './daemon.ts'
import { layerPaths } from './rootfs.ts'
import { rfc3339, unixSeconds } from './time.ts'
import { treeSize } from './volumes.ts'

export function inspectContainer(d: Daemon, container: Container, size: boolean): ContainerInspect {
  const { record, root, id, state } = container
  const { merged, diff, work } = layerPaths(record.layer)
  const image = d.images.find(record.image)
  const lower = image ? [image.layer, ...image.below].map((layer) => `${ROOT}/overlay2/${layer}/diff`) : []
  const running = [...container.execs.values()].filter((exec) => exec.running).map((exec) => exec.id)
  return {
    Id: id,
    Created: rfc3339(record.created),
    Path: record.path,
    Args: record.args,
    State: state.inspect(),
    Image: record.image,
    ResolvConfPath: `${root}/resolv.conf`,
    HostnamePath: `${root}/hostname`,
    HostsPath: `${root}/hosts`,
    LogPath: record.hostConfig.LogConfig.Type === 'json-file' ? `${root}/${id}-json.log` : '',
    Name: `/${container.name}`,
    RestartCount: container.restartCount,
    Driver: 'overlay2',
    Platform: 'linux',
    MountLabel: '',
    ProcessLabel: '',
    AppArmorProfile: '',
    ExecIDs: running.length > 0 ? running : null,
    HostConfig: { ...record.hostConfig, Links: linksShown(d, container) },
    GraphDriver: {
      Data: {
        ID: id,
        LowerDir: [`${ROOT}/overlay2/${record.layer}-init/diff`, ...lower].join(':'),
        MergedDir: merged,
        UpperDir: diff,
        WorkDir: work,
      },
      Name: 'overlay2',
    },
    ...(size ? sizes(d, container) : {}),
    Mounts: record.mounts,
    Config: record.config,
    NetworkSettings: d.networks.settings(container.networking),
  }
}

export function sizes(d: Daemon, container: Container): { SizeRw: number; SizeRootFs: number } {
  const rw = treeSize(d.p, layerPaths(container.record.layer).diff)
  return { SizeRw: rw, SizeRootFs: rw + (d.images.find(container.record.image)?.size ?? 0) }
}

export function summarize(d: Daemon, container: Container, size: boolean): ContainerSummary {
  const { record, id, config, hostConfig, state } = container
  const settings = d.networks.settings(container.networking)
  return {
    Id: id,
    Names: [`/${container.name}`, ...linkedNames(d, container)],
    Image: imageShown(d, container),
    ImageID: record.image,
    Command: [record.path, ...record.args.map(quoteArg)].join(' '),
    Created: unixSeconds(record.created),
    Ports: summaryPorts(settings),
    ...(size ? sizes(d, container) : {}),
    Labels: config.Labels ?? {},
    State: state.status,
    Status: state.words(d.p.clock.now()),
    HostConfig: { NetworkMode: hostConfig.NetworkMode },
    NetworkSettings: { Networks: settings.Networks },
    Mounts: record.mounts,
  }
}

/** `/db:/web/alias`. Ref: moby daemon/inspect.go:getInspectData() */
function linksShown(d: Daemon, { hostConfig, name }: Container): string[] | null {
  return (
    hostConfig.Links?.map((link) => {
      const [term = '', alias] = link.split(':')
      return `/${d.containers.find(term)?.name ?? term}:/${name}/${alias ?? term}`
    }) ?? null
  )
}

/** `/other/alias` for each container that links to this one. */
function linkedNames(d: Daemon, container: Container): string[] {
  return d.containers.all().flatMap((other) =>
    (other.hostConfig.Links ?? []).flatMap((link) => {
      const [term = '', alias] = link.split(':')
      return d.containers.find(term) === container ? [`/${other.name}/${alias ?? term}`] : []
    }),
  )
}

/** The name it was made from, unless that is another image's by now. */
function imageShown(d: Daemon, { config, record }: Container): string {
  const image = d.images.find(config.Image)
  return image?.id === record.image ? config.Image : record.image
}

/** Arguments with spaces in quotes. Ref: daemon/list.go */
function quoteArg(arg: string): string {
  return arg.includes(' ') ? `'${arg}'` : arg
}

function summaryPorts(settings: NetworkSettings): SummaryPort[] {
  return Object.entries(settings.Ports).flatMap(([key, bindings]): SummaryPort[] => {
    const [port = '', type = 'tcp'] = key.split('/')
    const PrivatePort = Number(port)
    if (!bindings || bindings.length === 0) return [{ PrivatePort, Type: type }]
    return bindings.map(({ HostIp, HostPort }) => ({
      IP: HostIp,
      PrivatePort,
      PublicPort: Number(HostPort),
      Type: type,
    }))
  })
}

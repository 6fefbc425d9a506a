// Ref: docker/cli cli/command/system/info.go
import { goJson } from '../../../lib/gotemplate/json.ts'
import { TemplateError } from '../../../lib/gotemplate/error.ts'
import type { GoValue } from '../../../lib/gotemplate/value.ts'
import type { SystemInfo } from '../../api/others.ts'
import type { SwarmInfo } from '../../api/swarm.ts'
import { isFailure } from '../../http/client.ts'
import { bytesSize, humanDuration } from '../../lib/humanize.ts'
import { NO_ARGS } from '../lib/args.ts'
import { typed } from '../lib/inspectFormat.ts'
import { execDockerTemplate, parseDockerTemplate } from '../lib/template.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { CLIENT_VERSION } from './version.ts'
import { INSPECT_FORMAT } from '../lib/formatFlag.ts'

export const infoSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Display system-wide information',
  known: 'docker system info, docker info',
  args: NO_ARGS,
  flags: [INSPECT_FORMAT],
  *run(cli, flags) {
    const info = yield* cli.api.get<SystemInfo>('/info')
    const format = flags.string('format')
    if (format !== '') {
      if (isFailure(info)) return cli.fail(info)
      const data = {
        ...info,
        ServerErrors: null,
        ClientInfo: { Debug: false, Context: 'default', Plugins: [], Warnings: null },
      }
      if (format === 'json') {
        cli.out(`${goJson(data as never)}\n`)
        return 0
      }
      const fields = { DefaultAddressPools: null, ...data }
      try {
        cli.out(`${execDockerTemplate(parseDockerTemplate(format), typed(fields as never) as GoValue)}\n`)
        return 0
      } catch (thrown) {
        if (!(thrown instanceof TemplateError)) throw thrown
        return cli.fail(`template parsing error: ${thrown.message}`, thrown.stage === 'parse' ? 64 : 1)
      }
    }
    cli.out(`Client:\n Version:    ${CLIENT_VERSION}\n Context:    default\n Debug Mode: false\n\nServer:\n`)
    if (isFailure(info)) return cli.fail(`${info.message}\nerrors pretty printing info`)
    cli.out(serverText(info))
    for (const warning of info.Warnings) cli.err(`${warning}\n`)
    return 0
  },
}

/** Ref: docker/cli cli/command/system/info.go:printSwarmInfo() */
function swarmLines(swarm: SwarmInfo): string[] {
  if (swarm.LocalNodeState === 'inactive') return []
  const { Cluster } = swarm
  const managers = (swarm.RemoteManagers ?? []).map(({ Addr }) => Addr).toSorted()
  return [
    ` NodeID: ${swarm.NodeID}`,
    ...(swarm.Error === '' ? [] : [` Error: ${swarm.Error}`]),
    ` Is Manager: ${String(swarm.ControlAvailable)}`,
    ...(Cluster
      ? [
          ` ClusterID: ${Cluster.ID}`,
          ` Managers: ${swarm.Managers ?? 0}`,
          ` Nodes: ${swarm.Nodes ?? 0}`,
          ...(Cluster.DefaultAddrPool
            ? [` Default Address Pool: ${Cluster.DefaultAddrPool.join('  ')}`]
            : []),
          ...(Cluster.DefaultAddrPool ? [` SubnetSize: ${Cluster.SubnetSize}`] : []),
          ` Data Path Port: ${Cluster.DataPathPort}`,
          ' Orchestration:',
          `  Task History Retention Limit: ${Cluster.Spec.Orchestration.TaskHistoryRetentionLimit}`,
          ' Raft:',
          `  Snapshot Interval: ${Cluster.Spec.Raft.SnapshotInterval}`,
          `  Number of Old Snapshots to Retain: ${Cluster.Spec.Raft.KeepOldSnapshots}`,
          `  Heartbeat Tick: ${Cluster.Spec.Raft.HeartbeatTick}`,
          `  Election Tick: ${Cluster.Spec.Raft.ElectionTick}`,
          ' Dispatcher:',
          `  Heartbeat Period: ${humanDuration(Cluster.Spec.Dispatcher.HeartbeatPeriod / 1e9)}`,
          ' CA Configuration:',
          `  Expiry Duration: ${humanDuration(Cluster.Spec.CAConfig.NodeCertExpiry / 1e9)}`,
          '  Force Rotate: 0',
          ' Autolock Managers: false',
          ` Root Rotation In Progress: ${String(Cluster.RootRotationInProgress)}`,
        ]
      : []),
    ` Node Address: ${swarm.NodeAddr}`,
    ...(managers.length > 0 ? [' Manager Addresses:', ...managers.map((addr) => `  ${addr}`)] : []),
  ]
}

function serverText(info: SystemInfo): string {
  const lines = [
    `Containers: ${info.Containers}`,
    ` Running: ${info.ContainersRunning}`,
    ` Paused: ${info.ContainersPaused}`,
    ` Stopped: ${info.ContainersStopped}`,
    `Images: ${info.Images}`,
    `Server Version: ${info.ServerVersion}`,
    `Storage Driver: ${info.Driver}`,
    ...info.DriverStatus.map(([name, value]) => ` ${name}: ${value}`),
    `Logging Driver: ${info.LoggingDriver}`,
    `Cgroup Driver: ${info.CgroupDriver}`,
    `Cgroup Version: ${info.CgroupVersion}`,
    'Plugins:',
    ` Volume: ${info.Plugins.Volume.join(' ')}`,
    ` Network: ${info.Plugins.Network.join(' ')}`,
    ` Log: ${info.Plugins.Log.join(' ')}`,
    'CDI spec directories:',
    ...info.CDISpecDirs.map((directory) => ` ${directory}`),
    `Swarm: ${info.Swarm.LocalNodeState}`,
    ...swarmLines(info.Swarm),
    `Runtimes: ${Object.keys(info.Runtimes).join(' ')}`,
    `Default Runtime: ${info.DefaultRuntime}`,
    `Init Binary: ${info.InitBinary}`,
    `containerd version: ${info.ContainerdCommit.ID}`,
    `runc version: ${info.RuncCommit.ID}`,
    `init version: ${info.InitCommit.ID}`,
    'Security Options:',
    ' seccomp',
    '  Profile: builtin',
    `Kernel Version: ${info.KernelVersion}`,
    `Operating System: ${info.OperatingSystem}`,
    `OSType: ${info.OSType}`,
    `Architecture: ${info.Architecture}`,
    `CPUs: ${info.NCPU}`,
    `Total Memory: ${bytesSize(info.MemTotal)}`,
    `Name: ${info.Name}`,
    `ID: ${info.ID}`,
    `Docker Root Dir: ${info.DockerRootDir}`,
    `Debug Mode: ${String(info.Debug)}`,
    ...(info.Labels.length > 0 ? ['Labels:', ...info.Labels.map((label) => ` ${label}`)] : []),
    `Experimental: ${String(info.ExperimentalBuild)}`,
    'Insecure Registries:',
    ...info.RegistryConfig.InsecureRegistryCIDRs.map((cidr) => ` ${cidr}`),
    `Live Restore Enabled: ${String(info.LiveRestoreEnabled)}`,
    ...(info.DefaultAddressPools
      ? [
          'Default Address Pools:',
          ...info.DefaultAddressPools.map(({ Base, Size }) => `  Base: ${Base}, Size: ${Size}`),
        ]
      : []),
  ]
  return `${lines.map((line) => ` ${line}\n`).join('')}\n`
}

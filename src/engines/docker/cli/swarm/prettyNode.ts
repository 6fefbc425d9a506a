// `docker node inspect --pretty`. Ref: docker/cli cli/command/node/formatter.go
import type { NodeInspect } from '../../api/swarm.ts'
import { bytesSize } from '../../lib/humanize.ts'

/** Ref: docker/cli cli/command/formatter.PrettyPrint() */
export function title(text: string): string {
  return text === '' ? '' : (text[0] ?? '').toUpperCase() + text.slice(1)
}

/** A moment as Go prints one that is not local. */
function goTime(rfc3339: string): string {
  return `${rfc3339.replace('T', ' ').replace('Z', '')} +0000 utc`
}

export function prettyNode(node: NodeInspect): string {
  const { Description, Spec, Status, ManagerStatus } = node
  const labels = Object.entries(Spec.Labels)
  const { Engine, Platform, Resources, TLSInfo } = Description
  const plugins = (type: string): string =>
    Engine.Plugins.filter(({ Type }) => Type === type)
      .map(({ Name }) => Name)
      .join(', ')
  const lines = [
    `ID:\t\t\t${node.ID}`,
    ...(labels.length > 0 ? ['Labels:', ...labels.map(([key, value]) => ` - ${key}=${value}`)] : []),
    `Hostname:              \t${Description.Hostname}`,
    `Joined at:             \t${goTime(node.CreatedAt)}`,
    'Status:',
    ` State:\t\t\t${title(Status.State)}`,
    ` Availability:         \t${title(Spec.Availability)}`,
    ` Address:\t\t${Status.Addr}`,
    ...(ManagerStatus
      ? [
          'Manager Status:',
          ` Address:\t\t${ManagerStatus.Addr}`,
          ` Raft Status:\t\t${title(ManagerStatus.Reachability)}`,
          ` Leader:\t\t${ManagerStatus.Leader ? 'Yes' : 'No'}`,
        ]
      : []),
    'Platform:',
    ` Operating System:\t${Platform.OS}`,
    ` Architecture:\t\t${Platform.Architecture}`,
    'Resources:',
    ` CPUs:\t\t\t${Resources.NanoCPUs / 1e9}`,
    ` Memory:\t\t${bytesSize(Resources.MemoryBytes)}`,
    'Plugins:',
    ` Log:\t\t${plugins('Log')}`,
    ` Network:\t\t${plugins('Network')}`,
    ` Volume:\t\t${plugins('Volume')}`,
    `Engine Version:\t\t${Engine.EngineVersion}`,
    'TLS Info:',
    ` TrustRoot:\n${TLSInfo.TrustRoot}`,
    ` Issuer Subject:\t${TLSInfo.CertIssuerSubject}`,
    ` Issuer Public Key:\t${TLSInfo.CertIssuerPublicKey}`,
  ]
  return `${lines.join('\n')}\n`
}

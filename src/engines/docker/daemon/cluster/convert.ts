// What is kept of a swarm as the API shows it. (Ref: moby daemon/cluster/convert)
import type {
  InitRequest,
  ClusterInfo,
  NodeInspect,
  ObjectMeta,
  SwarmInfo,
  SwarmInspect,
  TlsInfo,
} from '../../api/swarm.ts'
import type { NetworkInspect } from '../../libnetwork/types.ts'
import { VNI_OPTION } from '../../libnetwork/overlay/overlay.ts'
import type { ClusterSettings } from '../../swarmkit/cluster.ts'
import { joinToken } from '../../swarmkit/identity.ts'
import type { Manager, SessionStart } from '../../swarmkit/manager.ts'
import type { ClusterObject, Meta, NetworkObject, NodeObject } from '../../swarmkit/objects.ts'
import { rfc3339 } from '../time.ts'

export const DRIVERS = {
  Log: ['awslogs', 'fluentd', 'gelf', 'journald', 'json-file', 'local', 'splunk', 'syslog'],
  Network: ['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay'],
  Volume: ['local'],
} as const

const HEARTBEAT_PERIOD = 5_000_000_000
const CERTIFICATE_EXPIRY = 7_776_000_000_000_000

export function metaOf({ created, updated, index }: Meta): ObjectMeta {
  return { Version: { Index: index }, CreatedAt: rfc3339(created), UpdatedAt: rfc3339(updated) }
}

function tlsOf({ certificate }: ClusterObject): TlsInfo {
  return {
    TrustRoot: certificate.pem,
    CertIssuerSubject: certificate.subject,
    CertIssuerPublicKey: certificate.publicKey,
  }
}

/** A node's place in its swarm. */
interface Standing {
  readonly manager: Manager | null
  readonly session: SessionStart | null
  readonly addr: string
  readonly error: string
}

function clusterInfo(cluster: ClusterObject): ClusterInfo {
  return {
    ID: cluster.id,
    ...metaOf(cluster.meta),
    Spec: {
      Name: 'default',
      Labels: {},
      Orchestration: { TaskHistoryRetentionLimit: cluster.taskHistory },
      Raft: {
        SnapshotInterval: 10_000,
        KeepOldSnapshots: 0,
        LogEntriesForSlowFollowers: 500,
        ElectionTick: 10,
        HeartbeatTick: 1,
      },
      Dispatcher: { HeartbeatPeriod: HEARTBEAT_PERIOD },
      CAConfig: { NodeCertExpiry: CERTIFICATE_EXPIRY },
      TaskDefaults: {},
      EncryptionConfig: { AutoLockManagers: false },
    },
    TLSInfo: tlsOf(cluster),
    RootRotationInProgress: false,
    DefaultAddrPool: cluster.pools.length > 0 ? cluster.pools : null,
    SubnetSize: cluster.subnetSize,
    DataPathPort: cluster.dataPathPort,
  }
}

export function swarmInfo(
  state: SwarmInfo['LocalNodeState'],
  { manager, session, addr, error }: Standing,
): SwarmInfo {
  const nodes = manager ? [...manager.store.nodes.values()] : []
  return {
    NodeID: session?.nodeId ?? '',
    NodeAddr: session ? addr : '',
    LocalNodeState: state,
    ControlAvailable: manager !== null,
    Error: error,
    RemoteManagers: session?.managers ?? null,
    ...(manager
      ? {
          Nodes: nodes.length,
          Managers: nodes.filter(({ role }) => role === 'manager').length,
          Cluster: clusterInfo(manager.store.cluster),
        }
      : {}),
  }
}

export function swarmInspect(cluster: ClusterObject): SwarmInspect {
  return {
    ...clusterInfo(cluster),
    JoinTokens: {
      Worker: joinToken(cluster.digest, cluster.workerSecret),
      Manager: joinToken(cluster.digest, cluster.managerSecret),
    },
  }
}

export function nodeInspect({ store, self, remoteAddr }: Manager, node: NodeObject): NodeInspect {
  const { hostname, engineVersion, nanoCpus, memory } = node.description
  return {
    ID: node.id,
    ...metaOf(node.meta),
    Spec: { Labels: node.labels, Role: node.role, Availability: node.availability },
    Description: {
      Hostname: hostname,
      Platform: { Architecture: 'x86_64', OS: 'linux' },
      Resources: { NanoCPUs: nanoCpus, MemoryBytes: memory },
      Engine: {
        EngineVersion: engineVersion,
        Plugins: Object.entries(DRIVERS).flatMap(([Type, names]) => names.map((Name) => ({ Type, Name }))),
      },
      TLSInfo: tlsOf(store.cluster),
    },
    Status: { State: node.state, Addr: node.addr },
    ...(node.id === self
      ? { ManagerStatus: { Leader: true, Reachability: 'reachable', Addr: remoteAddr } }
      : {}),
  }
}

/** A network that no container of this node is in. */
export function networkInspect({ id, meta, spec, allocated }: NetworkObject): NetworkInspect {
  return {
    Name: spec.name,
    Id: id,
    Created: rfc3339(meta.created),
    Scope: 'swarm',
    Driver: allocated ? spec.driver : '',
    EnableIPv4: true,
    EnableIPv6: spec.enableIPv6,
    IPAM: {
      Driver: allocated ? 'default' : '',
      Options: null,
      Config: allocated ? [{ Subnet: allocated.subnet, Gateway: allocated.gateway }] : [],
    },
    Internal: spec.internal,
    Attachable: spec.attachable,
    Ingress: spec.ingress,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Containers: null,
    Options: allocated
      ? Object.fromEntries(
          Object.entries({ ...spec.options, [VNI_OPTION]: String(allocated.vni) }).toSorted(([a], [b]) =>
            a < b ? -1 : 1,
          ),
        )
      : null,
    Labels: spec.labels && Object.keys(spec.labels).length > 0 ? spec.labels : null,
  }
}

export function clusterSettings(request: InitRequest): ClusterSettings {
  return {
    taskHistory: request.Spec?.Orchestration?.TaskHistoryRetentionLimit,
    pools: request.DefaultAddrPool,
    subnetSize: request.SubnetSize,
    dataPathPort: request.DataPathPort,
  }
}

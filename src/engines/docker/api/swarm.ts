// A swarm in the Engine API 1.51. (Ref: moby api/types/swarm)

export interface ObjectMeta {
  readonly Version: { readonly Index: number }
  readonly CreatedAt: string
  readonly UpdatedAt: string
}

export interface TlsInfo {
  readonly TrustRoot: string
  readonly CertIssuerSubject: string
  readonly CertIssuerPublicKey: string
}

export interface ClusterInfo extends ObjectMeta {
  readonly ID: string
  readonly Spec: {
    readonly Name: string
    readonly Labels: Readonly<Record<string, string>>
    readonly Orchestration: { readonly TaskHistoryRetentionLimit: number }
    readonly Raft: {
      readonly SnapshotInterval: number
      readonly KeepOldSnapshots: number
      readonly LogEntriesForSlowFollowers: number
      readonly ElectionTick: number
      readonly HeartbeatTick: number
    }
    readonly Dispatcher: { readonly HeartbeatPeriod: number }
    readonly CAConfig: { readonly NodeCertExpiry: number }
    readonly TaskDefaults: Readonly<Record<string, never>>
    readonly EncryptionConfig: { readonly AutoLockManagers: boolean }
  }
  readonly TLSInfo: TlsInfo
  readonly RootRotationInProgress: boolean
  readonly DefaultAddrPool: readonly string[] | null
  readonly SubnetSize: number
  readonly DataPathPort: number
}

/** GET /swarm. */
export interface SwarmInspect extends ClusterInfo {
  readonly JoinTokens: { readonly Worker: string; readonly Manager: string }
}

/** `Swarm` of GET /info. */
export interface SwarmInfo {
  readonly NodeID: string
  readonly NodeAddr: string
  readonly LocalNodeState: 'inactive' | 'pending' | 'active' | 'error'
  readonly ControlAvailable: boolean
  readonly Error: string
  readonly RemoteManagers: readonly { readonly NodeID: string; readonly Addr: string }[] | null
  readonly Nodes?: number
  readonly Managers?: number
  readonly Cluster?: ClusterInfo
}

export interface NodeSpec {
  readonly Labels: Readonly<Record<string, string>>
  readonly Role: 'manager' | 'worker'
  readonly Availability: string
}

/** GET /nodes, /nodes/{id}. */
export interface NodeInspect extends ObjectMeta {
  readonly ID: string
  readonly Spec: NodeSpec
  readonly Description: {
    readonly Hostname: string
    readonly Platform: { readonly Architecture: string; readonly OS: string }
    readonly Resources: { readonly NanoCPUs: number; readonly MemoryBytes: number }
    readonly Engine: {
      readonly EngineVersion: string
      readonly Plugins: readonly { readonly Type: string; readonly Name: string }[]
    }
    readonly TLSInfo: TlsInfo
  }
  readonly Status: { readonly State: string; readonly Addr: string }
  readonly ManagerStatus?: {
    readonly Leader?: boolean
    readonly Reachability: string
    readonly Addr: string
  }
}

/** POST /swarm/init. */
export interface InitRequest {
  readonly ListenAddr?: string
  readonly AdvertiseAddr?: string
  readonly DataPathAddr?: string
  readonly DataPathPort?: number
  readonly DefaultAddrPool?: readonly string[]
  readonly SubnetSize?: number
  readonly Availability?: string
  readonly Spec?: { readonly Orchestration?: { readonly TaskHistoryRetentionLimit?: number } }
}

/** POST /swarm/join. */
export interface JoinSwarmRequest {
  readonly ListenAddr?: string
  readonly AdvertiseAddr?: string
  readonly DataPathAddr?: string
  readonly RemoteAddrs?: readonly string[]
  readonly JoinToken?: string
  readonly Availability?: string
}

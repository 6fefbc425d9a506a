// Services and tasks of a swarm in the Engine API 1.51. (Ref: moby api/types/swarm/service.go, task.go)
import type { ObjectMeta } from './swarm.ts'

export interface ServicePort {
  readonly Protocol: string
  readonly TargetPort: number
  readonly PublishedPort?: number
  readonly PublishMode: string
}

export interface NetworkAttachment {
  readonly Target: string
  /** Other names of the service there. */
  readonly Aliases?: readonly string[]
}

export interface ServiceSpec {
  readonly Name: string
  readonly Labels: Readonly<Record<string, string>>
  readonly TaskTemplate: {
    readonly ContainerSpec: {
      readonly Image: string
      readonly Labels?: Readonly<Record<string, string>>
      readonly Command?: readonly string[]
      readonly Args?: readonly string[]
      readonly Hostname?: string
      readonly Env?: readonly string[]
      readonly Dir?: string
      readonly User?: string
      readonly Privileges?: {
        readonly CredentialSpec: null
        readonly SELinuxContext: null
        readonly NoNewPrivileges: boolean
      }
      readonly Init?: boolean
      readonly TTY?: boolean
      readonly StopGracePeriod?: number
      readonly DNSConfig: Readonly<Record<string, never>>
      readonly Isolation: string
    }
    readonly Resources: { readonly Limits?: object; readonly Reservations?: object }
    readonly RestartPolicy?: {
      readonly Condition: string
      readonly Delay: number
      readonly MaxAttempts: number
    }
    readonly Placement: {
      readonly Constraints?: readonly string[]
      readonly Preferences?: readonly { readonly Spread: { readonly SpreadDescriptor: string } }[]
      readonly MaxReplicas?: number
    }
    readonly Networks?: readonly NetworkAttachment[]
    readonly ForceUpdate: number
    readonly Runtime: string
  }
  readonly Mode: { readonly Replicated?: { readonly Replicas: number }; readonly Global?: object }
  readonly UpdateConfig?: object
  readonly RollbackConfig?: object
  readonly EndpointSpec: { readonly Mode: string; readonly Ports?: readonly ServicePort[] }
}

/** GET /services, /services/{id}. */
export interface ServiceInspect extends ObjectMeta {
  readonly ID: string
  readonly Spec: ServiceSpec
  readonly PreviousSpec?: ServiceSpec
  readonly UpdateStatus?: {
    readonly State: string
    readonly StartedAt: string
    readonly CompletedAt?: string
    readonly Message: string
  }
  readonly Endpoint: {
    readonly Spec: Partial<ServiceSpec['EndpointSpec']>
    readonly Ports?: readonly ServicePort[]
    readonly VirtualIPs?: readonly { readonly NetworkID: string; readonly Addr: string }[]
  }
}

/** GET /tasks, /tasks/{id}. */
export interface TaskInspect extends ObjectMeta {
  readonly ID: string
  readonly Labels: object
  readonly Spec: ServiceSpec['TaskTemplate']
  readonly ServiceID: string
  readonly Slot?: number
  readonly NodeID?: string
  readonly Status: {
    readonly Timestamp: string
    readonly State: string
    readonly Message: string
    readonly Err?: string
    readonly ContainerStatus?: {
      readonly ContainerID: string
      readonly PID: number
      readonly ExitCode: number
    }
    readonly PortStatus: object
  }
  readonly DesiredState: string
}

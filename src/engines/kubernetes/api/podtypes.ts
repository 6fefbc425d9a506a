// Pods: what is asked of them and what becomes of them. (Kubernetes API v1.36; Ref: k8s.io/api core/v1)
import type { Condition, KubeObject, Labels } from './meta.ts'

export interface ContainerPort {
  containerPort: number
  protocol?: string
  name?: string
  hostPort?: number
  hostIP?: string
}

interface KeyRef {
  name: string
  key: string
  optional?: boolean
}

export interface EnvVar {
  name: string
  value?: string
  valueFrom?: {
    fieldRef?: { fieldPath: string }
    configMapKeyRef?: KeyRef
    secretKeyRef?: KeyRef
  }
}

export interface EnvFrom {
  prefix?: string
  configMapRef?: { name: string; optional?: boolean }
  secretRef?: { name: string; optional?: boolean }
}

export interface Probe {
  httpGet?: { path?: string; port: number | string; scheme?: string; host?: string }
  tcpSocket?: { port: number | string; host?: string }
  exec?: { command: string[] }
  initialDelaySeconds?: number
  periodSeconds?: number
  timeoutSeconds?: number
  successThreshold?: number
  failureThreshold?: number
}

export interface VolumeMount {
  name: string
  mountPath: string
  subPath?: string
  readOnly?: boolean
}

interface Projection {
  name: string
  items?: { key: string; path: string }[]
  optional?: boolean
}

export interface ProjectedSource {
  serviceAccountToken?: { path: string; expirationSeconds?: number }
  configMap?: Projection
  secret?: Projection
  downwardAPI?: { items: { path: string; fieldRef?: { apiVersion?: string; fieldPath: string } }[] }
}

export interface Volume {
  name: string
  projected?: { defaultMode?: number; sources: ProjectedSource[] }
  emptyDir?: object
  hostPath?: { path: string; type?: string }
  configMap?: { name: string; items?: { key: string; path: string }[]; optional?: boolean }
  secret?: { secretName: string; items?: { key: string; path: string }[]; optional?: boolean }
}

export interface Container {
  name: string
  image: string
  command?: string[]
  args?: string[]
  workingDir?: string
  ports?: ContainerPort[]
  env?: EnvVar[]
  envFrom?: EnvFrom[]
  volumeMounts?: VolumeMount[]
  livenessProbe?: Probe
  readinessProbe?: Probe
  startupProbe?: Probe
  /** Of an init container: `Always` lets it run beside the others. */
  restartPolicy?: string
  stdin?: boolean
  tty?: boolean
  resources?: { requests?: Labels; limits?: Labels }
  securityContext?: { privileged?: boolean; capabilities?: { add?: string[] } }
  imagePullPolicy?: string
  terminationMessagePath?: string
  terminationMessagePolicy?: string
}

export interface Toleration {
  key?: string
  operator?: string
  value?: string
  effect?: string
  tolerationSeconds?: number
}

export interface PodSpec {
  containers: Container[]
  initContainers?: Container[]
  volumes?: Volume[]
  nodeName?: string
  nodeSelector?: Labels
  restartPolicy?: string
  dnsPolicy?: string
  hostNetwork?: boolean
  hostname?: string
  subdomain?: string
  hostAliases?: { ip: string; hostnames: string[] }[]
  terminationGracePeriodSeconds?: number
  tolerations?: Toleration[]
  [other: string]: unknown
}

export interface ContainerState {
  running?: { startedAt: string }
  waiting?: { reason: string; message?: string }
  terminated?: {
    exitCode: number
    reason: string
    message?: string
    startedAt: string
    finishedAt: string
    containerID: string
  }
}

export interface ContainerStatus {
  name: string
  image: string
  imageID: string
  containerID?: string
  ready: boolean
  started: boolean
  restartCount: number
  state: ContainerState
  lastState: ContainerState
}

export interface PodStatus {
  phase: string
  conditions?: Condition[]
  hostIP?: string
  podIP?: string
  podIPs?: { ip: string }[]
  startTime?: string
  qosClass?: string
  reason?: string
  message?: string
  initContainerStatuses?: ContainerStatus[]
  containerStatuses?: ContainerStatus[]
}

export interface Pod extends KubeObject {
  spec: PodSpec
  status: PodStatus
}

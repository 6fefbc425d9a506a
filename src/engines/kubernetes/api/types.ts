// Objects of Kubernetes, as far as vethlab has them. (Kubernetes API v1.36; Ref: k8s.io/api)

export type Labels = Record<string, string>

export interface OwnerReference {
  apiVersion: string
  kind: string
  name: string
  uid: string
  controller?: boolean
  blockOwnerDeletion?: boolean
}

export interface ObjectMeta {
  name: string
  namespace?: string
  generateName?: string
  uid?: string
  resourceVersion?: string
  generation?: number
  creationTimestamp?: string
  deletionTimestamp?: string
  deletionGracePeriodSeconds?: number
  labels?: Labels
  annotations?: Labels
  ownerReferences?: OwnerReference[]
}

export interface KubeObject {
  apiVersion: string
  kind: string
  metadata: ObjectMeta
  spec?: unknown
  status?: unknown
}

export interface Condition {
  type: string
  status: string
  reason?: string
  message?: string
  lastTransitionTime?: string
  lastUpdateTime?: string
  lastHeartbeatTime?: string
  observedGeneration?: number
}

// ---- pods

export interface ContainerPort {
  containerPort: number
  protocol?: string
  name?: string
  hostPort?: number
  hostIP?: string
}

export interface EnvVar {
  name: string
  value?: string
}

export interface Container {
  name: string
  image: string
  command?: string[]
  args?: string[]
  workingDir?: string
  ports?: ContainerPort[]
  env?: EnvVar[]
  stdin?: boolean
  tty?: boolean
  resources?: object
  imagePullPolicy?: string
  terminationMessagePath?: string
  terminationMessagePolicy?: string
}

export interface PodSpec {
  containers: Container[]
  nodeName?: string
  nodeSelector?: Labels
  restartPolicy?: string
  dnsPolicy?: string
  hostNetwork?: boolean
  hostname?: string
  terminationGracePeriodSeconds?: number
  tolerations?: object[]
  [other: string]: unknown
}

export interface ContainerState {
  running?: { startedAt: string }
  waiting?: { reason: string; message?: string }
  terminated?: {
    exitCode: number
    reason: string
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
  containerStatuses?: ContainerStatus[]
}

export interface Pod extends KubeObject {
  spec: PodSpec
  status: PodStatus
}

// ---- workloads

export interface LabelSelector {
  matchLabels?: Labels
  matchExpressions?: { key: string; operator: string; values?: string[] }[]
}

export interface PodTemplate {
  metadata: { labels?: Labels; annotations?: Labels; creationTimestamp?: null }
  spec: PodSpec
}

export interface ReplicaSet extends KubeObject {
  spec: { replicas: number; selector: LabelSelector; template: PodTemplate }
  status: {
    replicas: number
    fullyLabeledReplicas?: number
    readyReplicas?: number
    availableReplicas?: number
    observedGeneration?: number
  }
}

export interface Deployment extends KubeObject {
  spec: {
    replicas: number
    selector: LabelSelector
    template: PodTemplate
    strategy?: object
    revisionHistoryLimit?: number
    progressDeadlineSeconds?: number
  }
  status: {
    replicas?: number
    updatedReplicas?: number
    readyReplicas?: number
    availableReplicas?: number
    unavailableReplicas?: number
    observedGeneration?: number
    conditions?: Condition[]
  }
}

// ---- services

export interface ServicePort {
  name?: string
  protocol: string
  port: number
  targetPort: number | string
  nodePort?: number
}

export interface Service extends KubeObject {
  spec: {
    type: string
    clusterIP?: string
    clusterIPs?: string[]
    ports?: ServicePort[]
    selector?: Labels
    sessionAffinity?: string
    sessionAffinityConfig?: { clientIP?: { timeoutSeconds?: number } }
    externalTrafficPolicy?: string
    internalTrafficPolicy?: string
    externalIPs?: string[]
    ipFamilies?: string[]
    ipFamilyPolicy?: string
    publishNotReadyAddresses?: boolean
  }
  status: { loadBalancer: object }
}

export interface Endpoint {
  addresses: string[]
  conditions: { ready: boolean; serving: boolean; terminating: boolean }
  nodeName?: string
  targetRef?: { kind: string; name: string; namespace: string; uid?: string }
}

export interface EndpointSlice extends KubeObject {
  addressType: string
  endpoints: Endpoint[]
  ports: { name: string; protocol: string; port: number }[]
}

interface EndpointAddress {
  ip: string
  nodeName?: string
  targetRef?: { kind: string; name: string; namespace: string; uid?: string }
}

export interface Endpoints extends KubeObject {
  subsets?: {
    addresses?: EndpointAddress[]
    notReadyAddresses?: EndpointAddress[]
    ports?: { name?: string; port: number; protocol: string }[]
  }[]
}

// ---- nodes, namespaces, the rest

export interface Node extends KubeObject {
  spec: {
    podCIDR?: string
    podCIDRs?: string[]
    unschedulable?: boolean
    taints?: { key: string; value?: string; effect: string }[]
  }
  status: {
    addresses: { type: string; address: string }[]
    capacity: Labels
    allocatable: Labels
    conditions: Condition[]
    nodeInfo: Labels
  }
}

export interface Namespace extends KubeObject {
  spec: { finalizers?: string[] }
  status: { phase: string }
}

export interface ConfigMap extends KubeObject {
  data?: Labels
}

export interface NetworkPolicyPeer {
  podSelector?: LabelSelector
  namespaceSelector?: LabelSelector
  ipBlock?: { cidr: string; except?: string[] }
}

export interface NetworkPolicyRule {
  from?: NetworkPolicyPeer[]
  to?: NetworkPolicyPeer[]
  ports?: { protocol?: string; port?: number | string; endPort?: number }[]
}

export interface NetworkPolicy extends KubeObject {
  spec: {
    podSelector: LabelSelector
    policyTypes?: string[]
    ingress?: NetworkPolicyRule[]
    egress?: NetworkPolicyRule[]
  }
}

export interface EventObject extends KubeObject {
  involvedObject: {
    kind: string
    namespace?: string
    name: string
    uid?: string
    apiVersion?: string
    fieldPath?: string
  }
  reason: string
  message: string
  type: string
  count: number
  firstTimestamp: string
  lastTimestamp: string
  source: { component: string; host?: string }
}

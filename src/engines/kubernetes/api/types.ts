// Objects of Kubernetes, as far as vethlab has them. (Kubernetes API v1.36; Ref: k8s.io/api)

import type { Condition, KubeObject, Labels } from './meta.ts'
import type { PodSpec } from './podtypes.ts'

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

export interface DaemonSet extends KubeObject {
  spec: { selector: LabelSelector; template: PodTemplate }
  status: {
    currentNumberScheduled: number
    desiredNumberScheduled: number
    numberAvailable?: number
    numberMisscheduled: number
    numberReady: number
    numberUnavailable?: number
    observedGeneration?: number
    updatedNumberScheduled?: number
  }
}

export interface StatefulSet extends KubeObject {
  spec: {
    replicas: number
    selector: LabelSelector
    serviceName?: string
    template: PodTemplate
    podManagementPolicy?: string
  }
  status: {
    replicas: number
    readyReplicas?: number
    availableReplicas?: number
    observedGeneration?: number
  }
}

export interface Job extends KubeObject {
  spec: {
    completions?: number
    parallelism?: number
    backoffLimit?: number
    selector?: LabelSelector
    template: PodTemplate
  }
  status: {
    active?: number
    succeeded?: number
    failed?: number
    ready?: number
    startTime?: string
    completionTime?: string
    conditions?: Condition[]
  }
}

export interface CronJob extends KubeObject {
  spec: {
    schedule: string
    suspend?: boolean
    concurrencyPolicy?: string
    startingDeadlineSeconds?: number
    timeZone?: string
    successfulJobsHistoryLimit: number
    failedJobsHistoryLimit: number
    jobTemplate: { metadata?: { labels?: Labels; annotations?: Labels }; spec: Job['spec'] }
  }
  status: {
    active?: { apiVersion: string; kind: string; name: string; namespace: string; uid: string }[]
    lastScheduleTime?: string
    lastSuccessfulTime?: string
  }
}

export interface Deployment extends KubeObject {
  spec: {
    replicas: number
    selector: LabelSelector
    template: PodTemplate
    strategy?: {
      type?: string
      rollingUpdate?: { maxSurge?: string | number; maxUnavailable?: string | number }
    }
    paused?: boolean
    revisionHistoryLimit?: number
    progressDeadlineSeconds?: number
    minReadySeconds?: number
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
    externalName?: string
    ipFamilies?: string[]
    ipFamilyPolicy?: string
    publishNotReadyAddresses?: boolean
  }
  status: { loadBalancer: object }
}

export interface Endpoint {
  addresses: string[]
  conditions: { ready: boolean; serving: boolean; terminating: boolean }
  hostname?: string
  nodeName?: string
  targetRef?: { kind: string; name: string; namespace: string; uid?: string }
}

export interface EndpointSlice extends KubeObject {
  addressType: string
  endpoints: Endpoint[]
  ports: { name: string; protocol: string; port: number }[]
}

interface EndpointAddress {
  hostname?: string
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

export interface IngressBackend {
  service?: { name: string; port?: { name?: string; number?: number } }
  resource?: object
}

export interface IngressPath {
  path?: string
  pathType?: string
  backend?: IngressBackend
}

export interface Ingress extends KubeObject {
  spec: {
    ingressClassName?: string
    defaultBackend?: IngressBackend
    rules?: { host?: string; http?: { paths: IngressPath[] } }[]
    tls?: { hosts?: string[]; secretName?: string }[]
  }
}

// ---- nodes, namespaces, the rest

export interface Node extends KubeObject {
  spec: {
    podCIDR?: string
    podCIDRs?: string[]
    unschedulable?: boolean
    taints?: { key: string; value?: string; effect: string; timeAdded?: string }[]
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

/** Its values are base 64. */
export interface Secret extends KubeObject {
  type?: string
  data?: Labels
  stringData?: Labels
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

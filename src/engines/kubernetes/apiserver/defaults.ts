// What the API server fills in of an object that is made. (Ref: k8s.io/kubernetes pkg/apis/{core,apps,networking}/v1
// defaults.go)
import type {
  Container,
  Deployment,
  KubeObject,
  NetworkPolicy,
  Pod,
  PodSpec,
  ReplicaSet,
  Service,
} from '../api/types.ts'

export function withDefaults(object: KubeObject): KubeObject {
  switch (object.kind) {
    case 'Pod':
      return defaultPod(object as Pod)
    case 'Deployment':
      return defaultDeployment(object as Deployment)
    case 'ReplicaSet':
      return defaultReplicaSet(object as ReplicaSet)
    case 'Service':
      return defaultService(object as Service)
    case 'Namespace': {
      const { name, labels } = object.metadata
      const metadata = { ...object.metadata, labels: { 'kubernetes.io/metadata.name': name, ...labels } }
      return { ...object, metadata, spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } }
    }
    case 'NetworkPolicy':
      return defaultPolicy(object as NetworkPolicy)
    default:
      return object
  }
}

export function defaultPodSpec(spec: PodSpec): PodSpec {
  return {
    ...spec,
    containers: spec.containers.map(defaultContainer),
    dnsPolicy: spec.dnsPolicy ?? 'ClusterFirst',
    enableServiceLinks: spec['enableServiceLinks'] ?? true,
    restartPolicy: spec.restartPolicy ?? 'Always',
    schedulerName: spec['schedulerName'] ?? 'default-scheduler',
    securityContext: spec['securityContext'] ?? {},
    terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30,
  }
}

function defaultContainer(container: Container): Container {
  const { image, ports } = container
  const tag = /:([^/@]+)$/.exec(image)?.[1] ?? 'latest'
  return {
    ...container,
    ...(ports ? { ports: ports.map((port) => ({ ...port, protocol: port.protocol ?? 'TCP' })) } : {}),
    imagePullPolicy: container.imagePullPolicy ?? (tag === 'latest' ? 'Always' : 'IfNotPresent'),
    resources: container.resources ?? {},
    terminationMessagePath: container.terminationMessagePath ?? '/dev/termination-log',
    terminationMessagePolicy: container.terminationMessagePolicy ?? 'File',
  }
}

function defaultPod(pod: Pod): Pod {
  const spec = defaultPodSpec(pod.spec)
  const evicted = ['not-ready', 'unreachable'].map((what) => ({
    effect: 'NoExecute',
    key: `node.kubernetes.io/${what}`,
    operator: 'Exists',
    tolerationSeconds: 300,
  }))
  const named = new Set(evicted.map(({ key }) => key))
  const others = (spec.tolerations ?? []).filter((one) => !named.has((one as { key?: string }).key ?? ''))
  return {
    ...pod,
    spec: {
      ...spec,
      preemptionPolicy: 'PreemptLowerPriority',
      priority: 0,
      serviceAccount: 'default',
      serviceAccountName: 'default',
      tolerations: [...others, ...evicted],
    },
    status: { phase: 'Pending', qosClass: 'BestEffort' },
  }
}

function defaultDeployment(deployment: Deployment): Deployment {
  const { spec, metadata } = deployment
  return {
    ...deployment,
    metadata: { ...metadata, generation: metadata.generation ?? 1 },
    spec: {
      ...spec,
      progressDeadlineSeconds: spec.progressDeadlineSeconds ?? 600,
      replicas: spec.replicas ?? 1,
      revisionHistoryLimit: spec.revisionHistoryLimit ?? 10,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
        ...spec.strategy,
      },
      template: { ...spec.template, spec: defaultPodSpec(spec.template.spec) },
    },
    status: deployment.status ?? {},
  }
}

function defaultReplicaSet(set: ReplicaSet): ReplicaSet {
  const { spec } = set
  const template = { ...spec.template, spec: defaultPodSpec(spec.template.spec) }
  return {
    ...set,
    spec: { ...spec, replicas: spec.replicas ?? 1, template },
    status: set.status ?? { replicas: 0 },
  }
}

function defaultService(service: Service): Service {
  const { spec } = service
  const type = spec.type ?? 'ClusterIP'
  const outside = type === 'NodePort' || type === 'LoadBalancer'
  return {
    ...service,
    spec: {
      ...spec,
      ...(outside ? { externalTrafficPolicy: spec.externalTrafficPolicy ?? 'Cluster' } : {}),
      internalTrafficPolicy: spec.internalTrafficPolicy ?? 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      ...(spec.ports
        ? {
            ports: spec.ports.map((port) => ({
              ...port,
              protocol: port.protocol ?? 'TCP',
              targetPort: port.targetPort ?? port.port,
            })),
          }
        : {}),
      sessionAffinity: spec.sessionAffinity ?? 'None',
      ...(spec.sessionAffinity === 'ClientIP'
        ? { sessionAffinityConfig: spec.sessionAffinityConfig ?? { clientIP: { timeoutSeconds: 10_800 } } }
        : {}),
      type,
    },
    status: { loadBalancer: {} },
  }
}

function defaultPolicy(policy: NetworkPolicy): NetworkPolicy {
  const { spec } = policy
  const types = spec.policyTypes ?? ['Ingress', ...(spec.egress ? ['Egress'] : [])]
  return { ...policy, spec: { ...spec, policyTypes: types } }
}

// What the API server fills in of an object that is made. (Ref: k8s.io/kubernetes pkg/apis/{core,apps,networking}/v1
// defaults.go)
import { encodeBase64 } from '../../../commands/lib/base64.ts'
import { encodeUtf8 } from '../../../wire/utf8.ts'
import { tolerates } from '../api/taints.ts'
import type { Container, EnvVar, Pod, PodSpec, Probe, Volume } from '../api/podtypes.ts'
import type { KubeObject } from '../api/meta.ts'
import type {
  CronJob,
  DaemonSet,
  Deployment,
  Job,
  NetworkPolicy,
  NetworkPolicyRule,
  PodTemplate,
  ReplicaSet,
  Secret,
  Service,
  StatefulSet,
} from '../api/types.ts'

/** Classes that every cluster has. Ref: pkg/apis/scheduling/types.go */
export const PRIORITIES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
}

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
    case 'DaemonSet':
      return defaultDaemonSet(object as DaemonSet)
    case 'StatefulSet':
      return defaultStatefulSet(object as StatefulSet)
    case 'Job':
      return defaultJob(object as Job)
    case 'CronJob':
      return defaultCronJob(object as CronJob)
    case 'Ingress': {
      const { metadata } = object
      const counted = { ...metadata, generation: metadata.generation ?? 1 }
      return { ...object, metadata: counted, status: object.status ?? { loadBalancer: {} } }
    }
    case 'Secret':
      return defaultSecret(object as Secret)
    case 'NetworkPolicy':
      return defaultPolicy(object as NetworkPolicy)
    default:
      return object
  }
}

export function defaultPodSpec(spec: PodSpec): PodSpec {
  return {
    ...spec,
    containers: ((spec.containers ?? []) as Container[]).map(defaultContainer),
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(defaultContainer) } : {}),
    ...(spec.volumes ? { volumes: spec.volumes.map(defaultVolume) } : {}),
    dnsPolicy: spec.dnsPolicy ?? 'ClusterFirst',
    restartPolicy: spec.restartPolicy ?? 'Always',
    schedulerName: spec['schedulerName'] ?? 'default-scheduler',
    securityContext: spec['securityContext'] ?? {},
    terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30,
  }
}

function defaultVolume(volume: Volume): Volume {
  const { name, hostPath, configMap, secret } = volume
  if (Object.keys(volume).every((key) => key === 'name')) return { name, emptyDir: {} }
  return {
    ...volume,
    ...(hostPath ? { hostPath: { type: '', ...hostPath } } : {}),
    ...(configMap ? { configMap: { ...{ defaultMode: 420 }, ...configMap } } : {}),
    ...(secret ? { secret: { ...{ defaultMode: 420 }, ...secret } } : {}),
  }
}

function defaultEnv(one: EnvVar): EnvVar {
  const { fieldRef } = one.valueFrom ?? {}
  return fieldRef ? { ...one, valueFrom: { fieldRef: { ...{ apiVersion: 'v1' }, ...fieldRef } } } : one
}

function defaultProbe(probe: Probe): Probe {
  const { httpGet } = probe
  const times = { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 }
  return { ...times, ...probe, ...(httpGet ? { httpGet: { path: '/', scheme: 'HTTP', ...httpGet } } : {}) }
}

function defaultContainer(container: Container): Container {
  const { image, ports, env } = container
  const tag = /:([^/@]+)$/.exec(image)?.[1] ?? 'latest'
  return {
    ...container,
    ...Object.fromEntries(
      (['livenessProbe', 'readinessProbe', 'startupProbe'] as const).flatMap((kind) => {
        const probe = container[kind]
        return probe ? [[kind, defaultProbe(probe)]] : []
      }),
    ),
    ...(env ? { env: env.map(defaultEnv) } : {}),
    ...(ports ? { ports: ports.map((port) => ({ ...port, protocol: port.protocol ?? 'TCP' })) } : {}),
    imagePullPolicy: container.imagePullPolicy ?? (tag === 'latest' ? 'Always' : 'IfNotPresent'),
    resources: container.resources ?? {},
    terminationMessagePath: container.terminationMessagePath ?? '/dev/termination-log',
    terminationMessagePolicy: container.terminationMessagePolicy ?? 'File',
  }
}

function defaultPod(pod: Pod): Pod {
  const spec = defaultPodSpec(pod.spec)
  const account = spec['serviceAccountName'] ?? spec['serviceAccount'] ?? 'default'
  const evicted = ['not-ready', 'unreachable'].map((what) => ({
    effect: 'NoExecute',
    key: `node.kubernetes.io/${what}`,
    operator: 'Exists',
    tolerationSeconds: 300,
  }))
  const given = spec.tolerations ?? []
  const others = evicted.filter(({ key, effect }) => !tolerates(given, { key, effect }))
  return {
    ...pod,
    spec: {
      ...spec,
      enableServiceLinks: spec['enableServiceLinks'] ?? true,
      preemptionPolicy: 'PreemptLowerPriority',
      priority: PRIORITIES[String(spec['priorityClassName'])] ?? 0,
      serviceAccount: account,
      serviceAccountName: account,
      tolerations: [...given, ...others],
    },
    status: { phase: 'Pending', qosClass: qosClass(spec) },
  }
}

/** Ref: pkg/apis/core/v1/helper/qos/qos.go:ComputePodQOS() */
function qosClass({ containers }: PodSpec): string {
  const all = containers.map(({ resources }) => ({
    requests: resources?.requests ?? {},
    limits: resources?.limits ?? {},
  }))
  if (all.every(({ requests, limits }) => Object.keys({ ...requests, ...limits }).length === 0))
    return 'BestEffort'
  const whole = all.every(({ requests, limits }) => {
    return ['cpu', 'memory'].every(
      (key) => limits[key] !== undefined && (requests[key] ?? limits[key]) === limits[key],
    )
  })
  return whole ? 'Guaranteed' : 'Burstable'
}

function defaultTemplate(template: PodTemplate): PodTemplate {
  return { ...template, spec: defaultPodSpec(template.spec) }
}

/** Kept for clients of before apps/v1. Ref: pkg/apis/apps/v1/conversion.go */
const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation'

function defaultDaemonSet(set: DaemonSet): DaemonSet {
  const { metadata, spec } = set
  const counts = {
    currentNumberScheduled: 0,
    desiredNumberScheduled: 0,
    numberMisscheduled: 0,
    numberReady: 0,
  }
  const generation = metadata.generation ?? 1
  const annotations = { [TEMPLATE_GENERATION]: String(generation), ...metadata.annotations }
  return {
    ...set,
    metadata: { ...metadata, annotations, generation },
    spec: {
      ...{
        revisionHistoryLimit: 10,
        updateStrategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 }, type: 'RollingUpdate' },
      },
      ...spec,
      template: defaultTemplate(spec.template),
    },
    status: set.status ?? counts,
  }
}

function defaultStatefulSet(set: StatefulSet): StatefulSet {
  const { metadata, spec } = set
  return {
    ...set,
    metadata: { ...metadata, generation: metadata.generation ?? 1 },
    spec: {
      ...{
        revisionHistoryLimit: 10,
        updateStrategy: { rollingUpdate: { partition: 0 }, type: 'RollingUpdate' },
      },
      ...spec,
      podManagementPolicy: spec.podManagementPolicy ?? 'OrderedReady',
      replicas: spec.replicas ?? 1,
      template: defaultTemplate(spec.template),
    },
    status: set.status ?? { replicas: 0 },
  }
}

/** A job selects its pods by its own UID. Ref: pkg/registry/batch/job/strategy.go:generateSelector() */
function defaultJob(job: Job): Job {
  const { metadata, spec } = job
  const { uid = '', name } = metadata
  const own = {
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  }
  const { template } = spec
  const labels = { ...template.metadata?.labels, ...own }
  return {
    ...job,
    metadata: { ...metadata, generation: metadata.generation ?? 1, labels: metadata.labels ?? labels },
    spec: {
      ...{
        completionMode: 'NonIndexed',
        manualSelector: false,
        podReplacementPolicy: 'TerminatingOrFailed',
        suspend: false,
      },
      ...spec,
      backoffLimit: spec.backoffLimit ?? 6,
      completions: spec.completions ?? 1,
      parallelism: spec.parallelism ?? 1,
      selector: spec.selector ?? { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } },
      template: defaultTemplate({ ...template, metadata: { ...template.metadata, labels } }),
    },
    status: job.status ?? {},
  }
}

function defaultCronJob(cron: CronJob): CronJob {
  const { metadata, spec } = cron
  const { jobTemplate } = spec
  const template = defaultTemplate(jobTemplate.spec.template)
  return {
    ...cron,
    metadata: { ...metadata, generation: metadata.generation ?? 1 },
    spec: {
      ...spec,
      concurrencyPolicy: spec.concurrencyPolicy ?? 'Allow',
      failedJobsHistoryLimit: spec.failedJobsHistoryLimit ?? 1,
      jobTemplate: { metadata: {}, ...jobTemplate, spec: { ...jobTemplate.spec, template } },
      successfulJobsHistoryLimit: spec.successfulJobsHistoryLimit ?? 3,
      suspend: spec.suspend ?? false,
    },
    status: cron.status ?? {},
  }
}

function defaultSecret({ stringData, ...secret }: Secret): Secret {
  const encoded = Object.entries(stringData ?? {}).map(([key, value]) => [
    key,
    encodeBase64(encodeUtf8(value)),
  ])
  return {
    ...secret,
    data: { ...secret.data, ...Object.fromEntries(encoded) },
    type: secret.type ?? 'Opaque',
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
      strategy:
        spec.strategy?.type !== undefined && spec.strategy.type !== 'RollingUpdate'
          ? spec.strategy
          : {
              type: 'RollingUpdate',
              ...spec.strategy,
              rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%', ...spec.strategy?.rollingUpdate },
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
    metadata: { ...set.metadata, generation: set.metadata.generation ?? 1 },
    spec: { ...spec, replicas: spec.replicas ?? 1, template },
    status: set.status ?? { replicas: 0 },
  }
}

function defaultService(service: Service): Service {
  const { spec } = service
  const type = spec.type ?? 'ClusterIP'
  const inside = type === 'ClusterIP' && (spec.externalIPs ?? []).length > 0
  const outside = type === 'NodePort' || type === 'LoadBalancer' || inside
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
              targetPort: port.targetPort || port.port,
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
  const withPorts = (rule: NetworkPolicyRule): NetworkPolicyRule => {
    return rule.ports ? { ...rule, ports: rule.ports.map((port) => ({ protocol: 'TCP', ...port })) } : rule
  }
  return {
    ...policy,
    metadata: { ...policy.metadata, generation: policy.metadata.generation ?? 1 },
    spec: {
      ...spec,
      ...(spec.ingress ? { ingress: spec.ingress.map(withPorts) } : {}),
      ...(spec.egress ? { egress: spec.egress.map(withPorts) } : {}),
      policyTypes: types,
    },
  }
}

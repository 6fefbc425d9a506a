// The members that objects may have: one that is misspelt is refused, not left out.
// (Ref: apimachinery/pkg/runtime/serializer/json, strict decoding; k8s.io/api)

/** By type: its members, each with the type of what it holds where that is looked into. */
const TYPES: Readonly<Record<string, string>> = {
  ObjectMeta:
    'name:string generateName namespace:string selfLink uid resourceVersion generation creationTimestamp deletionTimestamp ' +
    'deletionGracePeriodSeconds labels:map annotations:map ownerReferences finalizers managedFields',
  Pod: 'spec:PodSpec status',
  PodTemplate: 'metadata:ObjectMeta spec:PodSpec',
  PodSpec:
    'volumes:Volume[] initContainers:Container[] containers:Container[] ephemeralContainers restartPolicy:string ' +
    'terminationGracePeriodSeconds:int64 activeDeadlineSeconds dnsPolicy:string nodeSelector:map serviceAccountName serviceAccount ' +
    'automountServiceAccountToken nodeName:string hostNetwork:bool hostPID hostIPC shareProcessNamespace securityContext imagePullSecrets ' +
    'hostname:string subdomain:string affinity schedulerName tolerations:Toleration[] hostAliases priorityClassName priority dnsConfig:DnsConfig ' +
    'readinessGates runtimeClassName enableServiceLinks preemptionPolicy overhead topologySpreadConstraints setHostnameAsFQDN os ' +
    'hostUsers schedulingGates resourceClaims resources hostnameOverride',
  DnsConfig: 'nameservers searches options',
  Toleration: 'key operator value effect tolerationSeconds',
  Container:
    'name:string image:string command:[]string args:[]string workingDir:string ports:ContainerPort[] envFrom:EnvFrom[] env:EnvVar[] resources:Resources resizePolicy ' +
    'restartPolicy restartPolicyRules volumeMounts:VolumeMount[] volumeDevices livenessProbe:Probe readinessProbe:Probe ' +
    'startupProbe:Probe lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy:string securityContext stdin:bool stdinOnce tty:bool',
  ContainerPort: 'name:string hostPort:int32 containerPort:int32 protocol:string hostIP',
  EnvFrom: 'prefix configMapRef secretRef',
  EnvVar: 'name:string value:string valueFrom:EnvSource',
  EnvSource: 'fieldRef resourceFieldRef configMapKeyRef secretKeyRef fileKeyRef',
  Resources: 'limits requests claims',
  VolumeMount:
    'name:string readOnly:bool recursiveReadOnly mountPath:string subPath:string mountPropagation subPathExpr',
  Probe:
    'exec:Exec httpGet:HttpGet tcpSocket:TcpSocket grpc initialDelaySeconds timeoutSeconds periodSeconds successThreshold ' +
    'failureThreshold terminationGracePeriodSeconds',
  Exec: 'command:[]string',
  HttpGet: 'path port host scheme httpHeaders',
  TcpSocket: 'port host',
  Volume:
    'name hostPath:HostPath emptyDir gcePersistentDisk awsElasticBlockStore gitRepo secret:SecretVolume nfs iscsi glusterfs ' +
    'persistentVolumeClaim rbd flexVolume cinder cephfs flocker downwardAPI fc azureFile configMap:ConfigMapVolume vsphereVolume ' +
    'quobyte azureDisk photonPersistentDisk projected portworxVolume scaleIO storageos csi ephemeral image',
  HostPath: 'path type',
  SecretVolume: 'secretName items defaultMode optional',
  ConfigMapVolume: 'name items defaultMode optional',
  Selector: 'matchLabels:map matchExpressions:Expression[]',
  Expression: 'key operator values',
  Deployment: 'spec:DeploymentSpec status',
  DeploymentSpec:
    'replicas:int32 selector:Selector template:PodTemplate strategy:Strategy minReadySeconds revisionHistoryLimit paused progressDeadlineSeconds',
  Strategy: 'type rollingUpdate:RollingUpdate',
  RollingUpdate: 'maxUnavailable maxSurge',
  ReplicaSet: 'spec:ReplicaSetSpec status',
  ReplicaSetSpec: 'replicas:int32 minReadySeconds selector:Selector template:PodTemplate',
  DaemonSet: 'spec:DaemonSetSpec status',
  DaemonSetSpec: 'selector:Selector template:PodTemplate updateStrategy minReadySeconds revisionHistoryLimit',
  StatefulSet: 'spec:StatefulSetSpec status',
  StatefulSetSpec:
    'replicas:int32 selector:Selector template:PodTemplate volumeClaimTemplates serviceName podManagementPolicy updateStrategy ' +
    'revisionHistoryLimit minReadySeconds persistentVolumeClaimRetentionPolicy ordinals',
  Job: 'spec:JobSpec status',
  JobSpec:
    'parallelism completions activeDeadlineSeconds podFailurePolicy successPolicy backoffLimit backoffLimitPerIndex maxFailedIndexes ' +
    'selector:Selector manualSelector template:PodTemplate ttlSecondsAfterFinished completionMode suspend podReplacementPolicy managedBy',
  CronJob: 'spec:CronJobSpec status',
  CronJobSpec:
    'schedule:string timeZone:string startingDeadlineSeconds concurrencyPolicy:string suspend:bool jobTemplate:JobTemplateSpec ' +
    'successfulJobsHistoryLimit:int32 failedJobsHistoryLimit:int32',
  JobTemplateSpec: 'metadata:ObjectMeta spec:JobSpec',
  Ingress: 'spec:IngressSpec status',
  IngressSpec: 'ingressClassName:string defaultBackend:IngressBackend tls:IngressTLS[] rules:HTTPRule[]',
  IngressBackend: 'service:IngressServiceBackend resource',
  IngressServiceBackend: 'name:string port:ServiceBackendPort',
  ServiceBackendPort: 'name:string number:int32',
  IngressTLS: 'hosts:[]string secretName:string',
  HTTPRule: 'host:string http:HTTPIngressRuleValue',
  HTTPIngressRuleValue: 'paths:HTTPIngressPath[]',
  HTTPIngressPath: 'path:string pathType:string backend:IngressBackend',
  Service: 'spec:ServiceSpec status',
  ServiceSpec:
    'ports:ServicePort[] selector:map clusterIP:string clusterIPs type:string externalIPs:[]string sessionAffinity loadBalancerIP loadBalancerSourceRanges ' +
    'externalName:string externalTrafficPolicy healthCheckNodePort publishNotReadyAddresses sessionAffinityConfig ipFamilies ipFamilyPolicy ' +
    'allocateLoadBalancerNodePorts loadBalancerClass internalTrafficPolicy trafficDistribution',
  ServicePort: 'name:string protocol:string appProtocol port:int32 targetPort nodePort:int32',
  NetworkPolicy: 'spec:NetworkPolicySpec status',
  NetworkPolicySpec: 'podSelector:Selector ingress:IngressRule[] egress:EgressRule[] policyTypes:[]string',
  IngressRule: 'ports:PolicyPort[] from:Peer[]',
  EgressRule: 'ports:PolicyPort[] to:Peer[]',
  PolicyPort: 'protocol port endPort',
  Peer: 'podSelector:Selector namespaceSelector:Selector ipBlock:IPBlock',
  IPBlock: 'cidr except',
  ConfigMap: 'immutable data:map binaryData',
  Secret: 'immutable data:map stringData:map type:string',
  Namespace: 'spec status',
}

export interface Findings {
  /** Paths of members that no object of the kind has. */
  readonly unknown: string[]
  /** What cannot be read at all: what it is, into which field, of which type of Go's. */
  wrong: { readonly kind: string; readonly field: string; readonly go: string } | null
}

interface Typed {
  readonly kind: string
  readonly apiVersion: string
}

export function readFields(object: Typed): Findings {
  const found: Findings = { unknown: [], wrong: null }
  const type = TYPES[object.kind]
  if (type === undefined) return found
  walk(object, object.kind, `apiVersion kind metadata:ObjectMeta ${type}`, { at: '', go: '' }, found)
  return found
}

/** What is said of members that no object of the kind has, or that hold something else; null when there are none. */
export function unreadable(object: Typed): string | null {
  const found = readFields(object)
  const version = object.apiVersion.slice(object.apiVersion.indexOf('/') + 1)
  const start = `${object.kind} in version "${version}" cannot be handled as a ${object.kind}:`
  if (found.wrong !== null) {
    const { kind, field, go } = found.wrong
    return `${start} json: cannot unmarshal ${kind} into Go struct field ${field} of type ${go}`
  }
  if (found.unknown.length === 0) return null
  return `${start} strict decoding error: ${found.unknown.map((path) => `unknown field "${path}"`).join(', ')}`
}

/** Where one is: as strict decoding says it, and as Go's own decoder does, which leaves out the indices. */
interface Path {
  readonly at: string
  readonly go: string
}

function walk(value: object, owner: string, members: string, path: Path, found: Findings): void {
  const known = new Map(
    members.split(' ').map((word) => {
      const [name = '', type = ''] = word.split(':')
      return [name, type]
    }),
  )
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    const type = known.get(key)
    const join = (before: string): string => (before === '' ? key : `${before}.${key}`)
    const here = { at: join(path.at), go: join(path.go) }
    if (type === undefined) found.unknown.push(here.at)
    else descend(item, type, owner, here, found)
  }
}

function descend(value: unknown, type: string, owner: string, path: Path, found: Findings): void {
  const fail = (kind: string, go: string): void => {
    found.wrong ??= { kind, field: `${owner}.${path.go}`, go }
  }
  const kind = kindOf(value)
  if (type.endsWith('[]')) {
    const one = type.slice(0, -2)
    if (!Array.isArray(value)) return fail(kind, `[]v1.${one}`)
    for (const [i, item] of value.entries())
      descend(item, one, owner, { ...path, at: `${path.at}[${i}]` }, found)
    return
  }
  const members = TYPES[type]
  if (members !== undefined) {
    if (!isPlain(value)) return fail(kind, `v1.${type}`)
    return walk(value, type, members, path, found)
  }
  if (type === 'map') {
    if (!isPlain(value)) return fail(kind, 'map[string]string')
    const other = Object.values(value).find((item) => typeof item !== 'string')
    return other === undefined ? undefined : fail(kindOf(other), 'string')
  }
  if (type === '[]string') {
    if (!Array.isArray(value)) return fail(kind, '[]string')
    const other: unknown = value.find((item) => typeof item !== 'string')
    return other === undefined ? undefined : fail(kindOf(other), 'string')
  }
  const wanted = { string: 'string', int32: 'number', int64: 'number', bool: 'bool' }[type]
  if (wanted !== undefined && kind !== wanted) fail(kind, type)
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** As Go's decoder calls what JSON holds. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

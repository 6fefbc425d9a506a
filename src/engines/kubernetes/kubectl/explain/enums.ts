// What members of which only some words are allowed may say. (Ref: k8s.io/api, +enum)

const PROTOCOLS = 'SCTP TCP UDP'
const EFFECTS = 'NoExecute NoSchedule PreferNoSchedule'
const TRAFFIC = 'Cluster Local'
const PROFILES = 'Localhost RuntimeDefault Unconfined'
const POLICIES = 'Honor Ignore'
const ON_DELETE = 'OnDelete RollingUpdate'

/** By type and member; `""` is the empty word. */
export const ENUMS: ReadonlyMap<string, string> = new Map([
  ['AppArmorProfile.type', PROFILES],
  ['AzureDiskVolumeSource.cachingMode', 'None ReadOnly ReadWrite'],
  ['AzureDiskVolumeSource.kind', 'Dedicated Managed Shared'],
  ['Container.imagePullPolicy', 'Always IfNotPresent Never'],
  ['Container.terminationMessagePolicy', 'FallbackToLogsOnError File'],
  ['ContainerPort.protocol', PROTOCOLS],
  ['CronJobSpec.concurrencyPolicy', 'Allow Forbid Replace'],
  ['DaemonSetUpdateStrategy.type', ON_DELETE],
  ['DeploymentStrategy.type', 'Recreate RollingUpdate'],
  ['EndpointPort.protocol', PROTOCOLS],
  ['EndpointSlice.addressType', 'FQDN IPv4 IPv6'],
  ['EphemeralContainer.imagePullPolicy', 'Always IfNotPresent Never'],
  ['EphemeralContainer.terminationMessagePolicy', 'FallbackToLogsOnError File'],
  ['HTTPGetAction.scheme', 'HTTP HTTPS'],
  ['HTTPIngressPath.pathType', 'Exact ImplementationSpecific Prefix'],
  [
    'HostPathVolumeSource.type',
    '"" BlockDevice CharDevice Directory DirectoryOrCreate File FileOrCreate Socket',
  ],
  ['JobSpec.completionMode', 'Indexed NonIndexed'],
  ['JobSpec.podReplacementPolicy', 'Failed TerminatingOrFailed'],
  ['NamespaceStatus.phase', 'Active Terminating'],
  ['NodeSelectorRequirement.operator', 'DoesNotExist Exists Gt In Lt NotIn'],
  ['NodeStatus.phase', 'Pending Running Terminated'],
  ['PersistentVolumeClaimSpec.volumeMode', 'Block Filesystem'],
  ['PersistentVolumeClaimStatus.phase', 'Bound Lost Pending'],
  ['PodFailurePolicyOnExitCodesRequirement.operator', 'In NotIn'],
  ['PodFailurePolicyRule.action', 'Count FailIndex FailJob Ignore'],
  ['PodSecurityContext.fsGroupChangePolicy', 'Always OnRootMismatch'],
  ['PodSecurityContext.supplementalGroupsPolicy', 'Merge Strict'],
  ['PodSpec.dnsPolicy', 'ClusterFirst ClusterFirstWithHostNet Default None'],
  ['PodSpec.preemptionPolicy', 'Never PreemptLowerPriority'],
  ['PodSpec.restartPolicy', 'Always Never OnFailure'],
  ['PodStatus.phase', 'Failed Pending Running Succeeded Unknown'],
  ['PodStatus.qosClass', 'BestEffort Burstable Guaranteed'],
  ['SeccompProfile.type', PROFILES],
  ['SecurityContext.procMount', 'Default Unmasked'],
  ['ServicePort.protocol', PROTOCOLS],
  ['ServiceSpec.externalTrafficPolicy', TRAFFIC],
  ['ServiceSpec.internalTrafficPolicy', TRAFFIC],
  ['ServiceSpec.ipFamilyPolicy', 'PreferDualStack RequireDualStack SingleStack'],
  ['ServiceSpec.sessionAffinity', 'ClientIP None'],
  ['ServiceSpec.type', 'ClusterIP ExternalName LoadBalancer NodePort'],
  ['SlicePort.protocol', PROTOCOLS],
  ['StatefulSetSpec.podManagementPolicy', 'OrderedReady Parallel'],
  ['StatefulSetUpdateStrategy.type', ON_DELETE],
  ['Taint.effect', EFFECTS],
  ['Toleration.effect', EFFECTS],
  ['TopologySpreadConstraint.nodeAffinityPolicy', POLICIES],
  ['TopologySpreadConstraint.nodeTaintsPolicy', POLICIES],
  ['TopologySpreadConstraint.whenUnsatisfiable', 'DoNotSchedule ScheduleAnyway'],
  ['VolumeMount.mountPropagation', 'Bidirectional HostToContainer None'],
])

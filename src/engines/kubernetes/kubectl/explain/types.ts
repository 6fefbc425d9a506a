// The members of objects, by type, as the API of Kubernetes 1.36 has them: `name` of a text, `name!` when it may not be
// left out, `name:TYPE`, `name:[]TYPE`, `name:map.TYPE` of texts to it. (Ref: k8s.io/api)

export const TYPES = `
AWSElasticBlockStoreVolumeSource: fsType partition:int readOnly:bool volumeID!
Affinity: nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
AppArmorProfile: localhostProfile type!
AttachedVolume: devicePath! name!
AzureDiskVolumeSource: cachingMode diskName! diskURI! fsType kind readOnly:bool
AzureFileVolumeSource: readOnly:bool secretName! shareName!
CSIVolumeSource: driver! fsType nodePublishSecretRef:LocalObjectReference readOnly:bool volumeAttributes:map.string
Capabilities: add:[]string drop:[]string
CephFSVolumeSource: monitors!:[]string path readOnly:bool secretFile secretRef:LocalObjectReference user
CinderVolumeSource: fsType readOnly:bool secretRef:LocalObjectReference volumeID!
ClientIPConfig: timeoutSeconds:int
ClusterTrustBundleProjection: labelSelector:LabelSelector name optional:bool path! signerName
Condition: lastTransitionTime!:Time message! observedGeneration:int reason! status! type!
ConfigMap: apiVersion binaryData:map.string data:map.string immutable:bool kind metadata:ObjectMeta
ConfigMapEnvSource: name optional:bool
ConfigMapKeySelector: key! name optional:bool
ConfigMapNodeConfigSource: kubeletConfigKey! name! namespace! resourceVersion uid
ConfigMapProjection: items:[]KeyToPath name optional:bool
ConfigMapVolumeSource: defaultMode:int items:[]KeyToPath name optional:bool
Container: args:[]string command:[]string env:[]EnvVar envFrom:[]EnvFromSource image imagePullPolicy lifecycle:Lifecycle livenessProbe:Probe name! ports:[]ContainerPort readinessProbe:Probe resizePolicy:[]ContainerResizePolicy resources:ResourceRequirements restartPolicy restartPolicyRules:[]ContainerRestartRule securityContext:SecurityContext startupProbe:Probe stdin:bool stdinOnce:bool terminationMessagePath terminationMessagePolicy tty:bool volumeDevices:[]VolumeDevice volumeMounts:[]VolumeMount workingDir
ContainerExtendedResourceRequest: containerName! requestName! resourceName!
ContainerImage: names:[]string sizeBytes:int
ContainerPort: containerPort!:int hostIP hostPort:int name protocol
ContainerResizePolicy: resourceName! restartPolicy!
ContainerRestartRule: action! exitCodes:ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes: operator! values:[]integer
ContainerState: running:ContainerStateRunning terminated:ContainerStateTerminated waiting:ContainerStateWaiting
ContainerStateRunning: startedAt:Time
ContainerStateTerminated: containerID exitCode!:int finishedAt:Time message reason signal:int startedAt:Time
ContainerStateWaiting: message reason
ContainerStatus: allocatedResources:map.Quantity allocatedResourcesStatus:[]ResourceStatus containerID image! imageID! lastState:ContainerState name! ready!:bool resources:ResourceRequirements restartCount!:int started:bool state:ContainerState stopSignal user:ContainerUser volumeMounts:[]VolumeMountStatus
ContainerUser: linux:LinuxContainerUser
CronJob: apiVersion kind metadata:ObjectMeta spec!:CronJobSpec status:CronJobStatus
CronJobSpec: concurrencyPolicy failedJobsHistoryLimit:int jobTemplate!:JobTemplateSpec schedule! startingDeadlineSeconds:int successfulJobsHistoryLimit:int suspend:bool timeZone
CronJobStatus: active:[]ObjectReference lastScheduleTime:Time lastSuccessfulTime:Time
DaemonEndpoint: Port!:int
DaemonSet: apiVersion kind metadata:ObjectMeta spec:DaemonSetSpec status:DaemonSetStatus
DaemonSetCondition: lastTransitionTime:Time message reason status! type!
DaemonSetSpec: minReadySeconds:int revisionHistoryLimit:int selector!:LabelSelector template!:PodTemplateSpec updateStrategy:DaemonSetUpdateStrategy
DaemonSetStatus: collisionCount:int conditions:[]DaemonSetCondition currentNumberScheduled!:int desiredNumberScheduled!:int numberAvailable:int numberMisscheduled!:int numberReady!:int numberUnavailable:int observedGeneration:int updatedNumberScheduled:int
DaemonSetUpdateStrategy: rollingUpdate:RollingUpdateDaemonSet type
Deployment: apiVersion kind metadata:ObjectMeta spec:DeploymentSpec status:DeploymentStatus
DeploymentCondition: lastTransitionTime:Time lastUpdateTime:Time message reason status! type!
DeploymentSpec: minReadySeconds:int paused:bool progressDeadlineSeconds:int replicas:int revisionHistoryLimit:int selector!:LabelSelector strategy:DeploymentStrategy template!:PodTemplateSpec
DeploymentStatus: availableReplicas:int collisionCount:int conditions:[]DeploymentCondition observedGeneration:int readyReplicas:int replicas:int terminatingReplicas:int unavailableReplicas:int updatedReplicas:int
DeploymentStrategy: rollingUpdate:RollingUpdateDeployment type
DownwardAPIProjection: items:[]DownwardAPIVolumeFile
DownwardAPIVolumeFile: fieldRef:ObjectFieldSelector mode:int path! resourceFieldRef:ResourceFieldSelector
DownwardAPIVolumeSource: defaultMode:int items:[]DownwardAPIVolumeFile
EmptyDirVolumeSource: medium sizeLimit:Quantity
Endpoint: addresses!:[]string conditions:EndpointConditions deprecatedTopology:map.string hints:EndpointHints hostname nodeName targetRef:ObjectReference zone
EndpointAddress: hostname ip! nodeName targetRef:ObjectReference
EndpointConditions: ready:bool serving:bool terminating:bool
EndpointHints: forNodes:[]ForNode forZones:[]ForZone
SlicePort: appProtocol name port:int protocol
EndpointPort: appProtocol name port!:int protocol
EndpointSlice: addressType! apiVersion endpoints:[]Endpoint kind metadata:ObjectMeta ports:[]SlicePort
EndpointSubset: addresses:[]EndpointAddress notReadyAddresses:[]EndpointAddress ports:[]EndpointPort
Endpoints: apiVersion kind metadata:ObjectMeta subsets:[]EndpointSubset
EnvFromSource: configMapRef:ConfigMapEnvSource prefix secretRef:SecretEnvSource
EnvVar: name! value valueFrom:EnvVarSource
EnvVarSource: configMapKeyRef:ConfigMapKeySelector fieldRef:ObjectFieldSelector fileKeyRef:FileKeySelector resourceFieldRef:ResourceFieldSelector secretKeyRef:SecretKeySelector
EphemeralContainer: args:[]string command:[]string env:[]EnvVar envFrom:[]EnvFromSource image imagePullPolicy lifecycle:Lifecycle livenessProbe:Probe name! ports:[]ContainerPort readinessProbe:Probe resizePolicy:[]ContainerResizePolicy resources:ResourceRequirements restartPolicy restartPolicyRules:[]ContainerRestartRule securityContext:SecurityContext startupProbe:Probe stdin:bool stdinOnce:bool targetContainerName terminationMessagePath terminationMessagePolicy tty:bool volumeDevices:[]VolumeDevice volumeMounts:[]VolumeMount workingDir
EphemeralVolumeSource: volumeClaimTemplate:PersistentVolumeClaimTemplate
Event: action apiVersion count:int eventTime:MicroTime firstTimestamp:Time involvedObject!:ObjectReference kind lastTimestamp:Time message metadata!:ObjectMeta reason related:ObjectReference reportingComponent reportingInstance series:EventSeries source:EventSource type
EventSeries: count:int lastObservedTime:MicroTime
EventSource: component host
ExecAction: command:[]string
FCVolumeSource: fsType lun:int readOnly:bool targetWWNs:[]string wwids:[]string
FileKeySelector: key! optional:bool path! volumeName!
FlexVolumeSource: driver! fsType options:map.string readOnly:bool secretRef:LocalObjectReference
FlockerVolumeSource: datasetName datasetUUID
ForNode: name!
ForZone: name!
GCEPersistentDiskVolumeSource: fsType partition:int pdName! readOnly:bool
GRPCAction: port!:int service
GitRepoVolumeSource: directory repository! revision
GlusterfsVolumeSource: endpoints! path! readOnly:bool
HTTPGetAction: host httpHeaders:[]HTTPHeader path port!:IntOrString scheme
HTTPHeader: name! value!
HTTPIngressPath: backend!:IngressBackend path pathType!
HTTPIngressRuleValue: paths!:[]HTTPIngressPath
HostAlias: hostnames:[]string ip!
HostIP: ip!
HostPathVolumeSource: path! type
IPBlock: cidr! except:[]string
ISCSIVolumeSource: chapAuthDiscovery:bool chapAuthSession:bool fsType initiatorName iqn! iscsiInterface lun!:int portals:[]string readOnly:bool secretRef:LocalObjectReference targetPortal!
ImageVolumeSource: pullPolicy reference
ImageVolumeStatus: imageRef!
Ingress: apiVersion kind metadata:ObjectMeta spec:IngressSpec status:IngressStatus
IngressBackend: resource:TypedLocalObjectReference service:IngressServiceBackend
IngressLoadBalancerIngress: hostname ip ports:[]IngressPortStatus
IngressLoadBalancerStatus: ingress:[]IngressLoadBalancerIngress
IngressPortStatus: error port!:int protocol!
IngressRule: host http:HTTPIngressRuleValue
IngressServiceBackend: name! port:ServiceBackendPort
IngressSpec: defaultBackend:IngressBackend ingressClassName rules:[]IngressRule tls:[]IngressTLS
IngressStatus: loadBalancer:IngressLoadBalancerStatus
IngressTLS: hosts:[]string secretName
Job: apiVersion kind metadata:ObjectMeta spec:JobSpec status:JobStatus
JobCondition: lastProbeTime:Time lastTransitionTime:Time message reason status! type!
JobSpec: activeDeadlineSeconds:int backoffLimit:int backoffLimitPerIndex:int completionMode completions:int managedBy manualSelector:bool maxFailedIndexes:int parallelism:int podFailurePolicy:PodFailurePolicy podReplacementPolicy selector:LabelSelector successPolicy:SuccessPolicy suspend:bool template!:PodTemplateSpec ttlSecondsAfterFinished:int
JobStatus: active:int completedIndexes completionTime:Time conditions:[]JobCondition failed:int failedIndexes ready:int startTime:Time succeeded:int terminating:int uncountedTerminatedPods:UncountedTerminatedPods
JobTemplateSpec: metadata:ObjectMeta spec:JobSpec
KeyToPath: key! mode:int path!
LabelSelector: matchExpressions:[]LabelSelectorRequirement matchLabels:map.string
LabelSelectorRequirement: key! operator! values:[]string
Lease: apiVersion kind metadata:ObjectMeta spec:LeaseSpec
LeaseSpec: acquireTime:MicroTime holderIdentity leaseDurationSeconds:int leaseTransitions:int preferredHolder renewTime:MicroTime strategy
Lifecycle: postStart:LifecycleHandler preStop:LifecycleHandler stopSignal
LifecycleHandler: exec:ExecAction httpGet:HTTPGetAction sleep:SleepAction tcpSocket:TCPSocketAction
LinuxContainerUser: gid!:int supplementalGroups:[]integer uid!:int
LoadBalancerIngress: hostname ip ipMode ports:[]PortStatus
LoadBalancerStatus: ingress:[]LoadBalancerIngress
LocalObjectReference: name
ManagedFieldsEntry: apiVersion fieldsType fieldsV1:FieldsV1 manager operation subresource time:Time
ModifyVolumeStatus: status! targetVolumeAttributesClassName
NFSVolumeSource: path! readOnly:bool server!
Namespace: apiVersion kind metadata:ObjectMeta spec:NamespaceSpec status:NamespaceStatus
NamespaceCondition: lastTransitionTime:Time message reason status! type!
NamespaceSpec: finalizers:[]string
NamespaceStatus: conditions:[]NamespaceCondition phase
NetworkPolicy: apiVersion kind metadata:ObjectMeta spec:NetworkPolicySpec
NetworkPolicyEgressRule: ports:[]NetworkPolicyPort to:[]NetworkPolicyPeer
NetworkPolicyIngressRule: from:[]NetworkPolicyPeer ports:[]NetworkPolicyPort
NetworkPolicyPeer: ipBlock:IPBlock namespaceSelector:LabelSelector podSelector:LabelSelector
NetworkPolicyPort: endPort:int port:IntOrString protocol
NetworkPolicySpec: egress:[]NetworkPolicyEgressRule ingress:[]NetworkPolicyIngressRule podSelector:LabelSelector policyTypes:[]string
Node: apiVersion kind metadata:ObjectMeta spec:NodeSpec status:NodeStatus
NodeAddress: address! type!
NodeAffinity: preferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm requiredDuringSchedulingIgnoredDuringExecution:NodeSelector
NodeAllocatableResourceClaimStatus: containers:[]string resourceClaimName! resources!:map.string
NodeCondition: lastHeartbeatTime:Time lastTransitionTime:Time message reason status! type!
NodeConfigSource: configMap:ConfigMapNodeConfigSource
NodeConfigStatus: active:NodeConfigSource assigned:NodeConfigSource error lastKnownGood:NodeConfigSource
NodeDaemonEndpoints: kubeletEndpoint:DaemonEndpoint
NodeFeatures: supplementalGroupsPolicy:bool
NodeRuntimeHandler: features:NodeRuntimeHandlerFeatures name
NodeRuntimeHandlerFeatures: recursiveReadOnlyMounts:bool userNamespaces:bool
NodeSelector: nodeSelectorTerms!:[]NodeSelectorTerm
NodeSelectorRequirement: key! operator! values:[]string
NodeSelectorTerm: matchExpressions:[]NodeSelectorRequirement matchFields:[]NodeSelectorRequirement
NodeSpec: configSource:NodeConfigSource externalID podCIDR podCIDRs:[]string providerID taints:[]Taint unschedulable:bool
NodeStatus: addresses:[]NodeAddress allocatable:map.Quantity capacity:map.Quantity conditions:[]NodeCondition config:NodeConfigStatus daemonEndpoints:NodeDaemonEndpoints declaredFeatures:[]string features:NodeFeatures images:[]ContainerImage nodeInfo:NodeSystemInfo phase runtimeHandlers:[]NodeRuntimeHandler volumesAttached:[]AttachedVolume volumesInUse:[]string
NodeSwapStatus: capacity:int
NodeSystemInfo: architecture! bootID! containerRuntimeVersion! kernelVersion! kubeProxyVersion! kubeletVersion! machineID! operatingSystem! osImage! swap:NodeSwapStatus systemUUID!
ObjectFieldSelector: apiVersion fieldPath!
ObjectMeta: annotations:map.string creationTimestamp:Time deletionGracePeriodSeconds:int deletionTimestamp:Time finalizers:[]string generateName generation:int labels:map.string managedFields:[]ManagedFieldsEntry name namespace ownerReferences:[]OwnerReference resourceVersion selfLink uid
ObjectReference: apiVersion fieldPath kind name namespace resourceVersion uid
OwnerReference: apiVersion! blockOwnerDeletion:bool controller:bool kind! name! uid!
PersistentVolumeClaim: apiVersion kind metadata:ObjectMeta spec:PersistentVolumeClaimSpec status:PersistentVolumeClaimStatus
PersistentVolumeClaimCondition: lastProbeTime:Time lastTransitionTime:Time message reason status! type!
PersistentVolumeClaimSpec: accessModes:[]string dataSource:TypedLocalObjectReference dataSourceRef:TypedObjectReference resources:VolumeResourceRequirements selector:LabelSelector storageClassName volumeAttributesClassName volumeMode volumeName
PersistentVolumeClaimStatus: accessModes:[]string allocatedResourceStatuses:map.string allocatedResources:map.Quantity capacity:map.Quantity conditions:[]PersistentVolumeClaimCondition currentVolumeAttributesClassName modifyVolumeStatus:ModifyVolumeStatus phase
PersistentVolumeClaimTemplate: metadata:ObjectMeta spec!:PersistentVolumeClaimSpec
PersistentVolumeClaimVolumeSource: claimName! readOnly:bool
PhotonPersistentDiskVolumeSource: fsType pdID!
Pod: apiVersion kind metadata:ObjectMeta spec:PodSpec status:PodStatus
PodAffinity: preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm
PodAffinityTerm: labelSelector:LabelSelector matchLabelKeys:[]string mismatchLabelKeys:[]string namespaceSelector:LabelSelector namespaces:[]string topologyKey!
PodAntiAffinity: preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm
PodCertificateProjection: certificateChainPath credentialBundlePath keyPath keyType! maxExpirationSeconds:int signerName! userAnnotations:map.string
PodCondition: lastProbeTime:Time lastTransitionTime:Time message observedGeneration:int reason status! type!
PodDNSConfig: nameservers:[]string options:[]PodDNSConfigOption searches:[]string
PodDNSConfigOption: name value
PodExtendedResourceClaimStatus: requestMappings!:[]ContainerExtendedResourceRequest resourceClaimName!
PodFailurePolicy: rules!:[]PodFailurePolicyRule
PodFailurePolicyOnExitCodesRequirement: containerName operator! values!:[]integer
PodFailurePolicyOnPodConditionsPattern: status type!
PodFailurePolicyRule: action! onExitCodes:PodFailurePolicyOnExitCodesRequirement onPodConditions:[]PodFailurePolicyOnPodConditionsPattern
PodIP: ip!
PodOS: name!
PodReadinessGate: conditionType!
PodResourceClaim: name! resourceClaimName resourceClaimTemplateName
PodResourceClaimStatus: name! resourceClaimName
PodSchedulingGate: name!
PodSchedulingGroup: podGroupName
PodSecurityContext: appArmorProfile:AppArmorProfile fsGroup:int fsGroupChangePolicy runAsGroup:int runAsNonRoot:bool runAsUser:int seLinuxChangePolicy seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile supplementalGroups:[]integer supplementalGroupsPolicy sysctls:[]Sysctl windowsOptions:WindowsSecurityContextOptions
PodSpec: activeDeadlineSeconds:int affinity:Affinity automountServiceAccountToken:bool containers!:[]Container dnsConfig:PodDNSConfig dnsPolicy enableServiceLinks:bool ephemeralContainers:[]EphemeralContainer hostAliases:[]HostAlias hostIPC:bool hostNetwork:bool hostPID:bool hostUsers:bool hostname hostnameOverride imagePullSecrets:[]LocalObjectReference initContainers:[]Container nodeName nodeSelector:map.string os:PodOS overhead:map.Quantity preemptionPolicy priority:int priorityClassName readinessGates:[]PodReadinessGate resourceClaims:[]PodResourceClaim resources:ResourceRequirements restartPolicy runtimeClassName schedulerName schedulingGates:[]PodSchedulingGate schedulingGroup:PodSchedulingGroup securityContext:PodSecurityContext serviceAccount serviceAccountName setHostnameAsFQDN:bool shareProcessNamespace:bool subdomain terminationGracePeriodSeconds:int tolerations:[]Toleration topologySpreadConstraints:[]TopologySpreadConstraint volumes:[]Volume
PodStatus: allocatedResources:map.Quantity conditions:[]PodCondition containerStatuses:[]ContainerStatus ephemeralContainerStatuses:[]ContainerStatus extendedResourceClaimStatus:PodExtendedResourceClaimStatus hostIP hostIPs:[]HostIP initContainerStatuses:[]ContainerStatus message nodeAllocatableResourceClaimStatuses:[]NodeAllocatableResourceClaimStatus nominatedNodeName observedGeneration:int phase podIP podIPs:[]PodIP qosClass reason resize resourceClaimStatuses:[]PodResourceClaimStatus resources:ResourceRequirements startTime:Time
PodTemplateSpec: metadata:ObjectMeta spec:PodSpec
PortStatus: error port!:int protocol!
PortworxVolumeSource: fsType readOnly:bool volumeID!
PreferredSchedulingTerm: preference!:NodeSelectorTerm weight!:int
Probe: exec:ExecAction failureThreshold:int grpc:GRPCAction httpGet:HTTPGetAction initialDelaySeconds:int periodSeconds:int successThreshold:int tcpSocket:TCPSocketAction terminationGracePeriodSeconds:int timeoutSeconds:int
ProjectedVolumeSource: defaultMode:int sources:[]VolumeProjection
QuobyteVolumeSource: group readOnly:bool registry! tenant user volume!
RBDVolumeSource: fsType image! keyring monitors!:[]string pool readOnly:bool secretRef:LocalObjectReference user
ReplicaSet: apiVersion kind metadata:ObjectMeta spec:ReplicaSetSpec status:ReplicaSetStatus
ReplicaSetCondition: lastTransitionTime:Time message reason status! type!
ReplicaSetSpec: minReadySeconds:int replicas:int selector!:LabelSelector template:PodTemplateSpec
ReplicaSetStatus: availableReplicas:int conditions:[]ReplicaSetCondition fullyLabeledReplicas:int observedGeneration:int readyReplicas:int replicas!:int terminatingReplicas:int
ResourceClaim: name! request
ResourceFieldSelector: containerName divisor:Quantity resource!
ResourceHealth: health message resourceID!
ResourceRequirements: claims:[]ResourceClaim limits:map.Quantity requests:map.Quantity
ResourceStatus: name! resources:[]ResourceHealth
RollingUpdateDaemonSet: maxSurge:IntOrString maxUnavailable:IntOrString
RollingUpdateDeployment: maxSurge:IntOrString maxUnavailable:IntOrString
RollingUpdateStatefulSetStrategy: maxUnavailable:IntOrString partition:int
SELinuxOptions: level role type user
ScaleIOVolumeSource: fsType gateway! protectionDomain readOnly:bool secretRef!:LocalObjectReference sslEnabled:bool storageMode storagePool system! volumeName
SeccompProfile: localhostProfile type!
Secret: apiVersion data:map.string immutable:bool kind metadata:ObjectMeta stringData:map.string type
SecretEnvSource: name optional:bool
SecretKeySelector: key! name optional:bool
SecretProjection: items:[]KeyToPath name optional:bool
SecretVolumeSource: defaultMode:int items:[]KeyToPath optional:bool secretName
SecurityContext: allowPrivilegeEscalation:bool appArmorProfile:AppArmorProfile capabilities:Capabilities privileged:bool procMount readOnlyRootFilesystem:bool runAsGroup:int runAsNonRoot:bool runAsUser:int seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile windowsOptions:WindowsSecurityContextOptions
Service: apiVersion kind metadata:ObjectMeta spec:ServiceSpec status:ServiceStatus
ServiceAccount: apiVersion automountServiceAccountToken:bool imagePullSecrets:[]LocalObjectReference kind metadata:ObjectMeta secrets:[]ObjectReference
ServiceAccountTokenProjection: audience expirationSeconds:int path!
ServiceBackendPort: name number:int
ServicePort: appProtocol name nodePort:int port!:int protocol targetPort:IntOrString
ServiceSpec: allocateLoadBalancerNodePorts:bool clusterIP clusterIPs:[]string externalIPs:[]string externalName externalTrafficPolicy healthCheckNodePort:int internalTrafficPolicy ipFamilies:[]string ipFamilyPolicy loadBalancerClass loadBalancerIP loadBalancerSourceRanges:[]string ports:[]ServicePort publishNotReadyAddresses:bool selector:map.string sessionAffinity sessionAffinityConfig:SessionAffinityConfig trafficDistribution type
ServiceStatus: conditions:[]Condition loadBalancer:LoadBalancerStatus
SessionAffinityConfig: clientIP:ClientIPConfig
SleepAction: seconds!:int
StatefulSet: apiVersion kind metadata:ObjectMeta spec:StatefulSetSpec status:StatefulSetStatus
StatefulSetCondition: lastTransitionTime:Time message reason status! type!
StatefulSetOrdinals: start:int
StatefulSetPersistentVolumeClaimRetentionPolicy: whenDeleted whenScaled
StatefulSetSpec: minReadySeconds:int ordinals:StatefulSetOrdinals persistentVolumeClaimRetentionPolicy:StatefulSetPersistentVolumeClaimRetentionPolicy podManagementPolicy replicas:int revisionHistoryLimit:int selector!:LabelSelector serviceName template!:PodTemplateSpec updateStrategy:StatefulSetUpdateStrategy volumeClaimTemplates:[]PersistentVolumeClaim
StatefulSetStatus: availableReplicas:int collisionCount:int conditions:[]StatefulSetCondition currentReplicas:int currentRevision observedGeneration:int readyReplicas:int replicas!:int updateRevision updatedReplicas:int
StatefulSetUpdateStrategy: rollingUpdate:RollingUpdateStatefulSetStrategy type
StorageOSVolumeSource: fsType readOnly:bool secretRef:LocalObjectReference volumeName volumeNamespace
SuccessPolicy: rules!:[]SuccessPolicyRule
SuccessPolicyRule: succeededCount:int succeededIndexes
Sysctl: name! value!
TCPSocketAction: host port!:IntOrString
Taint: effect! key! timeAdded:Time value
Toleration: effect key operator tolerationSeconds:int value
TopologySpreadConstraint: labelSelector:LabelSelector matchLabelKeys:[]string maxSkew!:int minDomains:int nodeAffinityPolicy nodeTaintsPolicy topologyKey! whenUnsatisfiable!
TypedLocalObjectReference: apiGroup kind! name!
TypedObjectReference: apiGroup kind! name! namespace
UncountedTerminatedPods: failed:[]string succeeded:[]string
Volume: awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource azureFile:AzureFileVolumeSource cephfs:CephFSVolumeSource cinder:CinderVolumeSource configMap:ConfigMapVolumeSource csi:CSIVolumeSource downwardAPI:DownwardAPIVolumeSource emptyDir:EmptyDirVolumeSource ephemeral:EphemeralVolumeSource fc:FCVolumeSource flexVolume:FlexVolumeSource flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource gitRepo:GitRepoVolumeSource glusterfs:GlusterfsVolumeSource hostPath:HostPathVolumeSource image:ImageVolumeSource iscsi:ISCSIVolumeSource name! nfs:NFSVolumeSource persistentVolumeClaim:PersistentVolumeClaimVolumeSource photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource projected:ProjectedVolumeSource quobyte:QuobyteVolumeSource rbd:RBDVolumeSource scaleIO:ScaleIOVolumeSource secret:SecretVolumeSource storageos:StorageOSVolumeSource vsphereVolume:VsphereVirtualDiskVolumeSource
VolumeDevice: devicePath! name!
VolumeMount: mountPath! mountPropagation name! readOnly:bool recursiveReadOnly subPath subPathExpr
VolumeMountStatus: mountPath! name! readOnly:bool recursiveReadOnly volumeStatus:VolumeStatus
VolumeProjection: clusterTrustBundle:ClusterTrustBundleProjection configMap:ConfigMapProjection downwardAPI:DownwardAPIProjection podCertificate:PodCertificateProjection secret:SecretProjection serviceAccountToken:ServiceAccountTokenProjection
VolumeResourceRequirements: limits:map.Quantity requests:map.Quantity
VolumeStatus: image:ImageVolumeStatus
VsphereVirtualDiskVolumeSource: fsType storagePolicyID storagePolicyName volumePath!
WeightedPodAffinityTerm: podAffinityTerm!:PodAffinityTerm weight!:int
WindowsSecurityContextOptions: gmsaCredentialSpec gmsaCredentialSpecName hostProcess:bool runAsUserName
`

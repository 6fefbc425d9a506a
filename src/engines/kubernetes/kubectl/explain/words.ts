// What kubectl explain says of types and their members: in vethlab's own words, not in those of Kubernetes.

const WORDS = `
ConfigMap: Settings for pods, as names and texts.
ConfigMap.binaryData: Values that are not UTF-8, in base64.
ConfigMap.data: Names, each with its text.
Container: One program of a pod, run from an image.
Container.args: Arguments of the entrypoint; those of the image when absent.
Container.command: The entrypoint; that of the image when absent. It is not run in a shell.
Container.env: Variables of its environment.
Container.envFrom: Whole ConfigMaps and Secrets whose members become variables of its environment.
Container.image: Name of the image.
Container.imagePullPolicy: When the image is fetched: Always for the tag latest, else IfNotPresent when absent.
Container.lifecycle: What is done after its start and before its end.
Container.livenessProbe: When this fails the container is started anew.
Container.name: Its name, which no other of the pod has.
Container.ports: Ports that it listens on. This is for people to read and to name ports: one that is not listed can be reached as well.
Container.readinessProbe: While this fails the pod is taken out of the endpoints of its services.
Container.resources: How much CPU and memory it asks for and may have.
Container.securityContext: User, capabilities and privileges it runs with; they go before those of the pod.
Container.startupProbe: Until this succeeds once, the other probes are not made.
Container.stdin: Whether its standard input is kept open.
Container.tty: Whether it has a terminal.
Container.volumeMounts: Where volumes of the pod appear among its files.
Container.workingDir: The folder it starts in; that of the image when absent.
ContainerPort: A port of a container.
ContainerPort.containerPort: The number in the pod, 1 to 65535.
ContainerPort.hostIP: The address of the node on which hostPort is opened.
ContainerPort.hostPort: A port of the node that leads here. Only one pod of a node can have it.
ContainerPort.name: A name by which services can mean the port.
ContainerPort.protocol: TCP when absent.
CronJob: Jobs that are begun at given times.
CronJobSpec.concurrencyPolicy: What happens when the last job is not over yet: Allow lets both run, Forbid skips the new one, Replace ends the old one.
CronJobSpec.jobTemplate: The job that is made each time.
CronJobSpec.schedule: Minute, hour, day of the month, month and day of the week, as cron has them.
CronJobSpec.suspend: Whether no further jobs are begun.
DaemonSet: One pod on every node.
DaemonSetSpec.selector: Which pods are its own; the labels of the template must fit.
DaemonSetSpec.template: What its pods are made from.
DaemonSetSpec.updateStrategy: How pods are replaced when the template changes.
Deployment: A number of like pods, replaced little by little when their template changes.
DeploymentSpec: How a Deployment is to be.
DeploymentSpec.minReadySeconds: How long a new pod must have been ready before it counts as available.
DeploymentSpec.paused: Whether changes of the template wait.
DeploymentSpec.progressDeadlineSeconds: After how long without progress a rollout counts as failed, 600 when absent.
DeploymentSpec.replicas: How many pods there are to be, 1 when absent.
DeploymentSpec.revisionHistoryLimit: How many old ReplicaSets are kept to go back to, 10 when absent.
DeploymentSpec.selector: Which pods are its own; the labels of the template must fit.
DeploymentSpec.strategy: How old pods are replaced by new ones.
DeploymentSpec.template: What its pods are made from.
DeploymentStrategy: How old pods are replaced by new ones.
DeploymentStrategy.rollingUpdate: How many at a time, of the type RollingUpdate.
DeploymentStrategy.type: RollingUpdate goes little by little, Recreate ends all old pods first. RollingUpdate when absent.
Endpoints: The addresses and ports behind a service, as they were kept before there were EndpointSlices.
EndpointSlice: Addresses and ports of pods behind a service.
EndpointSlice.addressType: What the addresses are.
EndpointSlice.endpoints: Pods behind the service.
EndpointSlice.ports: Ports of all the endpoints.
Endpoint: One pod behind a service.
Endpoint.addresses: Its addresses.
Endpoint.conditions: Whether it is ready, serves and is about to end.
Endpoint.nodeName: The node it is on.
EnvVar: A variable of the environment.
EnvVar.name: Its name.
EnvVar.value: Its value, where $(NAME) stands for a variable before it.
EnvVar.valueFrom: Where its value is taken from.
Event: Something that happened to an object.
ExecAction.command: The program and its arguments; the exit status 0 is success.
HTTPGetAction: A request of HTTP, for which 200 to 399 is success.
HTTPGetAction.path: The path that is asked for.
HTTPGetAction.port: Number or name of the port.
HTTPGetAction.host: Whom it is sent to, the pod's address when absent.
HTTPGetAction.scheme: HTTP when absent.
HTTPIngressPath: Paths of requests, and the service that answers them.
HTTPIngressPath.backend: Who answers.
HTTPIngressPath.path: What the path of a request is compared with.
HTTPIngressPath.pathType: Exact means the whole path, Prefix its first elements.
IPBlock: Addresses of a network, without some of them.
IPBlock.cidr: The network, as 192.168.1.0/24.
IPBlock.except: Networks within it that are left out.
Ingress: Requests of HTTP from outside, handed to services by name of the host and path. An ingress controller is needed for it.
IngressSpec.defaultBackend: Who answers what no rule is for.
IngressSpec.ingressClassName: Which controller it is for.
IngressSpec.rules: Hosts, and what is done with requests to them.
IngressSpec.tls: Certificates of hosts.
IngressRule.host: Name of the host; all when absent.
Job: Pods that run until enough of them have succeeded.
JobSpec.backoffLimit: How many failures there may be, 6 when absent.
JobSpec.completions: How many pods must succeed.
JobSpec.parallelism: How many pods may run at a time.
JobSpec.template: What its pods are made from.
LabelSelector: Objects by their labels. All requirements must hold; an empty selector means all objects.
LabelSelector.matchExpressions: Requirements of labels.
LabelSelector.matchLabels: Labels and the values they must have.
LabelSelectorRequirement: A label, an operator and values.
LabelSelectorRequirement.key: The label.
LabelSelectorRequirement.operator: In, NotIn, Exists or DoesNotExist.
LabelSelectorRequirement.values: For In and NotIn at least one, for the others none.
Lease: Who holds something, and until when: nodes say by it that they live.
Namespace: A room for names of objects.
NetworkPolicy: Who may talk to pods and whom they may talk to. A network plugin that knows policies is needed for it.
NetworkPolicyEgressRule: Traffic that pods may send: both ports and to must fit.
NetworkPolicyEgressRule.ports: Ports it may go to; all when absent.
NetworkPolicyEgressRule.to: Whom it may go to; everyone when absent.
NetworkPolicyIngressRule: Traffic that pods may receive: both ports and from must fit.
NetworkPolicyIngressRule.from: Whom it may come from; everyone when absent.
NetworkPolicyIngressRule.ports: Ports it may come to; all when absent.
NetworkPolicyPeer: Pods, or addresses. podSelector and namespaceSelector together mean pods of those namespaces.
NetworkPolicyPeer.ipBlock: Addresses. No selector may stand beside it.
NetworkPolicyPeer.namespaceSelector: Namespaces by their labels.
NetworkPolicyPeer.podSelector: Pods by their labels; of the policy's own namespace when no others are said.
NetworkPolicyPort: A port, or several.
NetworkPolicyPort.endPort: The last of a range that begins with port.
NetworkPolicyPort.port: Number or name; all when absent.
NetworkPolicyPort.protocol: TCP, UDP or SCTP; TCP when absent.
NetworkPolicySpec.egress: What the pods may send. None of it when the list is empty and Egress is among the types.
NetworkPolicySpec.ingress: What the pods may receive. None of it when the list is empty.
NetworkPolicySpec.podSelector: The pods it is for; an empty selector means all of the namespace.
NetworkPolicySpec.policyTypes: Ingress, Egress or both: which direction it limits.
Node: A machine of the cluster.
NodeSpec.podCIDR: The network from which its pods have their addresses.
NodeSpec.taints: Pods that do not tolerate these are kept away.
NodeSpec.unschedulable: Whether it gets no further pods: kubectl cordon sets it.
ObjectMeta: What all objects have.
ObjectMeta.annotations: Remarks that programs leave; objects are not chosen by them.
ObjectMeta.creationTimestamp: When it was made.
ObjectMeta.deletionTimestamp: When it is to be gone.
ObjectMeta.finalizers: Who has to agree before it goes.
ObjectMeta.generateName: The beginning of a name that the server completes.
ObjectMeta.labels: Names and values by which objects are chosen.
ObjectMeta.name: Its name, which no other of its kind and namespace has.
ObjectMeta.namespace: The namespace it is in.
ObjectMeta.ownerReferences: Whose it is; it goes when they are gone.
ObjectMeta.resourceVersion: Which version of it this is.
ObjectMeta.uid: An identity that no other object ever has.
Pod: Containers that share a network namespace, an address and volumes, on one node.
PodSpec: How a pod is to be.
PodSpec.activeDeadlineSeconds: How long it may run.
PodSpec.affinity: Nodes and pods that it would be near to, or far from.
PodSpec.containers: Its containers, at least one. They cannot be added or taken away later.
PodSpec.dnsConfig: Settings for resolv.conf, added to those of dnsPolicy.
PodSpec.dnsPolicy: Where resolv.conf comes from: the cluster's DNS, the node, or dnsConfig alone. ClusterFirst when absent.
PodSpec.hostAliases: Lines for /etc/hosts.
PodSpec.hostIPC: Whether it shares the node's IPC namespace.
PodSpec.hostNetwork: Whether it has the node's network namespace instead of one of its own.
PodSpec.hostPID: Whether it sees the node's processes.
PodSpec.hostname: Its name for itself; that of the pod when absent.
PodSpec.initContainers: Containers that run one after the other before the others start.
PodSpec.nodeName: The node it is on; set by the scheduler.
PodSpec.nodeSelector: Labels that its node must have.
PodSpec.restartPolicy: When containers that ended are started anew. Always when absent.
PodSpec.serviceAccountName: As whom it speaks to the API.
PodSpec.shareProcessNamespace: Whether its containers see each other's processes.
PodSpec.subdomain: With a headless service of this name it gets a name HOSTNAME.SUBDOMAIN of its own.
PodSpec.terminationGracePeriodSeconds: How long its programs may take to end, 30 when absent.
PodSpec.tolerations: Taints of nodes that it does not mind.
PodSpec.volumes: Volumes that its containers can mount.
PodStatus.conditions: How far it has come.
PodStatus.containerStatuses: How its containers are.
PodStatus.hostIP: The address of its node.
PodStatus.phase: Where it is in its life.
PodStatus.podIP: Its address.
PodStatus.podIPs: Its addresses, one a family.
PodTemplateSpec: What pods are made from.
Probe: A look at whether a container is well.
Probe.exec: A program that is run in it.
Probe.failureThreshold: How many failures in a row count, 3 when absent.
Probe.httpGet: A request that is made.
Probe.initialDelaySeconds: How long after the start the first is made.
Probe.periodSeconds: How often it is made, every 10 seconds when absent.
Probe.successThreshold: How many successes in a row count, 1 when absent.
Probe.tcpSocket: A port that is connected to.
Probe.timeoutSeconds: How long an answer may take, 1 when absent.
Quantity: A number with a unit, as 100m, 64Mi or 2G.
ReplicaSet: A number of like pods. Deployments make these.
ReplicaSetSpec.replicas: How many pods there are to be, 1 when absent.
ReplicaSetSpec.selector: Which pods are its own; the labels of the template must fit.
ReplicaSetSpec.template: What its pods are made from.
ResourceRequirements: CPU and memory.
ResourceRequirements.limits: As much as it may have.
ResourceRequirements.requests: As much as must be free on its node.
RollingUpdateDeployment.maxSurge: How many pods more than wanted there may be, a number or a share, 25% when absent.
RollingUpdateDeployment.maxUnavailable: How many pods fewer than wanted there may be, a number or a share, 25% when absent.
Secret: Names and values that are not shown to everyone.
Secret.data: Names, each with its value in base64.
Secret.stringData: Names, each with its value as it is: it is written to data and never shown.
Secret.type: What it is for.
SecurityContext.capabilities: Capabilities of Linux that it gets or loses.
SecurityContext.privileged: Whether it may do all that root of the node may.
SecurityContext.runAsUser: The number of its user.
Service: One address and name in front of pods that come and go.
ServiceAccount: As whom programs in pods speak to the API.
ServicePort: A port of a service.
ServicePort.appProtocol: What is spoken there, for those who look into it.
ServicePort.name: Its name; needed when there are several.
ServicePort.nodePort: The port that every node opens for it, 30000 to 32767; one is chosen when absent.
ServicePort.port: The port at the service's address.
ServicePort.protocol: TCP when absent.
ServicePort.targetPort: Number or name of the pods' port; the same as port when absent.
ServiceSpec: How a service is to be.
ServiceSpec.clusterIP: Its address within the cluster, chosen when absent. None makes it headless: its name then stands for the addresses of its pods.
ServiceSpec.clusterIPs: Its addresses, one a family.
ServiceSpec.externalIPs: Further addresses at which nodes take packets for it; someone else has to bring them there.
ServiceSpec.externalName: The name that its own stands for, of the type ExternalName.
ServiceSpec.externalTrafficPolicy: For traffic from outside: Cluster takes any pod and hides the sender, Local takes pods of the same node alone and keeps the sender's address.
ServiceSpec.internalTrafficPolicy: For traffic from pods: Cluster takes any pod, Local those of the same node alone.
ServiceSpec.ipFamilies: Families of its addresses.
ServiceSpec.ports: Its ports.
ServiceSpec.publishNotReadyAddresses: Whether pods that are not ready are among the endpoints.
ServiceSpec.selector: Labels of the pods behind it. Without it someone else writes the endpoints.
ServiceSpec.sessionAffinity: ClientIP keeps a client with the same pod. None when absent.
ServiceSpec.type: ClusterIP is for within the cluster, NodePort opens a port on every node besides, LoadBalancer an address from outside, ExternalName is only a name. ClusterIP when absent.
StatefulSet: Pods with names and places of their own, made and ended in order.
StatefulSetSpec.podManagementPolicy: OrderedReady waits for each, Parallel does not.
StatefulSetSpec.replicas: How many pods there are to be, 1 when absent.
StatefulSetSpec.selector: Which pods are its own; the labels of the template must fit.
StatefulSetSpec.serviceName: The headless service that gives its pods their names.
StatefulSetSpec.template: What its pods are made from.
TCPSocketAction.port: Number or name of the port.
Taint: A mark of a node that keeps pods away.
Taint.effect: NoSchedule keeps new pods away, NoExecute ends those that run, PreferNoSchedule only tries.
Time: A time, as 2026-01-31T12:00:00Z.
Toleration: A taint that does not matter.
Toleration.effect: Which effect; all when absent.
Toleration.key: Which taint; all when absent.
Volume: Files that containers of a pod can share.
Volume.configMap: The members of a ConfigMap as files.
Volume.emptyDir: An empty folder that lives as long as the pod.
Volume.hostPath: A file or folder of the node.
Volume.name: Its name, for volumeMounts.
Volume.secret: The members of a Secret as files.
VolumeMount: A volume among a container's files.
VolumeMount.mountPath: Where it appears.
VolumeMount.name: Name of the volume.
VolumeMount.readOnly: Whether it cannot be written to.
VolumeMount.subPath: A part of the volume instead of the whole.
any.apiVersion: Group and version of the API in which this is written.
any.kind: What kind of object this is.
any.metadata: Name, namespace, labels and what else all objects have.
any.spec: How it is to be.
any.status: How it was when someone looked last; written by the cluster.
`

const ENTRIES: ReadonlyMap<string, string> = new Map(
  WORDS.trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
)

export function describeType(type: string): string | null {
  return ENTRIES.get(type) ?? null
}

export function describeField(type: string, name: string): string | null {
  return ENTRIES.get(`${type}.${name}`) ?? ENTRIES.get(`any.${name}`) ?? null
}

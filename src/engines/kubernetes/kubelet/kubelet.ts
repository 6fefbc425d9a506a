// kubelet: a node's part of the cluster. It runs the pods that are bound to its node, and tells what becomes of them.
import type { Command } from '../../../commands/command.ts'
import { withThreads } from '../../../commands/lib/threads.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { capture } from '../../lib/capture.ts'
import { forEngine } from '../../lib/madeFor.ts'
import { ApiClient, isApiError } from '../api/client.ts'
import { resourceOfKind } from '../api/resources.ts'
import { flag, serverOf } from '../api/server.ts'
import { formatTime } from '../api/time.ts'
import { follow, type Cache } from '../api/watch.ts'
import type { Pod } from '../api/podtypes.ts'
import type { Node as NodeObject } from '../api/types.ts'
import { VERSION } from '../api/version.ts'
import { firstNetwork } from './network.ts'
import type { Node, Worker } from './node.ts'
import { serveKubelet } from './server.ts'
import { missingMirrors } from './staticpods.ts'
import { isSystemPod, SystemPod } from './systempod.ts'
import { PodWorker } from './worker.ts'

const CLUSTER_DNS = '10.96.0.10'
const SECOND = 1_000_000_000
const LEASE_PERIOD = 10 * SECOND
const LEASE_PATIENCE = 10 * SECOND
const CANARY = 'KUBE-KUBELET-CANARY'

export const kubeletCommand: Command = {
  name: 'kubelet',
  path: '/usr/bin/kubelet',
  summary: 'runs the pods of a node of a Kubernetes cluster',
  supports: ['pods of vethlab’s images; exec, logs, port-forward'],
  *run(p) {
    p.procs.onSignal('PIPE', 'ignore')
    const name = flag(p, 'hostname-override') ?? p.net.hostname()
    const ip = flag(p, 'node-ip') ?? '127.0.0.1'
    p.procs.setMaker(forEngine('kubelet'))
    yield* prepareRules(p)
    yield* register(p, name, ip)
    const workers = new Map<string, Worker>()
    return yield* withThreads(p, function* (start): Blocking<number> {
      const find = (namespace: string, pod: string) => {
        return (
          [...workers.values()].find(
            ({ pod: { metadata } }) => metadata.namespace === namespace && metadata.name === pod,
          ) ?? null
        )
      }
      start(serveKubelet(p, find, start))
      start(renewLease(p, name))
      return yield* follow(
        p,
        serverOf(p),
        ['Pod', 'Service', 'ConfigMap', 'Secret', 'Node'],
        function* sync(cache: Cache, api: ApiClient) {
          const node: Node = {
            p,
            name,
            ip,
            clusterDns: flag(p, 'cluster-dns') ?? CLUSTER_DNS,
            cache,
            api,
            start,
          }
          syncPods(node, workers)
          if (!p.argv.includes('--control-plane')) return
          for (const mirror of missingMirrors(node, VERSION)) yield* api.create(mirror)
        },
      )
    })
  },
}

function syncPods(node: Node, workers: Map<string, Worker>): void {
  const own = node.cache.all<Pod>('Pod').filter(({ spec }) => spec.nodeName === node.name)
  for (const pod of own) {
    const { uid = '' } = pod.metadata
    const worker = workers.get(uid)
    if (worker) worker.update(pod)
    else {
      const [container] = pod.spec.containers
      const made =
        container && isSystemPod(pod) ? new SystemPod(node, pod, container) : new PodWorker(node, pod)
      workers.set(uid, made)
      node.start(made.run())
    }
  }
  const uids = new Set(own.map(({ metadata }) => metadata.uid))
  for (const [uid, worker] of workers) {
    if (uids.has(uid)) continue
    if (worker.finished) workers.delete(uid)
    else {
      // Taken away by force: it ends here all the same.
      const { metadata } = worker.pod
      if (metadata.deletionTimestamp === undefined) {
        worker.update({
          ...worker.pod,
          metadata: { ...metadata, deletionTimestamp: 'now', deletionGracePeriodSeconds: 0 },
        })
      }
    }
  }
}

/** Rules of a kubelet's own. (Ref: pkg/kubelet/kubelet_network_linux.go) */
function* prepareRules(p: Process): Blocking<void> {
  const run = function* (...words: readonly string[]): Blocking<boolean> {
    const done = yield* capture(p, '/usr/sbin/iptables', ['iptables', '-w', '5', ...words])
    return !isErrno(done) && done.status === 0
  }
  yield* run('-N', 'KUBE-IPTABLES-HINT', '-t', 'mangle')
  for (const table of ['mangle', 'nat', 'filter']) yield* run('-N', CANARY, '-t', table)
  yield* run('-N', 'KUBE-FIREWALL', '-t', 'filter')
  const drop = '! -s 127.0.0.0/8 -d 127.0.0.0/8 -m conntrack ! --ctstate RELATED,ESTABLISHED,DNAT -j DROP'
  const rule = ['-m', 'comment', '--comment', 'block incoming localnet connections', ...drop.split(' ')]
  if (!(yield* run('-C', 'KUBE-FIREWALL', '-t', 'filter', ...rule))) {
    yield* run('-A', 'KUBE-FIREWALL', '-t', 'filter', ...rule)
  }
  for (const chain of ['OUTPUT', 'INPUT']) {
    if (yield* run('-C', chain, '-t', 'filter', '-j', 'KUBE-FIREWALL')) continue
    yield* run('-I', chain, '-t', 'filter', '-j', 'KUBE-FIREWALL')
  }
}

/** That the node is alive, told every ten seconds. (Ref: component-helpers apimachinery/lease/controller.go) */
function* renewLease(p: Process, name: string): Blocking<void> {
  const api = new ApiClient(p, serverOf(p), LEASE_PATIENCE)
  for (;;) {
    const renewTime = formatTime(Math.floor(p.clock.epoch())).replace('Z', '.000000Z')
    const lease = {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name, namespace: 'kube-node-lease' },
      spec: { holderIdentity: name, leaseDurationSeconds: 40, renewTime },
    }
    const done = yield* api.replace(lease)
    if (isApiError(done) && done.code === 404) yield* api.create(lease)
    const until = p.clock.now() + LEASE_PERIOD
    while (p.clock.now() < until) yield* p.clock.wait([], until)
  }
}

/** Until the API server is there. */
function* register(p: Process, name: string, ip: string): Blocking<void> {
  const api = new ApiClient(p, serverOf(p))
  const resource = resourceOfKind('Node')
  for (;;) {
    const found = resource ? yield* api.get<NodeObject>(resource, null, name) : null
    if (found && !isApiError(found)) return
    const made = yield* api.create(nodeObject(p, name, ip))
    if (!isApiError(made)) return
    yield* p.clock.sleep(SECOND)
  }
}

function nodeObject(p: Process, name: string, ip: string): NodeObject {
  const now = formatTime(Math.floor(p.clock.epoch()))
  const cidr = flag(p, 'pod-cidr')
  const master = p.argv.includes('--control-plane')
  const ready = typeof firstNetwork(p) !== 'string'
  const fine = (type: string, reason: string, message: string) => {
    return { type, status: 'False', reason, message, lastHeartbeatTime: now, lastTransitionTime: now }
  }
  const resources = {
    cpu: '2',
    'ephemeral-storage': '20959212Ki',
    'hugepages-2Mi': '0',
    memory: '4026032Ki',
    pods: '110',
  }
  const role = 'node-role.kubernetes.io/control-plane'
  const tainted = flag(p, 'register-with-taints') === `${role}:NoSchedule`
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        ...(master ? { [role]: '', 'node.kubernetes.io/exclude-from-external-load-balancers': '' } : {}),
      },
    },
    spec: {
      ...(cidr === null ? {} : { podCIDR: cidr, podCIDRs: [cidr] }),
      ...(tainted ? { taints: [{ key: role, effect: 'NoSchedule' }] } : {}),
    },
    status: {
      addresses: [
        { type: 'InternalIP', address: ip },
        { type: 'Hostname', address: name },
      ],
      allocatable: resources,
      capacity: resources,
      conditions: [
        fine('MemoryPressure', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'),
        fine('DiskPressure', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'),
        fine('PIDPressure', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'),
        {
          ...fine('Ready', 'KubeletReady', 'kubelet is posting ready status'),
          status: ready ? 'True' : 'False',
          ...(ready
            ? {}
            : {
                reason: 'KubeletNotReady',
                message: 'container runtime network not ready: cni plugin not initialized',
              }),
        },
      ],
      nodeInfo: {
        architecture: 'amd64',
        containerRuntimeVersion: 'containerd://2.1.4',
        kernelVersion: '6.18.0',
        kubeProxyVersion: '',
        kubeletVersion: VERSION,
        operatingSystem: 'linux',
        osImage: 'Debian GNU/Linux 12 (bookworm)',
      },
    },
  }
}

// kube-controller-manager: what makes objects out of objects.
import type { Command } from '../../../commands/command.ts'
import type { Blocking } from '../../../os/program.ts'
import { withThreads } from '../../../commands/lib/threads.ts'
import { ApiClient } from '../api/client.ts'
import { klog } from '../api/klog.ts'
import { serverOf } from '../api/server.ts'
import { Cache, followInto } from '../api/watch.ts'
import { VERSION } from '../api/version.ts'
import { reconcileCronJobs, runCronJobs } from './cronjobs.ts'
import { reconcileDaemonSets } from './daemonsets.ts'
import { reconcileDeployments } from './deployments.ts'
import { reconcileEndpoints } from './endpoints.ts'
import { collectGarbage } from './garbage.ts'
import { Jobs } from './jobs.ts'
import { monitorNodes } from './nodelifecycle.ts'
import { reconcileReplicaSets } from './replicasets.ts'
import { reconcileStatefulSets } from './statefulsets.ts'

const KINDS = [
  'Deployment',
  'ReplicaSet',
  'DaemonSet',
  'StatefulSet',
  'CronJob',
  'Job',
  'Node',
  'Secret',
  'ServiceAccount',
  'Lease',
  'Pod',
  'Service',
  'EndpointSlice',
  'Endpoints',
  'Namespace',
  'ConfigMap',
  'NetworkPolicy',
  'Ingress',
]

const CONTROLLERS = [
  'endpoints-controller',
  'endpointslice-controller',
  'garbage-collector-controller',
  'daemonset-controller',
  'job-controller',
  'cronjob-controller',
  'deployment-controller',
  'replicaset-controller',
  'statefulset-controller',
  'node-lifecycle-controller',
  'namespace-controller',
]

export const controllerManagerCommand: Command = {
  name: 'kube-controller-manager',
  path: '/usr/local/bin/kube-controller-manager',
  summary: 'the controllers of a Kubernetes cluster',
  supports: [
    'deployments, replica, daemon and stateful sets, jobs, cron jobs, endpoints, nodes, namespaces, garbage',
  ],
  *run(p) {
    klog(p, 'serving.go:386', 'Generated self-signed cert in-memory')
    klog(p, 'controllermanager.go:189', `"Starting" version="${VERSION}"`)
    for (const name of CONTROLLERS)
      klog(p, 'controllermanager.go:797', `"Started controller" controller="${name}"`)
    const cache = new Cache()
    const jobs = new Jobs()
    const server = serverOf(p)
    return yield* withThreads(p, function* (start): Blocking<number> {
      start(monitorNodes(cache, new ApiClient(p, server)))
      start(runCronJobs(cache, new ApiClient(p, server)))
      start(jobs.retry(cache, new ApiClient(p, server)))
      return yield* followInto(p, server, KINDS, cache, (known, api) => reconcile(known, api, jobs))
    })
  },
}

function* reconcile(cache: Cache, api: ApiClient, jobs: Jobs): Blocking<void> {
  yield* collectGarbage(cache, api)
  yield* reconcileDeployments(cache, api)
  yield* reconcileReplicaSets(cache, api)
  yield* reconcileDaemonSets(cache, api)
  yield* reconcileStatefulSets(cache, api)
  yield* jobs.reconcile(cache, api)
  yield* reconcileCronJobs(cache, api)
  yield* reconcileEndpoints(cache, api)
}

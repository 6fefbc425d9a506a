// What a cluster of one machine makes of the kinds that people apply.
import { expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

const lab = fullLab()
lab.exec('host', 'lab add cluster 1')

function say(command: string): string {
  return lab.exec('host', command).output
}

function apply(...objects: readonly object[]): string {
  return say(`kubectl apply -f - <<'EOF'\n${objects.map((one) => JSON.stringify(one)).join('\n---\n')}\nEOF`)
}

function template(labels: object, container: object, more: object = {}): object {
  return {
    metadata: { labels },
    spec: { containers: [{ name: 'main', image: 'busybox', ...container }], ...more },
  }
}

it('a pod has its volumes, its environment, and containers that come first', () => {
  say(
    'kubectl create configmap cfg --from-literal=colour=red; kubectl create secret generic s --from-literal=pw=x',
  )
  const volumes = [
    { name: 'work', emptyDir: {} },
    { name: 'conf', configMap: { name: 'cfg' } },
    { name: 'secret', secret: { secretName: 's' } },
  ]
  const work = { name: 'work', mountPath: '/work' }
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'full' },
    spec: {
      initContainers: [
        {
          name: 'first',
          image: 'busybox',
          command: ['sh', '-c', 'echo made >/work/file; sleep 2'],
          volumeMounts: [work],
        },
      ],
      containers: [
        {
          name: 'main',
          image: 'busybox',
          args: ['sleep', '3600'],
          env: [
            { name: 'COLOUR', valueFrom: { configMapKeyRef: { name: 'cfg', key: 'colour' } } },
            { name: 'TEXT', value: '$(COLOUR) it is' },
          ],
          volumeMounts: [
            work,
            { name: 'conf', mountPath: '/conf' },
            { name: 'secret', mountPath: '/secret' },
          ],
        },
      ],
      volumes,
    },
  }
  expect(apply(pod)).toBe('pod/full created\n')
  expect(say('sleep 1; kubectl get pod full')).toBe(
    'NAME   READY   STATUS     RESTARTS   AGE\nfull   0/1     Init:0/1   0          1s\n',
  )
  expect(say('sleep 2; kubectl get pod full')).toBe(
    'NAME   READY   STATUS    RESTARTS   AGE\nfull   1/1     Running   0          3s\n',
  )
  expect(say(`kubectl exec full -- sh -c 'cat /work/file /conf/colour /secret/pw; echo " $TEXT"'`)).toBe(
    'Defaulted container "main" out of: main, first (init)\nmade\nredx red it is\n',
  )
})

it('a probe that fails takes a pod out, or ends its container', () => {
  apply({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'probed' },
    spec: {
      terminationGracePeriodSeconds: 1,
      containers: [
        {
          name: 'main',
          image: 'busybox',
          args: ['sleep', '3600'],
          readinessProbe: { exec: { command: ['cat', '/ready'] }, periodSeconds: 2 },
          livenessProbe: { tcpSocket: { port: 80 }, periodSeconds: 5, failureThreshold: 2 },
        },
      ],
    },
  })
  expect(say('sleep 3; kubectl get pod probed --no-headers')).toBe('probed   0/1   Running   0     3s\n')
  expect(say('kubectl exec probed -- touch /ready; sleep 3; kubectl get pod probed --no-headers')).toBe(
    'probed   1/1   Running   0     6s\n',
  )
  expect(say('sleep 6; kubectl get pod probed -o jsonpath={.status.containerStatuses[0].restartCount}')).toBe(
    '1',
  )
  expect(
    say("kubectl events --for pod/probed --types=Warning | sed 's/.*probed *//' | sort -u | tail -2"),
  ).toMatch(
    /^Liveness probe failed: dial tcp [\d.]+:80: connect: connection refused\nReadiness probe failed: cat: can't open '\/ready': No such file or directory\n$/,
  )
})

it('a stateful set has pods with names of their own, a daemon set one on each node, a job ends', () => {
  const db = { app: 'db' }
  const agent = { app: 'agent' }
  apply(
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'db' },
      spec: { clusterIP: 'None', selector: db, ports: [{ port: 80 }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db' },
      spec: {
        serviceName: 'db',
        replicas: 2,
        selector: { matchLabels: db },
        template: template(db, { image: 'nginx' }),
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent' },
      spec: { selector: { matchLabels: agent }, template: template(agent, { args: ['sleep', '3600'] }) },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'sum' },
      spec: {
        template: template(
          {},
          { command: ['sh', '-c', 'sleep 1; echo $((6*7))'] },
          { restartPolicy: 'Never' },
        ),
      },
    },
  )
  expect(
    say('sleep 3; kubectl rollout status sts/db; kubectl rollout status ds/agent; kubectl get sts,ds,job'),
  ).toBe(
    'partitioned roll out complete: 2 new pods have been updated...\n' +
      'daemon set "agent" successfully rolled out\n' +
      'NAME                  READY   AGE\nstatefulset.apps/db   2/2     3s\n\n' +
      'NAME                   DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE\n' +
      'daemonset.apps/agent   1         1         1       1            1           <none>          3s\n\n' +
      'NAME            STATUS     COMPLETIONS   DURATION   AGE\njob.batch/sum   Complete   1/1           1s         3s\n',
  )
  expect(say('kubectl logs job/sum')).toBe('42\n')
  expect(say('kubectl exec full -c main -- wget -qO- http://db-1.db | grep -c Welcome')).toBe('2\n')
})

it('a deployment goes back to what it was', () => {
  say('kubectl create deployment web --image=nginx:1.27; kubectl rollout status deploy/web')
  say('kubectl set image deploy/web nginx=nginx:1.161; sleep 3')
  expect(say('kubectl get pods -l app=web --no-headers | cut -c 20- | sort')).toMatch(
    /0\/1 +ErrImagePull +0 +\ds\n.*1\/1 +Running +0 +\ds\n/,
  )
  expect(
    say(
      'kubectl rollout undo deploy/web; kubectl rollout status deploy/web | tail -1; kubectl rollout history deploy/web',
    ),
  ).toBe(
    'deployment.apps/web rolled back\ndeployment "web" successfully rolled out\n' +
      'deployment.apps/web \nREVISION  CHANGE-CAUSE\n2         <none>\n3         <none>\n\n',
  )
})

it('a node that is not heard of loses its pods after a while', () => {
  say('kubectl get node control-plane --no-headers')
  lab.exec('control-plane', 'pkill kubelet')
  expect(say("sleep 70; kubectl get nodes --no-headers | awk '{print $1, $2}'")).toBe(
    'control-plane NotReady\n',
  )
  expect(say("kubectl get pod full --no-headers | awk '{print $2, $3}'")).toBe('1/1 Running\n')
  expect(say("sleep 300; kubectl get pod full --no-headers | awk '{print $3}'")).toBe('Terminating\n')
})

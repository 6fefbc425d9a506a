// A cluster from the outside: what is typed on the machine beside it, and what the nodes then have.
import { describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'
import type { Lab } from '../../lab/lab.ts'

function say(lab: Lab, command: string, machine: string = 'host') {
  return lab.exec(machine, command).output
}

function clusterWithWeb(): Lab {
  const lab = fullLab('cluster')
  say(lab, 'kubectl create deployment web --image=nginx --replicas=2')
  say(lab, 'kubectl expose deployment web --port=80 --type=NodePort')
  say(lab, 'kubectl rollout status deployment web')
  say(lab, 'kubectl run box --image=busybox -- sleep 3600')
  say(lab, 'kubectl wait --for=condition=Ready pod/box')
  return lab
}

const lab = clusterWithWeb()

describe('a service of two pods on two nodes', () => {
  it('is reached by its name, its address and a port of every node', () => {
    expect(say(lab, 'kubectl exec box -- wget -qO- http://web | grep -c Welcome')).toBe('2\n')
    expect(
      say(lab, 'kubectl exec box -- wget -qO- http://web.default.svc.cluster.local | grep -c Welcome'),
    ).toBe('2\n')
    const port = say(lab, "kubectl get svc web -o jsonpath='{.spec.ports[0].nodePort}'")
    for (const node of [20, 21, 22]) {
      expect(say(lab, `curl -s http://192.168.1.${node}:${port} | grep -c Welcome`)).toBe('2\n')
    }
  })

  it('is written as rules as kube-proxy writes them', () => {
    const [a, b] = say(lab, "kubectl get pods -l app=web -o jsonpath='{.items[*].status.podIP}'")
      .split(' ')
      .sort()
    const ip = say(lab, "kubectl get svc web -o jsonpath='{.spec.clusterIP}'")
    const rules = say(
      lab,
      "iptables-save -t nat | grep 'A KUBE-SVC-LOLE4ISW44XBNF3G' | sed 's/KUBE-SEP-.*/KUBE-SEP/'",
      'node1',
    )
    expect(rules).toBe(
      `-A KUBE-SVC-LOLE4ISW44XBNF3G ! -s 10.244.0.0/16 -d ${ip}/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-MARK-MASQ\n` +
        `-A KUBE-SVC-LOLE4ISW44XBNF3G -m comment --comment "default/web -> ${a}:80" -m statistic --mode random --probability 0.50000000000 -j KUBE-SEP\n` +
        `-A KUBE-SVC-LOLE4ISW44XBNF3G -m comment --comment "default/web -> ${b}:80" -j KUBE-SEP\n`,
    )
  })

  it('refuses when nobody is behind it', () => {
    say(lab, 'kubectl scale deployment web --replicas=0; sleep 2')
    expect(say(lab, 'kubectl exec box -- wget -qO- http://web')).toMatch(
      /Connection refused\ncommand terminated with exit code 1\n$/,
    )
    expect(
      say(lab, "iptables-save -t filter | grep -c 'default/web has no endpoints.*REJECT'", 'node1'),
    ).toBe('2\n')
  })
})

it('a network policy lets in whom it names, and refuses others', () => {
  say(lab, 'kubectl run db --image=nginx --labels=app=db; kubectl run guest --image=busybox -- sleep 3600')
  say(lab, 'kubectl label pod box role=client; kubectl wait --for=condition=Ready pod/db pod/guest')
  const ip = say(lab, "kubectl get pod db -o jsonpath='{.status.podIP}'")
  const get = (pod: string) => say(lab, `kubectl exec ${pod} -- wget -qO- http://${ip} | grep -c Welcome`)
  expect([get('box'), get('guest')]).toEqual(['2\n', '2\n'])
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'db' },
    spec: {
      podSelector: { matchLabels: { app: 'db' } },
      ingress: [{ from: [{ podSelector: { matchLabels: { role: 'client' } } }], ports: [{ port: 80 }] }],
    },
  }
  expect(say(lab, `kubectl apply -f - <<'EOF'\n${JSON.stringify(policy)}\nEOF`)).toBe(
    'networkpolicy.networking.k8s.io/db created\n',
  )
  say(lab, 'sleep 1')
  expect([get('box'), get('guest').split('\n').includes('0')]).toEqual(['2\n', true])
  say(lab, 'kubectl delete networkpolicy db; sleep 1')
  expect(get('guest')).toBe('2\n')
})

describe('a pod', () => {
  it('dies with its pause, and is made anew', () => {
    const node = say(lab, "kubectl get pod box -o jsonpath='{.spec.nodeName}'")
    const before = say(lab, "kubectl get pod box -o jsonpath='{.status.podIP}'")
    const pids = say(lab, 'pgrep -x pause', node).trim().split('\n')
    expect(pids.length).toBeGreaterThan(0)
    say(lab, 'for p in $(pgrep -x pause); do kill -9 $p; done; sleep 5', node)
    expect(
      say(
        lab,
        "kubectl get pod box -o jsonpath='{.status.phase} {.status.containerStatuses[0].restartCount}'",
      ),
    ).toBe('Running 1')
    expect(say(lab, "kubectl get pod box -o jsonpath='{.status.podIP}'")).not.toBe(before)
  })

  it('whose program ends is started again, each time later', () => {
    say(lab, "kubectl run crash --image=busybox -- sh -c 'echo hello; exit 3'; sleep 5")
    expect(say(lab, 'kubectl get pod crash --no-headers')).toMatch(
      /^crash {3}0\/1 {3}CrashLoopBackOff {3}1 \(\ds ago\) {3}\ds\n$/,
    )
    expect(say(lab, 'kubectl logs crash')).toBe('hello\n')
  })

  it('of an image that is not there waits', () => {
    say(lab, 'kubectl run x --image=nosuch; sleep 3')
    expect(say(lab, 'kubectl get pod x --no-headers')).toBe('x     0/1   ErrImagePull   0     3s\n')
  })
})

it('kubectl says what is wrong in its own words', () => {
  expect(lab.exec('host', 'kubectl get pod none')).toEqual({
    output: 'Error from server (NotFound): pods "none" not found\n',
    status: 1,
  })
  expect(say(lab, 'kubectl -n kube-public get pods')).toBe('No resources found in kube-public namespace.\n')
  expect(say(lab, 'kubectl get foo')).toBe('error: the server doesn\'t have a resource type "foo"\n')
  expect(say(lab, 'kubectl get --foo')).toBe(
    "error: unknown flag: --foo\nSee 'kubectl get --help' for usage.\n",
  )
  expect(say(lab, 'kubectl edit pods')).toBe('error: kubectl edit is not supported in vethlab\n')
  expect(say(lab, 'kubectl -s 192.168.1.20:1 get pods')).toBe(
    'The connection to the server 192.168.1.20:1 was refused - did you specify the right host or port?\n',
  )
})

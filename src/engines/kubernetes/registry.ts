// The programs of a Kubernetes cluster.
import type { Command } from '../../commands/command.ts'
import { apiserverCommand } from './apiserver/apiserver.ts'
import { controllerManagerCommand } from './controllers/manager.ts'
import { schedulerCommand } from './controllers/scheduler.ts'
import { etcdCommand } from './etcd/etcd.ts'
import { flanneldCommand } from './flannel/flanneld.ts'
import { kubectlCommand } from './kubectl/kubectl.ts'
import { kubeletCommand } from './kubelet/kubelet.ts'
import { kubeProxyCommand } from './kubeproxy/kubeproxy.ts'
import { kubeRouterCommand } from './policy/kuberouter.ts'

export const kubernetesCommands: readonly Command[] = [
  apiserverCommand,
  controllerManagerCommand,
  etcdCommand,
  flanneldCommand,
  kubectlCommand,
  kubeletCommand,
  kubeProxyCommand,
  kubeRouterCommand,
  schedulerCommand,
]

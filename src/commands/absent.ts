// What real Linux would have and vethlab has not: a program of the name says so, where the shell, `ip netns exec`, sudo
// and env would each say that there is no such file, and leave one in doubt about the spelling.
import type { Process } from '../os/program.ts'
import type { Command } from './command.ts'

const USR_BIN =
  'bmon bzip2 crictl ctr df docker-compose ' +
  'fping git gunzip gzip iftop iperf join journalctl kind lsblk ' +
  'make mawk minikube mtr ncat nerdctl netplan ngrep nmap nmcli ' +
  'openssl ovs-ofctl ovs-vsctl perl podman resolvectl rsync ' +
  'runc scp split ssh strace su tftp tree tshark ' +
  'wg zcat'

const USR_SBIN =
  'arptables bird containerd ebtables fdisk ifdown ifup init ' +
  '' +
  'kubeadm lsmod mii-tool modprobe named ntpdate reboot rtmon shutdown sshd tc tunctl ufw ' +
  'vconfig'

export const absentCommands: readonly Command[] = [
  ...USR_BIN.split(' ').map((name) => absent('/usr/bin', name)),
  ...USR_SBIN.split(' ').map((name) => absent('/usr/sbin', name)),
]

function absent(folder: string, name: string): Command {
  return {
    name,
    path: `${folder}/${name}`,
    summary: 'not supported in vethlab',
    supports: [],
    *run(p: Process) {
      p.io.err(`${name}: ${name} is not supported in vethlab\n`)
      return 1
    },
  }
}

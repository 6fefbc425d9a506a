// Images that are BusyBox and little else: its applets are links to one program.
import { dir, link, NO_CONFIG, text, type ImageEntry, type ImageSource } from './image.ts'

/** What an image of this kind weighs. */
export const BUSYBOX_SIZE = 1_984_340
const BUSYBOX = '/bin/busybox'

const BIN =
  'arch ash base64 basename bash cat chgrp chmod chown cp cut date dd df dirname dmesg dnsdomainname du echo ed egrep env expr ' +
  'factor false fgrep find getopt grep groups gunzip gzip head hexdump hostname id kill killall less ln login ls md5sum mkdir mkfifo ' +
  'mknod mktemp more mount mountpoint mv nc netstat nice nl nohup nslookup od paste pgrep pidof ping ping6 pkill printenv printf ps ' +
  'pwd readlink realpath renice reset rev rm rmdir run-parts sed seq sh sha256sum sleep sort stat strings stty su sync tac tail tar tee ' +
  'telnet test tftp time timeout top touch tr traceroute traceroute6 true tty umount uname uniq unlink uptime usleep vi watch wc wget ' +
  'which who whoami xargs yes'
const SBIN =
  'arp arping brctl fdisk halt httpd ifconfig ifdown ifup init ip ipaddr iplink ipneigh iproute iprule losetup lsmod mdev modprobe ' +
  'nameif ntpd poweroff reboot rmmod route sulogin swapoff swapon switch_root sysctl syslogd udhcpc vconfig'

/** The files every such image has. `bash` is not among BusyBox's applets. */
export function busyboxFiles(): ImageEntry[] {
  const names = (list: string) => list.split(' ').filter((name) => name !== 'bash')
  return [
    ...['bin', 'dev', 'etc', 'home', 'proc', 'root', 'sbin', 'sys', 'usr', 'usr/bin', 'usr/sbin', 'var'].map(
      (path) => dir(`/${path}`),
    ),
    dir('/tmp', 0o1777),
    { kind: 'program', path: BUSYBOX, from: '/usr/bin/busybox' },
    ...names(BIN).map((name) => link(`/bin/${name}`, BUSYBOX)),
    ...names(SBIN).map((name) => link(`/sbin/${name}`, BUSYBOX)),
    link('/linuxrc', BUSYBOX),
    text('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n'),
    text('/etc/group', 'root:x:0:\n'),
  ]
}

const FILES = busyboxFiles()

export const busyboxImage: ImageSource = {
  name: 'busybox:latest',
  size: BUSYBOX_SIZE,
  config: { ...NO_CONFIG, Cmd: ['sh'] },
  entries: FILES,
}

export const alpineImage: ImageSource = {
  name: 'alpine:latest',
  size: BUSYBOX_SIZE,
  config: { ...NO_CONFIG, Cmd: ['/bin/sh'] },
  entries: FILES,
}

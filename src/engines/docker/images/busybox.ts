// Images that are BusyBox and little else: its applets are links to one program.
import { dir, link, NO_CONFIG, text, type ImageEntry, type ImageSource } from './image.ts'

/** What an image of this kind weighs. */
export const BUSYBOX_SIZE = 1_984_340
const BUSYBOX = '/bin/busybox'

/** Where BusyBox installs each of its names, as Debian builds it. Ref: busybox include/applets.src.h */
const BIN =
  'arch ash base64 cat chgrp chmod chown cp cpio cttyhack date dd df dmesg dnsdomainname dumpkmap echo ed egrep ' +
  'false fatattr fgrep getopt grep gunzip gzip hostname ionice ipcalc kill link linux32 linux64 ln login ls ' +
  'lzop mkdir mknod mktemp more mount mt mv netstat nuke pidof ping ping6 ps pwd readlink resume rev rm rmdir ' +
  'rpm run-parts sed setpriv sh sleep stat stty su sync tar touch true umount uname uncompress usleep vi watch ' +
  'zcat'
const SBIN =
  'acpid adjtimex arp blockdev depmod devmem fdisk findfs freeramdisk fstrim getty halt hwclock ifconfig ifdown ' +
  'ifup init insmod ip ipneigh klogd loadkmap logread losetup lsmod mdev mkdosfs mke2fs mkswap modinfo modprobe ' +
  'nameif pivot_root poweroff reboot rmmod route run-init start-stop-daemon sulogin swapoff swapon switch_root ' +
  'sysctl syslogd tc tunctl udhcpc uevent vconfig watchdog'
const USR_BIN =
  '[ [[ ar ascii awk basename bc blkdiscard bunzip2 bzcat bzip2 cal chvt clear cmp crc32 crontab cut dc deallocvt ' +
  'diff dirname dos2unix dpkg dpkg-deb du dumpleases env expand expr factor fallocate find fold free ftpget ftpput ' +
  'groups head hexdump hostid id killall last less logger logname lsscsi lzcat lzma md5sum microcom mkfifo mkpasswd ' +
  'nc nl nproc nsenter nslookup od openvt passwd paste patch printf realpath renice reset rpm2cpio seq setkeycodes ' +
  'setsid sha1sum sha256sum sha3sum sha512sum shred shuf sort ssl_client strings svc svok tac tail taskset tee ' +
  'telnet test tftp time timeout top tr traceroute traceroute6 truncate ts tty unexpand uniq unix2dos unlink unlzma ' +
  'unshare unxz unzip uptime uudecode uuencode w wc wget which who whoami xargs xxd xz xzcat yes'
const USR_SBIN =
  'arping brctl chroot crond fsfreeze httpd i2cdetect i2cdump i2cget i2cset i2ctransfer loadfont mim nologin ' +
  'partprobe rdate telnetd ubirename udhcpd'

/** The files every such image has. */
export function busyboxFiles(): ImageEntry[] {
  const links = (folder: string, names: string) =>
    names.split(' ').map((name) => link(`${folder}/${name}`, BUSYBOX))
  return [
    ...['bin', 'dev', 'etc', 'home', 'proc', 'root', 'sbin', 'sys', 'usr', 'usr/bin', 'usr/sbin', 'var'].map(
      (path) => dir(`/${path}`),
    ),
    dir('/tmp', 0o1777),
    { kind: 'program', path: BUSYBOX, from: '/usr/bin/busybox' },
    ...links('/bin', BIN),
    ...links('/sbin', SBIN),
    ...links('/usr/bin', USR_BIN),
    ...links('/usr/sbin', USR_SBIN),
    link('/linuxrc', BUSYBOX),
    text('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n'),
    text('/etc/group', 'root:x:0:\n'),
  ]
}

/** With files of an image's own, some in the place of BusyBox's. */
export function overBusybox(own: readonly ImageEntry[]): readonly ImageEntry[] {
  const taken = new Set(own.map(({ path }) => path))
  return [...busyboxFiles().filter(({ path }) => !taken.has(path)), ...own]
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

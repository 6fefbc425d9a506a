# What an image of BusyBox has, where, and what its tools say of themselves.
#! world: docker
$ docker run --rm alpine ls /
bin
dev
etc
home
linuxrc
proc
root
sbin
sys
tmp
usr
var
$ docker run --rm alpine ls /bin
arch
ash
base64
busybox
cat
chgrp
chmod
chown
cp
cpio
cttyhack
date
dd
df
dmesg
dnsdomainname
dumpkmap
echo
ed
egrep
false
fatattr
fgrep
getopt
grep
gunzip
gzip
hostname
ionice
ipcalc
kill
link
linux32
linux64
ln
login
ls
lzop
mkdir
mknod
mktemp
more
mount
mt
mv
netstat
nuke
pidof
ping
ping6
ps
pwd
readlink
resume
rev
rm
rmdir
rpm
run-parts
sed
setpriv
sh
sleep
stat
stty
su
sync
tar
touch
true
umount
uname
uncompress
usleep
vi
watch
zcat
$ docker run --rm alpine ls /sbin /usr/bin /usr/sbin
/sbin:
acpid
adjtimex
arp
blockdev
depmod
devmem
fdisk
findfs
freeramdisk
fstrim
getty
halt
hwclock
ifconfig
ifdown
ifup
init
insmod
ip
ipneigh
klogd
loadkmap
logread
losetup
lsmod
mdev
mkdosfs
mke2fs
mkswap
modinfo
modprobe
nameif
pivot_root
poweroff
reboot
rmmod
route
run-init
start-stop-daemon
sulogin
swapoff
swapon
switch_root
sysctl
syslogd
tc
tunctl
udhcpc
uevent
vconfig
watchdog

/usr/bin:
[
[[
ar
ascii
awk
basename
bc
blkdiscard
bunzip2
bzcat
bzip2
cal
chvt
clear
cmp
crc32
crontab
cut
dc
deallocvt
diff
dirname
dos2unix
dpkg
dpkg-deb
du
dumpleases
env
expand
expr
factor
fallocate
find
fold
free
ftpget
ftpput
groups
head
hexdump
hostid
id
killall
last
less
logger
logname
lsscsi
lzcat
lzma
md5sum
microcom
mkfifo
mkpasswd
nc
nl
nproc
nsenter
nslookup
od
openvt
passwd
paste
patch
printf
realpath
renice
reset
rpm2cpio
seq
setkeycodes
setsid
sha1sum
sha256sum
sha3sum
sha512sum
shred
shuf
sort
ssl_client
strings
svc
svok
tac
tail
taskset
tee
telnet
test
tftp
time
timeout
top
tr
traceroute
traceroute6
truncate
ts
tty
unexpand
uniq
unix2dos
unlink
unlzma
unshare
unxz
unzip
uptime
uudecode
uuencode
w
wc
wget
which
who
whoami
xargs
xxd
xz
xzcat
yes

/usr/sbin:
arping
brctl
chroot
crond
fsfreeze
httpd
i2cdetect
i2cdump
i2cget
i2cset
i2ctransfer
loadfont
mim
nologin
partprobe
rdate
telnetd
ubirename
udhcpd
$ docker run --rm alpine cat /etc/passwd /etc/group
root:x:0:0:root:/root:/bin/sh
root:x:0:
$ docker run --rm alpine ls /etc
group
hostname
hosts
mtab
passwd
resolv.conf
$ docker run --rm nginx ls / /etc /usr/share/nginx/html
/:
bin
dev
docker-entrypoint.sh
etc
home
linuxrc
proc
root
sbin
sys
tmp
usr
var

/etc:
group
hostname
hosts
mtab
passwd
resolv.conf

/usr/share/nginx/html:
index.html
$ docker run --rm --entrypoint cat nginx /docker-entrypoint.sh /usr/sbin/nginx
\#!/bin/sh
exec "$@"
\#!/bin/sh
httpd -f -p 80 -h /usr/share/nginx/html &
trap "kill $!; exit 0" TERM QUIT INT
wait
$ docker run --rm alpine sh -c 'which ip ping nslookup wget nc curl bash traceroute nproc tcpdump netstat ss'
/sbin/ip
/bin/ping
/usr/bin/nslookup
/usr/bin/wget
/usr/bin/nc
/usr/bin/traceroute
/usr/bin/nproc
/bin/netstat
[1]
$ docker run --rm alpine busybox --list | tr '\n' ' '
[ [[ acpid adjtimex ar arch arp arping ascii ash awk base64 basename bc blkdiscard blockdev brctl bunzip2 busybox bzcat bzip2 cal cat chgrp chmod chown chroot chvt clear cmp cp cpio crc32 crond crontab cttyhack cut date dc dd deallocvt depmod devmem df diff dirname dmesg dnsdomainname dos2unix dpkg dpkg-deb du dumpkmap dumpleases echo ed egrep env expand expr factor fallocate false fatattr fdisk fgrep find findfs fold free freeramdisk fsfreeze fstrim ftpget ftpput getopt getty grep groups gunzip gzip halt head hexdump hostid hostname httpd hwclock i2cdetect i2cdump i2cget i2cset i2ctransfer id ifconfig ifdown ifup init insmod ionice ip ipcalc ipneigh kill killall klogd last less link linux32 linux64 linuxrc ln loadfont loadkmap logger login logname logread losetup ls lsmod lsscsi lzcat lzma lzop md5sum mdev microcom mim mkdir mkdosfs mke2fs mkfifo mknod mkpasswd mkswap mktemp modinfo modprobe more mount mt mv nameif nc netstat nl nologin nproc nsenter nslookup nuke od openvt partprobe passwd paste patch pidof ping ping6 pivot_root poweroff printf ps pwd rdate readlink realpath reboot renice reset resume rev rm rmdir rmmod route rpm rpm2cpio run-init run-parts sed seq setkeycodes setpriv setsid sh sha1sum sha256sum sha3sum sha512sum shred shuf sleep sort ssl_client start-stop-daemon stat strings stty su sulogin svc svok swapoff swapon switch_root sync sysctl syslogd tac tail tar taskset tc tee telnet telnetd test tftp time timeout top touch tr traceroute traceroute6 true truncate ts tty tunctl ubirename udhcpc udhcpd uevent umount uname uncompress unexpand uniq unix2dos unlink unlzma unshare unxz unzip uptime usleep uudecode uuencode vconfig vi w watch watchdog wc wget which who whoami xargs xxd xz xzcat yes zcat 
$ docker run --rm alpine free | awk '{print $1}'
total
Mem:
Swap:
$ docker run --rm alpine ls /sys/class/net
eth0
lo
$ docker run --rm alpine ip -h
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: ip [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]

OPTIONS := -f[amily] inet|inet6|link | -o[neline]

ip addr add|del IFADDR dev IFACE | show|flush [dev IFACE] [to PREFIX]
ip route list|flush|add|del|change|append|replace|test ROUTE
ip link set IFACE [up|down] [arp on|off] [multicast on|off]
	[promisc on|off] [mtu NUM] [name NAME] [qlen NUM] [address MAC]
	[master IFACE | nomaster] [netns PID]
ip tunnel add|change|del|show [NAME]
	[mode ipip|gre|sit] [remote ADDR] [local ADDR] [ttl TTL]
ip neigh show|flush [to PREFIX] [dev DEV] [nud STATE]
ip rule [list] | add|del SELECTOR ACTION
[1]
$ docker run --rm alpine ip -V
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: ip [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]

OPTIONS := -f[amily] inet|inet6|link | -o[neline]

ip addr add|del IFADDR dev IFACE | show|flush [dev IFACE] [to PREFIX]
ip route list|flush|add|del|change|append|replace|test ROUTE
ip link set IFACE [up|down] [arp on|off] [multicast on|off]
	[promisc on|off] [mtu NUM] [name NAME] [qlen NUM] [address MAC]
	[master IFACE | nomaster] [netns PID]
ip tunnel add|change|del|show [NAME]
	[mode ipip|gre|sit] [remote ADDR] [local ADDR] [ttl TTL]
ip neigh show|flush [to PREFIX] [dev DEV] [nud STATE]
ip rule [list] | add|del SELECTOR ACTION
[1]
$ docker run --rm alpine ping
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: ping [OPTIONS] HOST

Send ICMP ECHO_REQUESTs to HOST

	-4,-6		Force IP or IPv6 name resolution
	-c CNT		Send only CNT pings
	-s SIZE		Send SIZE data bytes in packets (default 56)
	-i SECS		Interval
	-A		Ping as soon as reply is received
	-t TTL		Set TTL
	-I IFACE/IP	Source interface or IP address
	-W SEC		Seconds to wait for the first response (default 10)
			(after all -c CNT packets are sent)
	-w SEC		Seconds until ping exits (default:infinite)
			(can exit earlier with -c CNT)
	-q		Quiet, only display output at start/finish
	-p HEXBYTE	Payload pattern
[1]
$ docker run --rm alpine nslookup
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: nslookup [-type=QUERY_TYPE] [-debug] HOST [DNS_SERVER]

Query DNS about HOST

QUERY_TYPE: soa,ns,a,aaaa,cname,mx,txt,ptr,srv,any
[1]
$ docker run --rm alpine route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         172.17.0.1      0.0.0.0         UG    0      0        0 eth0
172.17.0.0      0.0.0.0         255.255.0.0     U     0      0        0 eth0
$ docker run --rm alpine ifconfig eth0 | sed 's/HWaddr .*//;s/packets:[0-9]*/packets:N/;s/bytes:.*//'
eth0      Link encap:Ethernet  
          inet addr:172.17.0.2  Bcast:172.17.255.255  Mask:255.255.0.0
          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1
          RX packets:N errors:0 dropped:0 overruns:0 frame:0
          TX packets:N errors:0 dropped:0 overruns:0 carrier:0
          collisions:0 txqueuelen:0 
          RX 

$ docker run --rm alpine arp -n
$ docker run --rm alpine netstat -rn
Kernel IP routing table
Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
0.0.0.0         172.17.0.1      0.0.0.0         UG        0 0          0 eth0
172.17.0.0      0.0.0.0         255.255.0.0     U         0 0          0 eth0
$ docker run --rm alpine ip neigh
$ docker run --rm alpine traceroute -n -w1 8.8.8.8
traceroute to 8.8.8.8 (8.8.8.8), 30 hops max, 46 byte packets
 1  172.17.0.1  0.004 ms  0.003 ms  0.001 ms
 2  192.168.1.1  0.001 ms  0.002 ms  0.001 ms
 3  8.8.8.8  0.001 ms  0.001 ms  0.001 ms
$ docker run --rm alpine hostname -i
172.17.0.2

# BusyBox's ash and the applets that it finds in itself
$ busybox sh -c 'nosuch'
sh: nosuch: not found
[127]
$ busybox sh -c 'cd /nosuch'
sh: cd: line 0: can't cd to /nosuch: No such file or directory
[2]
$ busybox sh -c 'echo )'
sh: syntax error: unexpected ")"
[2]
$ busybox sh -c 'if true; then'
sh: syntax error: unexpected end of file (expecting "fi")
[2]
$ busybox sh -c 'echo $((1/0))'
sh: divide by zero
[2]
$ busybox sh -c 'echo ${x?no}'
sh: x: no
[2]
$ busybox sh -c 'set -u; echo $nope'
sh: nope: parameter not set
[2]
$ busybox sh -c 'cat < /nosuch'
sh: can't open /nosuch: no such file
[1]
$ busybox sh -c 'echo a > /nosuch/b'
sh: can't create /nosuch/b: nonexistent directory
[1]
$ busybox sh -c 'exit 3'
[3]
$ busybox sh -c '. /nosuch'
sh: .: line 0: can't open '/nosuch': No such file or directory
[2]
$ busybox sh -c 'exec nosuch'
sh: exec: line 0: nosuch: not found
[127]
$ busybox sh -c 'kill 99999'
sh: can't kill pid 99999: No such process
[1]
$ busybox sh -c 'type ls cd; command -v wget'
ls is ls
cd is a shell builtin
wget
$ busybox sh -c 'a=hello; echo ${a:1:3} ${a/l/L} $0' box
ell heLlo box
$ busybox sh -c '[[ abc == a* ]] && echo yes'
yes
$ busybox sh -c 'f() { local n=$1; echo "f $n"; }; f 1; f 2 | cat'
f 1
f 2
$ busybox sh -c 'for i in 1 2 3; do echo $i; done | busybox wc -l'
3
$ busybox sh --nosuch
$ busybox
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.
BusyBox is copyrighted by many authors between 1998-2015.
Licensed under GPLv2. See source distribution for detailed
copyright notices.

Usage: busybox [function [arguments]...]
   or: busybox --list[-full]
   or: busybox --install [-s] [DIR]
   or: function [arguments]...

	BusyBox is a multi-call binary that combines many common Unix
	utilities into a single executable.  The shell in this build
	is configured to run built-in utilities without $PATH search.
	You don't need to install a link to busybox for each utility.
	To run external program, use full path (/sbin/ip instead of ip).

Currently defined functions:
	[, [[, acpid, adjtimex, ar, arch, arp, arping, ascii, ash, awk, base64,
	basename, bc, blkdiscard, blockdev, brctl, bunzip2, busybox, bzcat,
	bzip2, cal, cat, chgrp, chmod, chown, chroot, chvt, clear, cmp, cp,
	cpio, crc32, crond, crontab, cttyhack, cut, date, dc, dd, deallocvt,
	depmod, devmem, df, diff, dirname, dmesg, dnsdomainname, dos2unix,
	dpkg, dpkg-deb, du, dumpkmap, dumpleases, echo, ed, egrep, env, expand,
	expr, factor, fallocate, false, fatattr, fdisk, fgrep, find, findfs,
	fold, free, freeramdisk, fsfreeze, fstrim, ftpget, ftpput, getopt,
	getty, grep, groups, gunzip, gzip, halt, head, hexdump, hostid,
	hostname, httpd, hwclock, i2cdetect, i2cdump, i2cget, i2cset,
	i2ctransfer, id, ifconfig, ifdown, ifup, init, insmod, ionice, ip,
	ipcalc, ipneigh, kill, killall, klogd, last, less, link, linux32,
	linux64, linuxrc, ln, loadfont, loadkmap, logger, login, logname,
	logread, losetup, ls, lsmod, lsscsi, lzcat, lzma, lzop, md5sum, mdev,
	microcom, mim, mkdir, mkdosfs, mke2fs, mkfifo, mknod, mkpasswd, mkswap,
	mktemp, modinfo, modprobe, more, mount, mt, mv, nameif, nc, netstat,
	nl, nologin, nproc, nsenter, nslookup, nuke, od, openvt, partprobe,
	passwd, paste, patch, pidof, ping, ping6, pivot_root, poweroff, printf,
	ps, pwd, rdate, readlink, realpath, reboot, renice, reset, resume, rev,
	rm, rmdir, rmmod, route, rpm, rpm2cpio, run-init, run-parts, sed, seq,
	setkeycodes, setpriv, setsid, sh, sha1sum, sha256sum, sha3sum,
	sha512sum, shred, shuf, sleep, sort, ssl_client, start-stop-daemon,
	stat, strings, stty, su, sulogin, svc, svok, swapoff, swapon,
	switch_root, sync, sysctl, syslogd, tac, tail, tar, taskset, tc, tee,
	telnet, telnetd, test, tftp, time, timeout, top, touch, tr, traceroute,
	traceroute6, true, truncate, ts, tty, tunctl, ubirename, udhcpc,
	udhcpd, uevent, umount, uname, uncompress, unexpand, uniq, unix2dos,
	unlink, unlzma, unshare, unxz, unzip, uptime, usleep, uudecode,
	uuencode, vconfig, vi, w, watch, watchdog, wc, wget, which, who,
	whoami, xargs, xxd, xz, xzcat, yes, zcat
$ busybox nosuch
nosuch: applet not found
[127]
$ busybox cat /nosuch
cat: can't open '/nosuch': No such file or directory
[1]
$ busybox cat -z
cat: invalid option -- 'z'
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: cat [-nbvteA] [FILE]...

Print FILEs to stdout

	-n	Number output lines
	-b	Number nonempty lines
	-v	Show nonprinting characters as ^x or M-x
	-t	...and tabs as ^I
	-e	...and end lines with $
	-A	Same as -vte
[1]
$ busybox ls /nosuch
ls: /nosuch: No such file or directory
[1]
$ busybox head --help
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: head [OPTIONS] [FILE]...

Print first 10 lines of FILEs (or stdin).
With more than one FILE, precede each with a filename header.

	-n N[bkm]	Print first N lines
	-n -N[bkm]	Print all except N last lines
	-c [-]N[bkm]	Print first N bytes
			(b:*512 k:*1024 m:*1024^2)
	-q		Never print headers
	-v		Always print headers
$ busybox mkdir /tmp/d /tmp/d
mkdir: can't create directory '/tmp/d': File exists
[1]
$ echo hello > /tmp/d/f
$ busybox rm /tmp/d
rm: '/tmp/d' is a directory
[1]
$ busybox wc /tmp/d/f
        1         1         6 /tmp/d/f
$ busybox find /tmp/d -type f -exec cat {} ';'
hello
$ busybox expr 1 + 2 '*' 3
7
$ busybox grep -n l /tmp/d/f /nosuch
/tmp/d/f:1:hello
grep: /nosuch: No such file or directory
[2]
$ busybox sed -n 's/l/L/p' /tmp/d/f
heLlo
$ busybox timeout 1 sleep 3
Terminated
[143]
$ busybox kill 99999
kill: can't kill pid 99999: No such process
[1]
$ busybox env nosuch
env: can't execute 'nosuch': No such file or directory
[127]

# Sourced by world.sh after world lan: Docker on host. Its programs come from a Debian tree of their own, at
# $VETHLAB_DOCKER, made once by
#   debootstrap --variant=minbase --include=docker.io,docker-cli,docker-compose,iptables,iproute2,procps,ca-certificates sid TREE
# with Docker 28.5.2 in the recordings; images are filled from this machine's static busybox. What is mounted and made
# here is gone with the recorder's namespaces.
: "${VETHLAB_DOCKER:?the tree with Docker: see conformance/docker.sh}"
T=$VETHLAB_DOCKER
mount --bind "$T" "$T"
mount -t proc proc "$T/proc"; mount -t sysfs sysfs "$T/sys"
mkdir -p "$T/etc/docker" "$T/var/lib/docker" "$T/var/lib/containerd" /etc/docker
for d in run etc/docker var/lib/docker var/lib/containerd; do mount -t tmpfs none "$T/$d"; done
mkdir -p "$T/run/lock" "$T/run/netns"
mount --bind "$T/etc/docker" /etc/docker
mount --bind /dev "$T/dev"; mount -t devpts devpts "$T/dev/pts"
mount --bind /root "$T/root"; mount --bind /tmp "$T/tmp"
touch "$T/etc/resolv.conf"
mount --bind /run/hosts "$T/etc/hosts"; mount --bind /run/resolv "$T/etc/resolv.conf"
mount -t tmpfs none "$T/sys/fs/cgroup"
for c in cpu cpuacct cpuset memory devices freezer blkio pids; do
  mkdir "$T/sys/fs/cgroup/$c"; mount -t cgroup -o $c cgroup "$T/sys/fs/cgroup/$c"
done

# The client sees the recorder's directory; the daemon has the tree as its root, so that containers' mounts are right.
mkdir -p /run/docker-client; PATH=/run/docker-client:$PATH
printf '#!/bin/sh\nexec chroot %s sh -c '\''cd "$0" 2>/dev/null || cd /; exec docker "$@"'\'' "$PWD" "$@"\n' "$T" >/run/docker-client/docker
chmod +x /run/docker-client/docker
start_docker() {
  unshare -m sh -c "cd $T && mkdir -p .old && pivot_root . .old && umount -l /.old && exec dockerd" >/tmp/.dockerd.log 2>&1 & disown $!
  for _ in $(seq 100); do docker info >/dev/null 2>&1 && return; sleep 0.1; done
  echo 'dockerd did not start:'; tail -3 /tmp/.dockerd.log
}
stop_docker() { kill "$(cat "$T/run/docker.pid")"; while [ -e "$T/run/docker.pid" ]; do sleep 0.1; done; }
systemctl() {
  case "$1" in
    restart) stop_docker; start_docker ;;
    stop) stop_docker ;;
    start) start_docker ;;
    is-active) if docker info >/dev/null 2>&1; then echo active; else echo inactive; return 3; fi ;;
  esac
}

# The images: busybox under every name it has; nginx is its httpd under nginx's entry point.
I=/run/image; mkdir -p $I/bin $I/sbin $I/usr/bin $I/usr/sbin $I/etc $I/tmp $I/root $I/proc $I/sys $I/dev $I/var $I/home
cp "$(command -v busybox)" $I/bin/busybox
for a in $(busybox --list-full); do [ -e "$I/$a" ] || ln -s /bin/busybox "$I/$a"; done
printf 'root:x:0:0:root:/root:/bin/sh\n' >$I/etc/passwd; printf 'root:x:0:\n' >$I/etc/group
start_docker
tar -C $I -c . | docker import -c 'CMD ["sh"]' - busybox:latest >/dev/null
tar -C $I -c . | docker import -c 'CMD ["/bin/sh"]' - alpine:latest >/dev/null
mkdir -p $I/usr/share/nginx/html
printf '#!/bin/sh\nexec "$@"\n' >$I/docker-entrypoint.sh
printf '#!/bin/sh\nhttpd -f -p 80 -h /usr/share/nginx/html &\ntrap "kill $!; exit 0" TERM QUIT INT\nwait\n' >$I/usr/sbin/nginx
printf '<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>\n</head>\n<body>\n<h1>Welcome to nginx!</h1>\n</body>\n</html>\n' >$I/usr/share/nginx/html/index.html
chmod +x $I/docker-entrypoint.sh $I/usr/sbin/nginx
tar -C $I -c . | docker import -c 'ENTRYPOINT ["/docker-entrypoint.sh"]' -c 'CMD ["nginx","-g","daemon off;"]' -c 'EXPOSE 80' -c 'STOPSIGNAL SIGQUIT' - nginx:latest >/dev/null

# A namespace without a name is given one by a bind mount; what mount and umount say when they fail
$ cd /tmp; mkdir -p mq/d mq/e; touch mq/f mq/g; echo hi > mq/d/x
$ mount --bind mq/nosuch mq/f
mount: /tmp/mq/f: special device mq/nosuch does not exist.
       dmesg(1) may have more information after failed mount system call.
[32]
$ mount --bind mq/f mq/nope
mount: mq/nope: mount point does not exist.
       dmesg(1) may have more information after failed mount system call.
[32]
$ mount --bind mq/d mq/f
mount: /tmp/mq/f: mount point is not a directory.
       dmesg(1) may have more information after failed mount system call.
[32]
$ mount --bind
mount: bad usage
Try 'mount --help' for more information.
[1]
$ mount --nope
mount: unrecognized option '--nope'
Try 'mount --help' for more information.
[1]
$ mount a b c
mount: bad usage
Try 'mount --help' for more information.
[1]
$ mount --bind mq/d mq/e; ls mq/e
x
$ mount -o bind mq/f mq/g
$ umount mq/g mq/e; ls mq/e
$ umount mq/g
umount: mq/g: not mounted.
[32]
$ umount mq/nope
umount: mq/nope: no mount point specified.
[32]
$ umount
umount: bad usage
Try 'umount --help' for more information.
[1]
$ unshare -n sleep 50 & Q=$!; sleep 0.3; touch /run/netns/pp
$ mount --bind /proc/$Q/ns/net /run/netns/pp
$ ip netns
pp
$ ip netns exec pp ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -n pp link set lo up; nsenter -t $Q -n ip -br link
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
$ umount /run/netns/pp; ip -n pp link
setting the network namespace "pp" failed: Invalid argument
[255]
$ kill $Q

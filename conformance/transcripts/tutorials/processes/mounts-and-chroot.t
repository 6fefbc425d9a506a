# A file system seen by one process only
$ unshare -m sh -c 'mount -t tmpfs none /media; touch /media/a; ls /media; grep " /media " /proc/mounts'; ls /media
a
none /media tmpfs rw,relatime 0 0
$ mount -t tmpfs -o size=10m,mode=700 mytmp /media; grep /media /proc/mounts; umount /media
mytmp /media tmpfs rw,relatime,size=10240k,mode=700 0 0
$ mount -t tmpfs none /media; mkdir /media/a /media/b; echo hi > /media/a/f
$ mount --bind /media/a /media/b; cat /media/b/f; umount /media/b; ls /media/b
hi
$ umount /media/b
umount: /media/b: not mounted.
[32]
$ umount /nope
umount: /nope: no mount point specified.
[32]
$ mount -t nosuch none /media
mount: /media: special device none does not exist.
       dmesg(1) may have more information after failed mount system call.
[32]
$ mount -t tmpfs none /nope
mount: /nope: mount point does not exist.
       dmesg(1) may have more information after failed mount system call.
[32]
$ mount -t proc proc /media/a/f
mount: /media/a/f: mount point is not a directory.
       dmesg(1) may have more information after failed mount system call.
[32]
$ mount /media
mount: /media: can't find in /etc/fstab.
[1]
$ mount foo /media
mount: /media: special device foo does not exist.
       dmesg(1) may have more information after failed mount system call.
[32]
$ mount -t tmpfs x /media/b; touch /media/b/z; umount /media
umount: /media: target is busy.
[32]
$ cd /media/b; umount /media/b; cd /; umount /media/b
umount: /media/b: target is busy.
$ mount -t tmpfs x /media/b; umount -l /media; ls /media
$ mountpoint /media; mountpoint /; mountpoint -q /root; mountpoint /nope
/media is not a mountpoint
/ is a mountpoint
mountpoint: /nope: No such file or directory
[1]
# Read-only
$ mount -t tmpfs -o ro none /media; touch /media/x; mkdir /media/x; mount -o remount,rw /media; touch /media/x; mount -o remount,ro /media; rm /media/x; umount /media
touch: cannot touch '/media/x': Read-only file system
mkdir: cannot create directory ‘/media/x’: Read-only file system
rm: cannot remove '/media/x': Read-only file system
$ mount --bind -o ro /etc /media; touch /media/x; umount /media
touch: cannot touch '/media/x': Read-only file system
$ mount -o remount,ro /nope
mount: /nope: mount point does not exist.
       dmesg(1) may have more information after failed mount system call.
[32]
# An overlay
$ mount -t tmpfs t /media; cd /media; mkdir lower upper work merged; echo l > lower/f; echo k > lower/g
$ mount -t overlay overlay -o lowerdir=/media/lower,upperdir=/media/upper,workdir=/media/work /media/merged; cat merged/f
l
$ echo new > merged/f; cat lower/f upper/f; ls upper
l
new
f
$ rm merged/g; ls merged lower; stat -c '%F %A' upper/g
lower:
f
g

merged:
f
character special file c---------
$ mkdir merged/d; touch merged/d/e; ls upper upper/d
upper:
d
f
g

upper/d:
e
$ umount overlay; ls merged; cd /; umount /media
$ mount -t overlay overlay -o upperdir=/tmp,workdir=/tmp /media
mount: /media: wrong fs type, bad option, bad superblock on overlay, missing codepage or helper program, or other error.
       dmesg(1) may have more information after failed mount system call.
[32]
# Another root
$ chroot
chroot: missing operand
Try 'chroot --help' for more information.
[125]
$ chroot /nope
chroot: cannot change root directory to '/nope': No such file or directory
[125]
$ chroot /media ls
chroot: failed to run command ‘ls’: No such file or directory
[127]
$ chroot / pwd
/
$ chroot /etc/hostname ls
chroot: cannot change root directory to '/etc/hostname': Not a directory
[125]
$ chroot --userspec=0:0 / id -u
0
$ pivot_root
pivot_root: bad usage
Try 'pivot_root --help' for more information.
[1]
$ pivot_root /nope /nope
pivot_root: failed to change root from `/nope' to `/nope': No such file or directory
[1]

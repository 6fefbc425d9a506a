# What is mounted where, as findmnt shows it
$ mkdir -p /tmp/mm; mount -t tmpfs none /tmp/mm; mkdir -p /tmp/mm/a /tmp/mm/b /tmp/mm/c; mount -t tmpfs -o size=1m tm /tmp/mm/a
$ mount --bind /tmp/mm/a /tmp/mm/b; mount -t proc proc /tmp/mm/c
$ findmnt -R /tmp/mm
TARGET      SOURCE FSTYPE OPTIONS
/tmp/mm     none   tmpfs  rw,relatime
├─/tmp/mm/a tm     tmpfs  rw,relatime,size=1024k
├─/tmp/mm/b tm     tmpfs  rw,relatime,size=1024k
└─/tmp/mm/c proc   proc   rw,relatime
$ findmnt /tmp/mm/a
TARGET    SOURCE FSTYPE OPTIONS
/tmp/mm/a tm     tmpfs  rw,relatime,size=1024k
$ findmnt -n /tmp/mm/a
/tmp/mm/a tm     tmpfs  rw,relatime,size=1024k
$ findmnt -o TARGET,FSTYPE /tmp/mm
TARGET  FSTYPE
/tmp/mm tmpfs
$ findmnt -rn -R /tmp/mm
/tmp/mm none tmpfs rw,relatime
/tmp/mm/a tm tmpfs rw,relatime,size=1024k
/tmp/mm/b tm tmpfs rw,relatime,size=1024k
/tmp/mm/c proc proc rw,relatime
$ findmnt -l -R /tmp/mm
TARGET    SOURCE FSTYPE OPTIONS
/tmp/mm   none   tmpfs  rw,relatime
/tmp/mm/a tm     tmpfs  rw,relatime,size=1024k
/tmp/mm/b tm     tmpfs  rw,relatime,size=1024k
/tmp/mm/c proc   proc   rw,relatime
$ findmnt -n -o FSTYPE,SOURCE,OPTIONS /tmp/mm/c
proc   proc   rw,relatime
$ findmnt /nosuch; echo $?
1
$ findmnt /tmp/mm/a/x; echo $?
1
$ findmnt -T /tmp/mm/a/.; echo $?
TARGET    SOURCE FSTYPE OPTIONS
/tmp/mm/a tm     tmpfs  rw,relatime,size=1024k
0
$ findmnt -S tm; findmnt tm
TARGET    SOURCE FSTYPE OPTIONS
/tmp/mm/a tm     tmpfs  rw,relatime,size=1024k
/tmp/mm/b tm     tmpfs  rw,relatime,size=1024k
TARGET    SOURCE FSTYPE OPTIONS
/tmp/mm/a tm     tmpfs  rw,relatime,size=1024k
/tmp/mm/b tm     tmpfs  rw,relatime,size=1024k
$ findmnt --target /tmp/mm/b -n -o TARGET
/tmp/mm/b
$ findmnt -J /tmp/mm/a
{
   "filesystems": [
      {
         "target": "/tmp/mm/a",
         "source": "tm",
         "fstype": "tmpfs",
         "options": "rw,relatime,size=1024k"
      }
   ]
}
$ findmnt -P /tmp/mm/a
TARGET="/tmp/mm/a" SOURCE="tm" FSTYPE="tmpfs" OPTIONS="rw,relatime,size=1024k"
$ findmnt -M /tmp/mm/b -o SOURCE,PROPAGATION
SOURCE PROPAGATION
tm     private
$ findmnt -Z; echo $?
findmnt: invalid option -- 'Z'
Try 'findmnt --help' for more information.
1
$ findmnt -o FOO; echo $?
findmnt: unknown column: FOO
1
$ umount /tmp/mm/b; findmnt -R -n -o TARGET /tmp/mm; mkdir /tmp/mm/a/sub; mount --bind /tmp/mm/a/sub /tmp/mm/b; findmnt -n /tmp/mm/b
/tmp/mm
├─/tmp/mm/a
└─/tmp/mm/c
/tmp/mm/b tm[/sub] tmpfs  rw,relatime,size=1024k

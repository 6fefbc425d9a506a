#! world: lan
$ getent hosts; getent hosts localhost; getent hosts 127.0.0.1; getent hosts ::1; getent ahosts localhost
127.0.0.1       localhost
127.0.1.1       host
127.0.0.1       localhost ip6-localhost ip6-loopback
::1             localhost ip6-localhost ip6-loopback
127.0.0.1       localhost
::1             localhost ip6-localhost ip6-loopback
::1             STREAM localhost
::1             DGRAM  
::1             RAW    
127.0.0.1       STREAM 
127.0.0.1       DGRAM  
127.0.0.1       RAW    
$ getent hosts example.com; getent ahosts example.com; getent ahostsv6 example.com; getent ahostsv4 no.test; echo $?
203.0.113.80    example.com
203.0.113.80    STREAM example.com
203.0.113.80    DGRAM  
203.0.113.80    RAW    
::ffff:203.0.113.80 STREAM example.com
::ffff:203.0.113.80 DGRAM  
::ffff:203.0.113.80 RAW    
2
$ getent hosts google.com no.test example.com; echo $?
203.0.113.80    google.com
203.0.113.80    example.com
2
$ getent hosts 10.0.0.1; echo $?; getent ahosts 10.0.0.1; getent ahostsv6 10.0.0.1
2
10.0.0.1        STREAM 10.0.0.1
10.0.0.1        DGRAM  
10.0.0.1        RAW    
::ffff:10.0.0.1 STREAM 10.0.0.1
::ffff:10.0.0.1 DGRAM  
::ffff:10.0.0.1 RAW    
$ getent services http; getent services 80; getent services domain/udp; getent services 53/udp; getent services 53; getent services nosuch; echo $?
http                  80/tcp www
http                  80/tcp www
domain                53/udp
domain                53/udp
domain                53/tcp
2
$ getent protocols tcp; getent protocols 6; getent protocols TCP; getent protocols nosuch; echo $?
tcp                   6 TCP
tcp                   6 TCP
tcp                   6 TCP
2
$ getent passwd root; getent passwd 0; getent group root; getent group 0 nosuch; echo $?
root:x:0:0:root:/root:/bin/bash
root:x:0:0:root:/root:/bin/bash
root:x:0:
root:x:0:
2
$ getent networks; getent networks loopback
default               0.0.0.0
loopback              127.0.0.0
link-local            169.254.0.0
loopback              127.0.0.0
$ getent; echo $?
getent: wrong number of arguments
Try `getent --help' or `getent --usage' for more information.
1
$ getent foo bar; echo $?
Unknown database: foo
Try `getent --help' or `getent --usage' for more information.
1
$ getent -s files hosts localhost; getent -x; echo $?
::1             localhost ip6-localhost ip6-loopback
getent: invalid option -- 'x'
Try `getent --help' or `getent --usage' for more information.
64

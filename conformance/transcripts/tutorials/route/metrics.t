# Metrics and realms of routes
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link set lo up
$ ip link add v1 type veth peer name e; ip addr add 10.1.0.1/24 dev v1; ip link set v1 up;  ip link set e up
$ sleep .5
$ ip route add 20.1.0.0/16 dev v1 mtu 1400
$ ip route add 20.2.0.0/16 dev v1 mtu lock 1400
$ ip route add 20.3.0.0/16 dev v1 advmss 1000
$ ip route add 20.4.0.0/16 dev v1 advmss lock 1000
$ ip route add 20.5.0.0/16 dev v1 window 5000
$ ip route add 20.6.0.0/16 dev v1 rtt 300
$ ip route add 20.7.0.0/16 dev v1 rtt 300ms
$ ip route add 20.8.0.0/16 dev v1 rtt 1.5s
$ ip route add 20.9.0.0/16 dev v1 rtt 5us
Error: argument "5us" is wrong: "rtt" value is invalid

[255]
$ ip route add 20.10.0.0/16 dev v1 rtt 200 rttvar 100
$ ip route add 20.11.0.0/16 dev v1 rtt lock 300ms
$ ip route add 20.12.0.0/16 dev v1 rto_min 200ms
$ ip route add 20.13.0.0/16 dev v1 rto_min 3s
$ ip route add 20.14.0.0/16 dev v1 rto_min lock 20ms
Error: argument "lock" is wrong: "rto_min" value is invalid

[255]
$ ip route add 20.15.0.0/16 dev v1 ssthresh 20
$ ip route add 20.16.0.0/16 dev v1 cwnd 10
$ ip route add 20.17.0.0/16 dev v1 cwnd lock 10
$ ip route add 20.18.0.0/16 dev v1 initcwnd 10
$ ip route add 20.19.0.0/16 dev v1 initrwnd 20
$ ip route add 20.20.0.0/16 dev v1 initcwnd 10 initrwnd 20
$ ip route add 20.21.0.0/16 dev v1 hoplimit 10
$ ip route add 20.22.0.0/16 dev v1 reordering 5
$ ip route add 20.23.0.0/16 dev v1 quickack 1
$ ip route add 20.24.0.0/16 dev v1 quickack 0
$ ip route add 20.25.0.0/16 dev v1 quickack 2
Error: argument "2" is wrong: "quickack" value should be 0 or 1

[255]
$ ip route add 20.26.0.0/16 dev v1 features ecn
$ ip route add 20.27.0.0/16 dev v1 features foo
Error: argument "foo" is wrong: "features" value not valid

[255]
$ ip route add 20.28.0.0/16 dev v1 congctl cubic
$ ip route add 20.29.0.0/16 dev v1 congctl reno
$ ip route add 20.30.0.0/16 dev v1 congctl lock cubic
$ ip route add 20.31.0.0/16 dev v1 congctl nosuch
Error: Unknown tcp congestion algorithm.
[2]
$ ip route add 20.32.0.0/16 dev v1 fastopen_no_cookie 1
$ ip route add 20.33.0.0/16 dev v1 realm 5
$ ip route add 20.34.0.0/16 dev v1 realms 5/6
$ ip route add 20.35.0.0/16 dev v1 realms cosmos
$ ip route add 20.36.0.0/16 dev v1 realm x
Error: argument "x" is wrong: "realm" value is invalid

[255]
$ ip route add 20.37.0.0/16 dev v1 mtu x
Error: argument "x" is wrong: "mtu" value is invalid

[255]
$ ip route add 20.38.0.0/16 dev v1 window x
Error: argument "x" is wrong: "window" value is invalid

[255]
$ ip route add 20.39.0.0/16 dev v1 rtt x
Error: argument "x" is wrong: "rtt" value is invalid

[255]
$ ip route add 20.40.0.0/16 dev v1 hoplimit 300
Error: argument "300" is wrong: "hoplimit" value is invalid

[255]
$ ip route add 20.41.0.0/16 dev v1 initcwnd -1
Error: argument "-1" is wrong: "initcwnd" value is invalid

[255]
$ ip route add 20.42.0.0/16 dev v1 mtu 70000
$ ip route add 20.43.0.0/16 dev v1 advmss 70000
$ ip route add 20.44.0.0/16 dev v1 ttl-propagate enabled
$ ip route add 20.45.0.0/16 dev v1 ttl-propagate x
Error: argument "x" is wrong: "ttl-propagate" value is invalid

[255]
$ ip route add 20.46.0.0/16 dev v1 expires 100
$ ip route add 20.47.0.0/16 dev v1 pref high
$ ip route add 20.48.0.0/16 dev v1 mtu 1400 advmss 1360 window 1000 hoplimit 20 initcwnd 5 rtt 100ms
$ ip route add 20.49.0.0/16 dev v1 mtu
Command line is not complete. Try option "help"
[255]
$ ip route add 20.50.0.0/16 dev v1 mtu lock
Command line is not complete. Try option "help"
[255]
$ ip route add 20.51.0.0/16 dev v1 tos 0x10
$ ip route add 20.52.0.0/16 dev v1 tos 0x10 mtu 1300
$ ip route add 20.53.0.0/16 dev v1 dsfield AF11
$ ip route add 20.54.0.0/16 dev v1 preference 5
$ ip route add 20.55.0.0/16 dev v1 protocol ospf
$ ip route add 20.56.0.0/16 dev v1 proto 250
$ ip route add 20.57.0.0/16 dev v1 scope site
$ ip route add 20.58.0.0/16 dev v1 scope 50
$ ip route
10.1.0.0/24 dev v1 proto kernel scope link src 10.1.0.1 
20.1.0.0/16 dev v1 scope link mtu 1400 
20.2.0.0/16 dev v1 scope link mtu lock 1400 
20.3.0.0/16 dev v1 scope link advmss 1000 
20.4.0.0/16 dev v1 scope link advmss lock 1000 
20.5.0.0/16 dev v1 scope link window 5000 
20.6.0.0/16 dev v1 scope link rtt 37ms 
20.7.0.0/16 dev v1 scope link rtt 300ms 
20.8.0.0/16 dev v1 scope link rtt 1.5s 
20.10.0.0/16 dev v1 scope link rtt 25ms rttvar 25ms 
20.11.0.0/16 dev v1 scope link rtt lock 300ms 
20.12.0.0/16 dev v1 scope link rto_min lock 200ms 
20.13.0.0/16 dev v1 scope link rto_min lock 3s 
20.15.0.0/16 dev v1 scope link ssthresh 20 
20.16.0.0/16 dev v1 scope link cwnd 10 
20.17.0.0/16 dev v1 scope link cwnd lock 10 
20.18.0.0/16 dev v1 scope link initcwnd 10 
20.19.0.0/16 dev v1 scope link initrwnd 20 
20.20.0.0/16 dev v1 scope link initcwnd 10 initrwnd 20 
20.21.0.0/16 dev v1 scope link hoplimit 10 
20.22.0.0/16 dev v1 scope link reordering 5 
20.23.0.0/16 dev v1 scope link quickack 1 
20.24.0.0/16 dev v1 scope link 
20.26.0.0/16 dev v1 scope link features ecn 
20.28.0.0/16 dev v1 scope link congctl cubic 
20.29.0.0/16 dev v1 scope link congctl reno 
20.30.0.0/16 dev v1 scope link congctl lock cubic 
20.32.0.0/16 dev v1 scope link fastopen_no_cookie 1 
20.33.0.0/16 dev v1 scope link realm 5 
20.34.0.0/16 dev v1 scope link realms 5/6 
20.35.0.0/16 dev v1 scope link 
20.42.0.0/16 dev v1 scope link mtu 65520 
20.43.0.0/16 dev v1 scope link advmss 65495 
20.44.0.0/16 dev v1 scope link 
20.46.0.0/16 dev v1 scope link 
20.47.0.0/16 dev v1 scope link 
20.48.0.0/16 dev v1 scope link mtu 1400 window 1000 rtt 100ms advmss 1360 hoplimit 20 initcwnd 5 
20.51.0.0/16 tos 0x10 dev v1 scope link 
20.52.0.0/16 tos 0x10 dev v1 scope link mtu 1300 
20.53.0.0/16 tos AF11 dev v1 scope link 
20.54.0.0/16 dev v1 scope link metric 5 
20.55.0.0/16 dev v1 proto ospf scope link 
20.56.0.0/16 dev v1 proto 250 scope link 
20.57.0.0/16 dev v1 scope site 
20.58.0.0/16 dev v1 scope 50 
$ ip -d route show 20.1.0.0/16
unicast 20.1.0.0/16 dev v1 proto boot scope link mtu 1400 
$ ip -j route
[{"dst":"10.1.0.0/24","dev":"v1","protocol":"kernel","scope":"link","prefsrc":"10.1.0.1","flags":[]},{"dst":"20.1.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"mtu":1400}]},{"dst":"20.2.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"mtu":1400}]},{"dst":"20.3.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"advmss":1000}]},{"dst":"20.4.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"advmss":1000}]},{"dst":"20.5.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"window":5000}]},{"dst":"20.6.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"rtt":37}]},{"dst":"20.7.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"rtt":300}]},{"dst":"20.8.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"rtt":1500}]},{"dst":"20.10.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"rtt":25,"rttvar":25}]},{"dst":"20.11.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"rtt":300}]},{"dst":"20.12.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"rto_min":200}]},{"dst":"20.13.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"rto_min":3000}]},{"dst":"20.15.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"ssthresh":20}]},{"dst":"20.16.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"cwnd":10}]},{"dst":"20.17.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"cwnd":10}]},{"dst":"20.18.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"initcwnd":10}]},{"dst":"20.19.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"initrwnd":20}]},{"dst":"20.20.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"initcwnd":10,"initrwnd":20}]},{"dst":"20.21.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"hoplimit":10}]},{"dst":"20.22.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"reordering":5}]},{"dst":"20.23.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"quickack":1}]},{"dst":"20.24.0.0/16","dev":"v1","scope":"link","flags":[]},{"dst":"20.26.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"ecn":null}]},{"dst":"20.28.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"congestion":"cubic"}]},{"dst":"20.29.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"congestion":"reno"}]},{"dst":"20.30.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"congestion":"cubic"}]},{"dst":"20.32.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"fastopen_no_cookie":1}]},{"dst":"20.33.0.0/16","dev":"v1","scope":"link","flags":[],"flow":{"to":"5"}},{"dst":"20.34.0.0/16","dev":"v1","scope":"link","flags":[],"flow":{"from":"5","to":"6"}},{"dst":"20.35.0.0/16","dev":"v1","scope":"link","flags":[]},{"dst":"20.42.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"mtu":65520}]},{"dst":"20.43.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"advmss":65495}]},{"dst":"20.44.0.0/16","dev":"v1","scope":"link","flags":[]},{"dst":"20.46.0.0/16","dev":"v1","scope":"link","flags":[]},{"dst":"20.47.0.0/16","dev":"v1","scope":"link","flags":[]},{"dst":"20.48.0.0/16","dev":"v1","scope":"link","flags":[],"metrics":[{"mtu":1400,"window":1000,"rtt":100,"advmss":1360,"hoplimit":20,"initcwnd":5}]},{"dst":"20.51.0.0/16","tos":"0x10","dev":"v1","scope":"link","flags":[]},{"dst":"20.52.0.0/16","tos":"0x10","dev":"v1","scope":"link","flags":[],"metrics":[{"mtu":1300}]},{"dst":"20.53.0.0/16","tos":"AF11","dev":"v1","scope":"link","flags":[]},{"dst":"20.54.0.0/16","dev":"v1","scope":"link","metric":5,"flags":[]},{"dst":"20.55.0.0/16","dev":"v1","protocol":"ospf","scope":"link","flags":[]},{"dst":"20.56.0.0/16","dev":"v1","protocol":"250","scope":"link","flags":[]},{"dst":"20.57.0.0/16","dev":"v1","scope":"site","flags":[]},{"dst":"20.58.0.0/16","dev":"v1","scope":"50","flags":[]}]
$ ip route get 20.1.1.1
20.1.1.1 dev v1 src 10.1.0.1 uid 0 
    cache mtu 1400 
$ ip route get 20.2.1.1
20.2.1.1 dev v1 src 10.1.0.1 uid 0 
    cache mtu lock 1400 
$ ip route get 20.18.1.1
20.18.1.1 dev v1 src 10.1.0.1 uid 0 
    cache initcwnd 10 
$ ip route get 20.21.1.1
20.21.1.1 dev v1 src 10.1.0.1 uid 0 
    cache hoplimit 10 
$ ip route get 20.33.1.1
20.33.1.1 dev v1 src 10.1.0.1 realm 5 uid 0 
    cache 
$ cat /proc/net/route
Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT                                                       
v1	0000010A	00000000	0001	0	0	0	00FFFFFF	0	0	0                                                                                 
v1	00000114	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00000214	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00000314	00000000	0001	0	0	0	0000FFFF	1040	0	0                                                                              
v1	00000414	00000000	0001	0	0	0	0000FFFF	1040	0	0                                                                              
v1	00000514	00000000	0001	0	0	0	0000FFFF	0	5000	0                                                                              
v1	00000614	00000000	0001	0	0	0	0000FFFF	0	0	37                                                                                
v1	00000714	00000000	0001	0	0	0	0000FFFF	0	0	300                                                                               
v1	00000814	00000000	0001	0	0	0	0000FFFF	0	0	1500                                                                              
v1	00000A14	00000000	0001	0	0	0	0000FFFF	0	0	25                                                                                
v1	00000B14	00000000	0001	0	0	0	0000FFFF	0	0	300                                                                               
v1	00000C14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00000D14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00000F14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001014	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001114	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001214	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001314	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001414	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001514	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001614	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001714	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001814	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001A14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001C14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001D14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00001E14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00002014	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00002114	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00002214	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00002314	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00002A14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00002B14	00000000	0001	0	0	0	0000FFFF	65535	0	0                                                                             
v1	00002C14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00002E14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00002F14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00003014	00000000	0001	0	0	0	0000FFFF	1400	1000	100                                                                         
v1	00003314	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00003414	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00003514	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00003614	00000000	0001	0	0	5	0000FFFF	0	0	0                                                                                 
v1	00003714	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00003814	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00003914	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
v1	00003A14	00000000	0001	0	0	0	0000FFFF	0	0	0                                                                                 
$ ip route show realm 5
20.33.0.0/16 dev v1 scope link realm 5 
$ ip route show realms 5/6
20.34.0.0/16 dev v1 scope link 
$ ip route show from 1.1.1.1
$ ip route show mark 5
$ ip route show iif v1
$ ip route show tos 0x10
20.51.0.0/16 dev v1 scope link 
20.52.0.0/16 dev v1 scope link mtu 1300 
$ ip route del 20.1.0.0/16 mtu 1400
$ ip route del 20.2.0.0/16 mtu 1300
RTNETLINK answers: No such process
[2]
$ ip route del 20.3.0.0/16 advmss 5
RTNETLINK answers: No such process
[2]
$ ip route replace 20.2.0.0/16 dev v1 mtu 1200
$ ip route change 20.2.0.0/16 dev v1 mtu lock 1100
$ ip route show 20.2.0.0/16
20.2.0.0/16 dev v1 scope link mtu lock 1100 
$ ip route append 20.2.0.0/16 dev v1 mtu 1000
$ ip route show 20.2.0.0/16
20.2.0.0/16 dev v1 scope link mtu lock 1100 
20.2.0.0/16 dev v1 scope link mtu 1000 
$ ip route test 20.2.0.0/16 dev v1
RTNETLINK answers: File exists
[2]
$ ip route prepend 20.2.0.0/16 dev e

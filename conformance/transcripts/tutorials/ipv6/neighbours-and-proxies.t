# Neighbours by hand, and answering for another
$ ip link set lo up
$ ip link add va type veth peer name vb
$ ip link set va up
$ ip link set vb up
$ sleep 3
$ ip -6 neigh add fe80::5 lladdr 02:00:00:00:00:05 dev va
$ ip -6 neigh add fe80::5 lladdr 02:00:00:00:00:06 dev va
RTNETLINK answers: File exists
[2]
$ ip -6 neigh replace fe80::5 lladdr 02:00:00:00:00:06 dev va
$ ip -6 neigh add proxy fe80::9 dev va
$ ip -6 neigh show nud permanent
fe80::5 dev va lladdr 02:00:00:00:00:06 PERMANENT 
$ ip -6 neigh show proxy
fe80::9 dev va proxy 
$ ip -6 neigh del fe80::5 dev va
$ ip -6 neigh del fe80::5 dev va
RTNETLINK answers: No such file or directory
[2]
$ ip -6 neigh show nud permanent
$ ip -6 neigh del proxy fe80::9 dev va
$ ip -6 neigh show proxy

# A lab script with functions, variables, checks and a teardown
$ BR=labbr0
$ NET=10.20.30
$ create_bridge() {
>   ip link add "$BR" type bridge
>   ip addr add "$NET.1/24" dev "$BR"
>   ip link set "$BR" up
> }
$ create_ns() {
>   local name=$1 n=$2
>   ip netns add "$name" || return 1
>   ip link add "v-$name" type veth peer name eth0 netns "$name"
>   ip link set "v-$name" master "$BR"
>   ip link set "v-$name" up
>   ip netns exec "$name" ip addr add "$NET.$n/24" dev eth0
>   ip netns exec "$name" ip link set eth0 up
>   ip netns exec "$name" ip route add default via "$NET.1"
> }
$ create_bridge
$ i=10; for n in web app db; do create_ns $n $i; i=$((i+1)); done
$ create_ns web 99; echo "status $?"
Cannot create namespace file "/run/netns/web": File exists
status 1
$ ip netns | sort
app (id: 1)
db (id: 2)
web (id: 0)
$ ip -br -4 addr
labbr0           UP             10.20.30.1/24 
$ check() { if ip netns exec $1 ping -c1 -W1 $2 >/dev/null 2>&1; then printf '%-5s -> %-15s ok\n' $1 $2; else printf '%-5s -> %-15s FAIL\n' $1 $2; fi; }
$ check web $NET.11; check app $NET.12; check db $NET.1; check db $NET.50
web   -> 10.20.30.11     ok
app   -> 10.20.30.12     ok
db    -> 10.20.30.1      ok
db    -> 10.20.30.50     FAIL
$ ip netns exec web ip route show default | awk '{print $3}'
10.20.30.1
$ ip netns exec web ip route show default | cut -d' ' -f3
10.20.30.1
$ for n in web app db; do ip netns exec $n ip -4 -o addr show eth0; done | sed 's/ *inet /|/' | cut -d'|' -f2 | cut -d' ' -f1
10.20.30.10/24
10.20.30.11/24
10.20.30.12/24
$ ip netns exec web ping -c 2 -i 0.3 $NET.11 | tail -2 | head -1
2 packets transmitted, 2 received, 0% packet loss, time 316ms
$ ping -c 1 $NET.10 | grep -o 'ttl=[0-9]*'
ttl=64
$ [ -e /run/netns/web ] && echo yes || echo no
yes
$ ls /run/netns
app
db
web
$ ls /var/run/netns
app
db
web
$ ip netns exec web ls /sys/class/net | wc -l
2
$ n=0; while [ $n -lt 3 ]; do n=$((n+1)); ping -c 1 -W 1 $NET.$((9+n)) >/dev/null && echo "$NET.$((9+n)) alive"; done
10.20.30.10 alive
10.20.30.11 alive
10.20.30.12 alive
$ until ip netns exec web ping -c 1 -W 1 $NET.1 >/dev/null; do echo waiting; done; echo done
done
$ ip -br link show master $BR | wc -l
3
$ ip link show v-web | grep -q 'state UP' && echo "v-web is UP"
v-web is UP
$ case $(cat /sys/class/net/$BR/operstate) in up) echo bridge up;; *) echo bridge not up;; esac
bridge up
$ teardown() { for n in web app db; do ip netns del $n 2>/dev/null && echo "deleted $n"; done; ip link del $BR; }
$ teardown
deleted web
deleted app
deleted db
$ sleep 4; ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ teardown
Cannot find device "labbr0"
[1]
$ ip netns add x && ip netns add x || echo "already there"
Cannot create namespace file "/run/netns/x": File exists
already there
$ type create_ns | head -3
create_ns is a function
create_ns () 
{ 
$ unset -f create_ns; create_ns
bash: create_ns: command not found
[127]

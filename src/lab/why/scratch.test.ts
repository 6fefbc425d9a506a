import { it } from 'vitest'
import { BRIDGED, PAIR, ROUTED, whyOf } from './testing.ts'
const cases: [string, string, string, string, ('bare'|'lan')?][] = [
  ['ok', PAIR, 'red', 'ping -c 1 10.0.0.2'],
  ['own link', PAIR + '\nip -n red link set eth0 down', 'red', 'ping 10.0.0.2'],
  ['far link', PAIR + '\nip -n blue link set eth0 down', 'red', 'ping 10.0.0.2'],
  ['no addr', PAIR + '\nip -n red addr flush dev eth0', 'red', 'ping 10.0.0.2'],
  ['no addr far', PAIR + '\nip -n blue addr flush dev eth0', 'red', 'ping 10.0.0.2'],
  ['mask', PAIR + '\nip -n red addr flush dev eth0\nip -n red addr add 10.0.0.1/32 dev eth0', 'red', 'ping 10.0.0.2'],
  ['mask far', PAIR + '\nip -n blue addr flush dev eth0\nip -n blue addr add 10.0.0.2/32 dev eth0', 'red', 'ping 10.0.0.2'],
  ['no route', ROUTED + '\nip -n red route del default', 'red', 'ping 10.0.1.1'],
  ['no route back', ROUTED + '\nip -n blue route del default', 'red', 'ping 10.0.1.1'],
  ['bad gw', ROUTED + '\nip -n red route replace default via 10.0.0.77', 'red', 'ping 10.0.1.1'],
  ['ip_forward', ROUTED + '\nip netns exec router sysctl -qw net.ipv4.ip_forward=0', 'red', 'ping 10.0.1.1'],
  ['forward policy', ROUTED + '\nip netns exec router iptables -P FORWARD DROP', 'red', 'ping 10.0.1.1'],
  ['forward rule', ROUTED + '\nip netns exec router iptables -A FORWARD -s 10.0.0.0/24 -j REJECT', 'red', 'ping 10.0.1.1'],
  ['raw rule', ROUTED + '\nip netns exec router iptables -t raw -A PREROUTING -p icmp -j DROP', 'red', 'ping 10.0.1.1'],
  ['input rule tcp', PAIR + '\nip netns exec blue python3 -m http.server 80 >/dev/null 2>&1 &\nip netns exec blue iptables -A INPUT -p tcp --dport 80 -j DROP', 'red', 'curl http://10.0.0.2/'],
  ['output', PAIR + '\nip netns exec red iptables -P OUTPUT DROP', 'red', 'ping 10.0.0.2'],
  ['rp', ROUTED + '\nip -n router route add unreachable 10.0.0.1/32\nip netns exec router sysctl -qw net.ipv4.conf.all.rp_filter=1', 'red', 'ping 10.0.1.1'],
  ['wide', ROUTED + '\nip -n red addr flush dev eth0\nip -n red addr add 10.0.0.1/16 dev eth0', 'red', 'ping 10.0.1.1'],
  ['no listening', PAIR, 'red', 'curl http://10.0.0.2/'],
  ['loop bound', PAIR + '\nip netns exec blue python3 -m http.server 80 --bind 127.0.0.1 >/dev/null 2>&1 &', 'red', 'curl http://10.0.0.2/'],
  ['lo down', PAIR + '\nip -n red link set lo down', 'red', 'ping 127.0.0.1'],
  ['not enslaved', BRIDGED + '\nip link set veth-blue nomaster', 'red', 'ping 10.0.0.2'],
  ['br down', BRIDGED + '\nip link set br0 down', 'red', 'ping 10.0.0.2'],
  ['stp', BRIDGED + '\nbridge link set dev veth-blue state 0', 'red', 'ping 10.0.0.2'],
  ['vlan', BRIDGED + '\nip link set br0 type bridge vlan_filtering 1\nbridge vlan del vid 1 dev veth-blue\nbridge vlan add vid 20 dev veth-blue pvid untagged', 'red', 'ping 10.0.0.2'],
  ['brnf', BRIDGED + '\nmodprobe br_netfilter\nsysctl -w net.bridge.bridge-nf-call-iptables=1\niptables -P FORWARD DROP', 'red', 'ping 10.0.0.2'],
  ['dup', BRIDGED + '\nip netns add green\nip link add veth-green type veth peer name eth0 netns green\nip link set veth-green master br0 up\nip -n green addr add 10.0.0.2/24 dev eth0\nip -n green link set eth0 up\nip netns exec blue python3 -m http.server 80 >/dev/null 2>&1 &\nip netns exec green arping -c 1 -A -I eth0 10.0.0.2', 'red', 'curl http://10.0.0.2/'],
  ['masq', '', 'host', 'ping 8.8.8.8', 'lan'],
  ['masq2', 'router$ iptables -t nat -F', 'host', 'ping 8.8.8.8', 'lan'],
  ['dns none', "echo >/etc/resolv.conf", 'host', 'curl http://example.com/', 'lan'],
  ['dns silent', "internet$ pkill dnsmasq", 'host', 'curl http://example.com/', 'lan'],
  ['dns silent2', "internet$ iptables -A INPUT -p udp --dport 53 -j DROP", 'host', 'curl http://example.com/', 'lan'],
  ['dns unknown', '', 'host', 'dig nowhere.test', 'lan'],
  ['mtu', ROUTED + '\nip -n router link set eth1 mtu 1400', 'red', 'ping -M do -s 1472 10.0.1.1'],
  ['echo ign', PAIR + '\nip netns exec blue sysctl -qw net.ipv4.icmp_echo_ignore_all=1', 'red', 'ping 10.0.0.2'],
  ['nobody', PAIR, 'red', 'ping 10.0.0.9'],
  ['nc', 'ip netns add red\n'+BRIDGED.replace('ip netns add red\n','').replace(/.*veth-red.*\n/g,'').replace(/.*-n red.*\n/g,''), 'red', 'ping 10.0.0.2'],
]
it('shows', () => {
  for (const [name, setup, from, line, world] of cases) {
    const t = Date.now()
    let r: unknown
    try { r = whyOf(setup, from, line, world) } catch (e) { r = (e as Error).stack }
    console.log(name, Date.now() - t, JSON.stringify(r, null, 1))
  }
})

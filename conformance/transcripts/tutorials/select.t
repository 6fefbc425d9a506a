#! world: bare
# a menu, and answers from a pipe
$ printf '1\n' | { select x in aa bb; do echo "sel $x $REPLY"; break; done; }
1) aa
2) bb
\#? sel aa 1
$ printf '2\n\n9\nx\n1\n' | { select x in red green blue; do echo "[$x] $REPLY"; done; echo "end $?"; }
1) red
2) green
3) blue
\#? [green] 2
\#? 1) red
2) green
3) blue
\#? [] 9
\#? [] x
\#? [red] 1
\#? 
end 1
$ PS3='which? '; printf '12\n' | { select d in eth0 eth1 eth2 eth3 veth-red veth-blue br0 lo docker0 vxlan10 tun0 wg0 dummy0; do echo "$d"; break; done; }
1) eth0	        4) eth3	       7) br0	     10) vxlan10    13) dummy0
2) eth1	        5) veth-red    8) lo	     11) tun0
3) eth2	        6) veth-blue   9) docker0    12) wg0
which? wg0
$ set -- one two; printf '2\n' | { select y; do echo "$y"; break; done; }
1) one
2) two
which? two
$ select z in; do echo never; done; echo $?
0
$ select q in a b; do echo never; done < /dev/null; echo $?
1) a
2) b
which? 
1
$ printf '1\n1\n' | { select x in a b; do echo "$x"; [ "$n" ] && break; n=1; continue; done; }
1) a
2) b
which? a
which? a

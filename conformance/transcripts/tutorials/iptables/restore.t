# iptables-restore: what it takes and what it refuses.
#! world: bare
$ iptables-restore <<'EOF'
> *filter
> :INPUT DROP [5:6]
> :FORWARD ACCEPT [0:0]
> :FOO - [0:0]
> -A INPUT -p tcp --dport 22 -j ACCEPT
> [7:8] -A INPUT -j FOO
> -A FOO -j RETURN
> COMMIT
> EOF
$ iptables-restore -c <<'EOF'
> *filter
> :INPUT DROP [5:6]
> [7:8] -A INPUT -j ACCEPT
> -A INPUT -j DROP
> COMMIT
> EOF
$ iptables-restore -n <<'EOF'
> *filter
> -A INPUT -s 1.1.1.1 -j ACCEPT
> :NEW - [0:0]
> -I INPUT 2 -j NEW
> COMMIT
> EOF
$ iptables-restore -n <<'EOF'
> *filter
> :NEW - [0:0]
> -D INPUT -j NEW
> -N NEW2
> -F NEW
> -X NEW
> -P INPUT ACCEPT
> COMMIT
> EOF
$ iptables-restore -t <<'EOF'
> *filter
> -A INPUT -s 9.9.9.9 -j ACCEPT
> COMMIT
> EOF
$ iptables-restore <<'EOF'
> *filter
> -A INPUT -s 9.9.9.9 -j NOSUCH
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): Chain 'NOSUCH' does not exist
Error occurred at line: 3
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> -A INPUT -p tcp --dport nosuch -j ACCEPT
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): invalid port/service `nosuch' specified
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> -A NOSUCH -j ACCEPT
> COMMIT
> EOF
iptables-restore: line 2 failed: No chain/target/match by that name.
[1]
$ iptables-restore <<'EOF'
> *filter
> -A INPUT -j ACCEPT
> EOF
iptables-restore: COMMIT expected at line 3
[1]
$ iptables-restore <<'EOF'
> -A INPUT -j ACCEPT
> COMMIT
> EOF
iptables-restore: line 1 failed
[1]
$ iptables-restore <<'EOF'
> *nosuch
> -A INPUT -j ACCEPT
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): iptables-restore: line 1 table name 'nosuch' invalid
Error occurred at line: 1
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> :INPUT ACCEPT
> COMMIT
> EOF
$ iptables-restore <<'EOF'
> *filter
> :INPUT
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): iptables-restore: line 2 policy invalid
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> :
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): iptables-restore: line 2 chain name invalid
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> :INPUT FOO [0:0]
> COMMIT
> EOF
iptables-restore: line 2 failed: Bad policy name.
[1]
$ iptables-restore <<'EOF'
> *filter
> :NEWX ACCEPT [0:0]
> COMMIT
> EOF
$ iptables-restore <<'EOF'
> *filter
> :INPUT ACCEPT [x:0]
> COMMIT
> EOF
$ iptables-restore <<'EOF'
> *filter
> foo bar
> COMMIT
> EOF
Bad argument `foo'
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> iptables -A INPUT -j ACCEPT
> COMMIT
> EOF
Bad argument `iptables'
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> # comment
> 
> *filter
> # another
> -A INPUT -m comment --comment "a b" -j ACCEPT
> -A INPUT -m comment --comment "a \"b\"" -j ACCEPT
> -A INPUT  -s 1.1.1.1   -j	ACCEPT
> COMMIT
> # end
> EOF
$ iptables-restore -v <<'EOF'
> # comment
> *filter
> :INPUT ACCEPT [0:0]
> :FOO - [0:0]
> -A INPUT -j ACCEPT
> -A FOO -j ACCEPT
> COMMIT
> # end
> EOF
\# comment
Flushing chain `INPUT'
Flushing chain `FORWARD'
Flushing chain `OUTPUT'
ACCEPT  all opt -- in * out *  0.0.0.0/0  -> 0.0.0.0/0  
ACCEPT  all opt -- in * out *  0.0.0.0/0  -> 0.0.0.0/0  
\# end
$ iptables-restore <<'EOF'
> *filter
> -A INPUT -j ACCEPT
> COMMIT
> *nat
> -A POSTROUTING -s 10.0.0.0/8 -j MASQUERADE
> COMMIT
> EOF
$ iptables-restore <<'EOF'
> *filter
> -A INPUT -j LOG
> COMMIT
> *nat
> -A PREROUTING -j MASQUERADE
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): 
line 5: RULE_APPEND failed (Invalid argument): rule in chain PREROUTING
[4]
$ iptables-restore -T nat <<'EOF'
> *filter
> -A INPUT -s 5.5.5.5 -j LOG
> COMMIT
> *nat
> -A POSTROUTING -s 5.5.5.5 -j MASQUERADE
> COMMIT
> EOF
$ iptables-restore <<'EOF'
> *nat
> *filter
> COMMIT
> EOF
Bad argument `*filter'
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> COMMIT
> COMMIT
> EOF
iptables-restore: line 3 failed
[1]
$ iptables-restore <<'EOF'
> *filter
> -t nat -A POSTROUTING -j MASQUERADE
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): The -t option cannot be used in iptables-restore.

Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> -4 -A INPUT -s 4.4.4.4 -j ACCEPT
> -6 -A INPUT -s 6.6.6.6 -j ACCEPT
> -w -A INPUT -j ACCEPT
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): You cannot use `-w' from iptables-restore
Error occurred at line: 4
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> -A INPUT -s 1.1.1.1 -s 2.2.2.2
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): multiple -s flags not allowed
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> -A INPUT --foo
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): unknown option "--foo"
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> -A INPUT foo
> COMMIT
> EOF
Bad argument `foo'
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> -A INPUT -m nosuch
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): Couldn't load match `nosuch':No such file or directory

Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> [1:2 -A INPUT
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): Bad line 2: need ]
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> [12] -A INPUT
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): Bad line 2: need ]
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
> *filter
> -L
> -S
> COMMIT
> EOF
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
$ iptables-restore <<'EOF'
> *filter
> -D INPUT 99
> COMMIT
> EOF
iptables-restore: line 2 failed: No chain/target/match by that name.
[1]
$ iptables-restore -n <<'EOF'
> *filter
> -D INPUT -s 77.7.7.7
> COMMIT
> EOF
iptables-restore: line 2 failed: Bad rule (does a matching rule exist in that chain?).
[1]
$ iptables-restore -n <<'EOF'
> *filter
> -N INPUT
> COMMIT
> EOF
iptables-restore: line 2 failed: Chain already exists.
[1]
$ iptables-restore <<'EOF'
> *filter
> :A1 - [0:0]
> :A1 - [0:0]
> -A A1 -j A1
> -A INPUT -j A1
> COMMIT
> EOF
iptables-restore v1.8.9 (nf_tables): 
line 5: RULE_APPEND failed (Too many links): rule in chain INPUT
[4]
$ iptables-restore <<'EOF'
> *filter
> COMMIT 
> EOF
Bad argument `COMMIT'
Error occurred at line: 2
Try `iptables-restore -h' or 'iptables-restore --help' for more information.
[2]
$ iptables-restore <<'EOF'
>  *filter
> COMMIT
> EOF
iptables-restore: line 1 failed
[1]
$ iptables-restore nosuchfile
Can't open nosuchfile: No such file or directory
[1]
$ iptables-restore -x </dev/null
iptables-restore: invalid option -- 'x'
Try `iptables-restore -h' for more information.
[1]
$ iptables-restore -h
Usage: iptables-restore [-c] [-v] [-V] [-t] [-h] [-n] [-T table] [-M command] [-4] [-6] [file]
	   [ --counters ]
	   [ --verbose ]
	   [ --version]
	   [ --test ]
	   [ --help ]
	   [ --noflush ]
	   [ --table=<TABLE> ]
	   [ --modprobe=<command> ]
	   [ --ipv4 ]
	   [ --ipv6 ]
$ iptables-restore -V
iptables-restore v1.8.9 (nf_tables)
$ iptables-restore a b
Unknown arguments found on commandline
[1]
$ iptables-restore --foo
iptables-restore: unrecognized option '--foo'
Try `iptables-restore -h' for more information.
[1]
$ iptables-restore </dev/null
$ printf '*filter\n-A INPUT -j ACCEPT\nCOMMIT' > f; R f
bash: R: command not found
[127]
$ printf '*filter\n-A INPUT -s 1.2.3.4\nCOMMIT\n' > f; R f
bash: R: command not found
[127]
$ iptables-restore -w 5 f; R -W 5 f; R --noflush f; R --test f; R --counters f; R -M x f
bash: R: command not found
bash: R: command not found
bash: R: command not found
bash: R: command not found
bash: R: command not found
[127]
$ iptables-restore --verbose f
Flushing chain `INPUT'
Flushing chain `FORWARD'
Flushing chain `OUTPUT'
  all opt -- in * out *  1.2.3.4  -> 0.0.0.0/0  
$ iptables-restore --table filter f; R --table nat f
bash: R: command not found
[127]
$ iptables-save -h
iptables-save: invalid option -- 'h'
Look at manual page `iptables-save.8' for more information.
[1]
$ iptables-save -V
iptables-save v1.8.9 (nf_tables)
$ iptables-save --version
iptables-save v1.8.9 (nf_tables)
$ iptables-save -d
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:42 2026
*filter
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -s 1.2.3.4/32
COMMIT
\# Completed on Wed Nov 25 23:01:42 2026
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:42 2026
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A POSTROUTING -s 5.5.5.5/32 -j MASQUERADE
COMMIT
\# Completed on Wed Nov 25 23:01:42 2026
$ iptables-save -f out; cat out | grep -v '^#'
*filter
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -s 1.2.3.4/32
COMMIT
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A POSTROUTING -s 5.5.5.5/32 -j MASQUERADE
COMMIT
$ iptables-save -f /nosuch/x
Failed to open file, error: No such file or directory
[1]
$ iptables-save -M x -t filter
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:42 2026
*filter
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -s 1.2.3.4/32
COMMIT
\# Completed on Wed Nov 25 23:01:42 2026
$ iptables-save -t
iptables-save: option requires an argument -- 't'
Look at manual page `iptables-save.8' for more information.
[1]
$ iptables-save -4
iptables-save: invalid option -- '4'
Look at manual page `iptables-save.8' for more information.
[1]
$ iptables-save -6
iptables-save: invalid option -- '6'
Look at manual page `iptables-save.8' for more information.
[1]
$ ip6tables-save -t nat
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:42 2026
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
COMMIT
\# Completed on Wed Nov 25 23:01:42 2026
$ ip6tables-restore f
ip6tables-restore v1.8.9 (nf_tables): host/network `1.2.3.4' not found
Error occurred at line: 2
Try `ip6tables-restore -h' or 'ip6tables-restore --help' for more information.
[2]
$ ip6tables-save
$ iptables-translate -A INPUT -p tcp --dport 22 -j ACCEPT
nft 'add rule ip filter INPUT tcp dport 22 counter accept'
$ iptables-translate -A INPUT -s 10.0.0.0/8 -m conntrack --ctstate NEW,RELATED -j DROP
nft 'add rule ip filter INPUT ip saddr 10.0.0.0/8 ct state new,related counter drop'
$ iptables-translate -t nat -A POSTROUTING -o eth0 -j MASQUERADE
nft 'add rule ip nat POSTROUTING oifname "eth0" counter masquerade'
$ iptables-translate -N FOO
nft add chain ip filter FOO
$ iptables-translate -P INPUT DROP
Translation not implemented
nft 
[1]
$ iptables-translate -F
nft flush table ip filter
$ iptables-translate -I INPUT -j FOO
nft 'insert rule ip filter INPUT counter jump FOO'
$ iptables-translate -D INPUT 1
Translation not implemented
nft 
[1]
$ iptables-translate -L
nft list table ip filter

# owner, hashlimit, connlimit, recent, rpfilter, string and time.
#! world: bare
$ iptables -A OUTPUT -m owner --uid-owner 0
$ iptables -A OUTPUT -m owner --uid-owner root
$ iptables -A OUTPUT -m owner ! --uid-owner root
$ iptables -A OUTPUT -m owner --uid-owner 0-1000
$ iptables -A OUTPUT -m owner --uid-owner 1000-0
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain OUTPUT
[4]
$ iptables -A OUTPUT -m owner --uid-owner nosuch
iptables v1.8.9 (nf_tables): owner: Bad value for "--uid-owner" option: "nosuch"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -m owner --uid-owner nobody
$ iptables -A OUTPUT -m owner --uid-owner 33
$ iptables -A OUTPUT -m owner --uid-owner 1-
iptables v1.8.9 (nf_tables): owner: Bad value for "--uid-owner" option: "1-"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -m owner --uid-owner 99999999999
iptables v1.8.9 (nf_tables): owner: Bad value for "--uid-owner" option: "99999999999"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -m owner --uid-owner ""
iptables v1.8.9 (nf_tables): owner: Bad value for "--uid-owner" option: ""
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -m owner --gid-owner root
$ iptables -A OUTPUT -m owner --gid-owner 0-5
$ iptables -A OUTPUT -m owner ! --gid-owner 33
$ iptables -A OUTPUT -m owner --gid-owner nosuch
iptables v1.8.9 (nf_tables): owner: Bad value for "--gid-owner" option: "nosuch"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -m owner --socket-exists
$ iptables -A OUTPUT -m owner ! --socket-exists
$ iptables -A OUTPUT -m owner --uid-owner 0 --gid-owner 0 --socket-exists
$ iptables -A OUTPUT -m owner --uid-owner 0 --uid-owner 1
iptables v1.8.9 (nf_tables): owner: option "--uid-owner" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -m owner --pid-owner 3
iptables v1.8.9 (nf_tables): unknown option "--pid-owner"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -m owner
iptables v1.8.9 (nf_tables): owner: At least one of --uid-owner, --gid-owner or --socket-exists is required
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -m owner --uid-owner 0
$ iptables -A FORWARD -m owner --uid-owner 0
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain FORWARD
[4]
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name a
$ iptables -A INPUT -m hashlimit --hashlimit 5/sec --hashlimit-name a1
$ iptables -A INPUT -m hashlimit --hashlimit-above 5/min --hashlimit-name b
$ iptables -A INPUT -m hashlimit ! --hashlimit-upto 5/sec --hashlimit-name c
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec
iptables v1.8.9 (nf_tables): hashlimit: option "--hashlimit-name" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m hashlimit --hashlimit-name d
iptables v1.8.9 (nf_tables): You have to specify --hashlimit
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m hashlimit
iptables v1.8.9 (nf_tables): You have to specify --hashlimit
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 10 --hashlimit-name e --hashlimit-mode srcip,dstport
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/hour --hashlimit-name f --hashlimit-mode dstip,srcip,dstport,srcport
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/day --hashlimit-name g --hashlimit-mode foo
iptables v1.8.9 (nf_tables): hashlimit: Bad value for "--hashlimit-mode" option: "foo"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name h --hashlimit-srcmask 24 --hashlimit-mode srcip
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name i --hashlimit-srcmask 24 --hashlimit-dstmask 16 --hashlimit-mode srcip,dstip
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name j --hashlimit-srcmask 33
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name k --hashlimit-htable-size 100 --hashlimit-htable-max 200 --hashlimit-htable-expire 3000 --hashlimit-htable-gcinterval 4000
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name l --hashlimit-htable-expire 10000
$ iptables -A INPUT -m hashlimit --hashlimit-upto 100/sec --hashlimit-burst 5 --hashlimit-name m
$ iptables -A INPUT -m hashlimit --hashlimit-upto 1000001/sec --hashlimit-name n
iptables v1.8.9 (nf_tables): Rate too fast "1000001/sec"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m hashlimit --hashlimit-upto x --hashlimit-name o
iptables v1.8.9 (nf_tables): hashlimit: Bad value for "--hashlimit-upto" option: "x"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-above 6/sec --hashlimit-name p
iptables v1.8.9 (nf_tables): hashlimit: option "--hashlimit-upto" cannot be used together with "--hashlimit-above".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 0 --hashlimit-name q
iptables v1.8.9 (nf_tables): bad value for option "--hashlimit-burst", or out of range (1-1000000).
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m hashlimit --hashlimit-upto 60/min --hashlimit-name s
$ iptables -A INPUT -m hashlimit --hashlimit-upto 7/min --hashlimit-name s2
$ iptables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name abcdefghijklmnopqrst
$ ip6tables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name u --hashlimit-mode srcip
$ ip6tables -A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-name v --hashlimit-mode srcip --hashlimit-srcmask 64
$ iptables -A INPUT -m connlimit --connlimit-above 3
$ iptables -A INPUT -m connlimit --connlimit-upto 3
$ iptables -A INPUT -m connlimit --connlimit-above 0
$ iptables -A INPUT -m connlimit --connlimit-above x
iptables v1.8.9 (nf_tables): connlimit: bad value for option "--connlimit-above", or out of range (0-4294967295).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m connlimit ! --connlimit-above 3
$ iptables -A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 24
$ iptables -A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 33
$ iptables -A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 0
$ iptables -A INPUT -m connlimit --connlimit-above 3 --connlimit-saddr
$ iptables -A INPUT -m connlimit --connlimit-above 3 --connlimit-daddr
$ iptables -A INPUT -m connlimit --connlimit-above 3 --connlimit-saddr --connlimit-daddr
iptables v1.8.9 (nf_tables): connlimit: option "--connlimit-saddr" cannot be used together with "--connlimit-daddr".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m connlimit --connlimit-above 3 --connlimit-upto 3
iptables v1.8.9 (nf_tables): connlimit: option "--connlimit-upto" cannot be used together with "--connlimit-above".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m connlimit
iptables v1.8.9 (nf_tables): You must specify "--connlimit-above" or "--connlimit-upto".
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -m connlimit --connlimit-above 3
$ ip6tables -A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 64
$ iptables -A INPUT -m recent --set
$ iptables -A INPUT -m recent --set --name foo
$ iptables -A INPUT -m recent --rcheck
$ iptables -A INPUT -m recent --update --seconds 60
$ iptables -A INPUT -m recent --update --seconds 60 --hitcount 4
$ iptables -A INPUT -m recent --update --hitcount 4 --name foo --rttl
$ iptables -A INPUT -m recent --remove --name foo
$ iptables -A INPUT -m recent ! --rcheck --name foo
$ iptables -A INPUT -m recent ! --set
$ iptables -A INPUT -m recent --rcheck --rsource
$ iptables -A INPUT -m recent --rcheck --rdest
$ iptables -A INPUT -m recent --rcheck --mask 255.255.255.0
$ iptables -A INPUT -m recent --rcheck --seconds 60 --reap
$ iptables -A INPUT -m recent --rcheck --reap
iptables v1.8.9 (nf_tables): recent: option "--reap" also requires "--seconds".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m recent --set --rcheck
iptables v1.8.9 (nf_tables): recent: option "--set" cannot be used together with "--rcheck".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m recent --set --seconds 5
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -m recent --set --hitcount 5
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -m recent --set --rttl
iptables v1.8.9 (nf_tables): recent: option "--rttl" cannot be used together with "--set".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m recent --seconds 5
iptables v1.8.9 (nf_tables): recent: you must specify one of `--set', `--rcheck' `--update' or `--remove'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m recent
iptables v1.8.9 (nf_tables): recent: you must specify one of `--set', `--rcheck' `--update' or `--remove'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m recent --rcheck --seconds 0
iptables v1.8.9 (nf_tables): recent: bad value for option "--seconds", or out of range (1-4294967295).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m recent --rcheck --seconds x
iptables v1.8.9 (nf_tables): recent: bad value for option "--seconds", or out of range (1-4294967295).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m recent --rcheck --hitcount 21
$ iptables -A INPUT -m recent --rcheck --hitcount 300
$ iptables -A INPUT -m recent --rcheck --hitcount 0
$ iptables -A INPUT -m recent --rcheck --rsource --rdest
$ iptables -A INPUT -m recent --rcheck --name ""
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -m recent --rcheck --name a/b
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ ip6tables -A INPUT -m recent --set
$ iptables -t raw -A PREROUTING -m rpfilter
$ iptables -t raw -A PREROUTING -m rpfilter --loose
$ iptables -t raw -A PREROUTING -m rpfilter --validmark
$ iptables -t raw -A PREROUTING -m rpfilter --accept-local
$ iptables -t raw -A PREROUTING -m rpfilter --invert
$ iptables -t raw -A PREROUTING -m rpfilter --invert --loose --validmark --accept-local
$ iptables -t raw -A PREROUTING -m rpfilter ! --loose
iptables v1.8.9 (nf_tables): rpfilter: option "--loose" cannot be inverted.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -m rpfilter
$ iptables -A INPUT -m rpfilter
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -m string --string foo --algo bm
$ iptables -A INPUT -m string --string "foo bar" --algo kmp
$ iptables -A INPUT -m string ! --string foo --algo bm
$ iptables -A INPUT -m string --string foo
iptables v1.8.9 (nf_tables): string: option "--algo" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m string --algo bm
iptables v1.8.9 (nf_tables): STRING match: You must specify `--string' or `--hex-string'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m string --hex-string '|0d 0a|' --algo bm
$ iptables -A INPUT -m string --hex-string 'GET |20|/' --algo bm
$ iptables -A INPUT -m string --hex-string 'foo' --algo bm
$ iptables -A INPUT -m string --hex-string '|zz|' --algo bm
iptables v1.8.9 (nf_tables): Invalid hex char 'z'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m string --hex-string '|0d' --algo bm
iptables v1.8.9 (nf_tables): Invalid hex block
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m string --hex-string '|d|' --algo bm
iptables v1.8.9 (nf_tables): Invalid hex block
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m string --string foo --algo bm --icase
$ iptables -A INPUT -m string --string foo --algo bm --from 10 --to 100
$ iptables -A INPUT -m string --string foo --algo bm --to 100
$ iptables -A INPUT -m string --string foo --algo bm --from 100
$ iptables -A INPUT -m string --string foo --algo bm --from x
iptables v1.8.9 (nf_tables): string: bad value for option "--from", or out of range (0-65535).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m string --string foo --hex-string bar --algo bm
iptables v1.8.9 (nf_tables): string: option "--string" cannot be used together with "--hex-string".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m string --string "" --algo bm
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -m string --string 'a"b' --algo bm
$ iptables -A INPUT -m string --string 'a\b' --algo bm
$ iptables -A INPUT -m string --string 'ü' --algo bm
$ iptables -A INPUT -m string --string foo --algo bm --from 70000
iptables v1.8.9 (nf_tables): string: bad value for option "--from", or out of range (0-65535).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m time --timestart 09:00
$ iptables -A INPUT -m time --timestop 18:00
$ iptables -A INPUT -m time --timestart 9:00 --timestop 18:30:15
$ iptables -A INPUT -m time --timestart 25:00
iptables v1.8.9 (nf_tables): invalid time "25:00" specified, should be hh:mm[:ss] format and within the boundaries
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m time --timestart 9
iptables v1.8.9 (nf_tables): invalid time "9" specified, should be hh:mm[:ss] format and within the boundaries
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m time --timestart x
iptables v1.8.9 (nf_tables): invalid time "x" specified, should be hh:mm[:ss] format and within the boundaries
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m time --timestart 18:00 --timestop 09:00
$ iptables -A INPUT -m time --timestart 18:00 --timestop 09:00 --contiguous
$ iptables -A INPUT -m time --weekdays Mon,Tue
$ iptables -A INPUT -m time --weekdays Mon,Tue,Wed,Thu,Fri
$ iptables -A INPUT -m time --weekdays 1,2
$ iptables -A INPUT -m time ! --weekdays Sat,Sun
$ iptables -A INPUT -m time --weekdays Mo
$ iptables -A INPUT -m time --weekdays Foo
iptables v1.8.9 (nf_tables): Foo is not a valid day specifier
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m time --weekdays 8
$ iptables -A INPUT -m time --monthdays 1,15
$ iptables -A INPUT -m time --monthdays 32
iptables v1.8.9 (nf_tables): 32 is not a valid day for --monthdays
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m time ! --monthdays 1
$ iptables -A INPUT -m time --datestart 2024-01-01
$ iptables -A INPUT -m time --datestop 2024-12-31T23:59:59
$ iptables -A INPUT -m time --datestart 2024-01-01T10:00 --datestop 2024-12-31
$ iptables -A INPUT -m time --datestart foo
iptables v1.8.9 (nf_tables): Invalid date "foo" specified. Should be YYYY[-MM[-DD[Thh[:mm[:ss]]]]]
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m time --datestart 2024
$ iptables -A INPUT -m time --datestart 2024-02
$ iptables -A INPUT -m time --kerneltz
$ iptables -A INPUT -m time --timestart 09:00 --kerneltz
$ iptables -A INPUT -m time --utc
$ iptables -A INPUT -m time --localtz
WARNING: --localtz is being replaced by --kerneltz, since "local" is ambiguous. Note the kernel timezone has caveats - see manpage for details.
$ iptables -A INPUT -m time --contiguous
iptables v1.8.9 (nf_tables): time: --contiguous only makes sense when stoptime is smaller than starttime
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m time --datestop 2024-01-01 --datestart 2025-01-01
$ iptables -A INPUT -m time
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 5 --hashlimit-name a
-A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 5 --hashlimit-name a1
-A INPUT -m hashlimit --hashlimit-above 5/min --hashlimit-burst 5 --hashlimit-name b
-A INPUT -m hashlimit --hashlimit-above 5/sec --hashlimit-burst 5 --hashlimit-name c
-A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 10 --hashlimit-mode srcip,dstport --hashlimit-name e
-A INPUT -m hashlimit --hashlimit-upto 5/hour --hashlimit-burst 5 --hashlimit-mode srcip,srcport,dstip,dstport --hashlimit-name f
-A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 5 --hashlimit-mode srcip --hashlimit-name h --hashlimit-srcmask 24
-A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 5 --hashlimit-mode srcip,dstip --hashlimit-name i --hashlimit-srcmask 24 --hashlimit-dstmask 16
-A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 5 --hashlimit-name k --hashlimit-htable-size 100 --hashlimit-htable-max 200 --hashlimit-htable-gcinterval 4000 --hashlimit-htable-expire 3000
-A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 5 --hashlimit-name l --hashlimit-htable-expire 10000
-A INPUT -m hashlimit --hashlimit-upto 100/sec --hashlimit-burst 5 --hashlimit-name m
-A INPUT -m hashlimit --hashlimit-upto 1/sec --hashlimit-burst 5 --hashlimit-name s --hashlimit-htable-expire 60000
-A INPUT -m hashlimit --hashlimit-upto 7/min --hashlimit-burst 5 --hashlimit-name s2
-A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 5 --hashlimit-name abcdefghijklmnopqrst
-A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 32 --connlimit-saddr
-A INPUT -m connlimit --connlimit-upto 3 --connlimit-mask 32 --connlimit-saddr
-A INPUT -m connlimit --connlimit-above 0 --connlimit-mask 32 --connlimit-saddr
-A INPUT -m connlimit --connlimit-upto 3 --connlimit-mask 32 --connlimit-saddr
-A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 24 --connlimit-saddr
-A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 32 --connlimit-saddr
-A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 0 --connlimit-saddr
-A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 32 --connlimit-saddr
-A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 32 --connlimit-daddr
-A INPUT -m recent --set --name DEFAULT --mask 255.255.255.255 --rsource
-A INPUT -m recent --set --name foo --mask 255.255.255.255 --rsource
-A INPUT -m recent --rcheck --name DEFAULT --mask 255.255.255.255 --rsource
-A INPUT -m recent --update --seconds 60 --name DEFAULT --mask 255.255.255.255 --rsource
-A INPUT -m recent --update --seconds 60 --hitcount 4 --name DEFAULT --mask 255.255.255.255 --rsource
-A INPUT -m recent --update --hitcount 4 --rttl --name foo --mask 255.255.255.255 --rsource
-A INPUT -m recent --remove --name foo --mask 255.255.255.255 --rsource
-A INPUT -m recent ! --rcheck --name foo --mask 255.255.255.255 --rsource
-A INPUT -m recent ! --set --name DEFAULT --mask 255.255.255.255 --rsource
-A INPUT -m recent --rcheck --name DEFAULT --mask 255.255.255.255 --rsource
-A INPUT -m recent --rcheck --name DEFAULT --mask 255.255.255.255 --rdest
-A INPUT -m recent --rcheck --name DEFAULT --mask 255.255.255.0 --rsource
-A INPUT -m recent --rcheck --seconds 60 --reap --name DEFAULT --mask 255.255.255.255 --rsource
-A INPUT -m recent --rcheck --hitcount 21 --name DEFAULT --mask 255.255.255.255 --rsource
-A INPUT -m recent --rcheck --hitcount 300 --name DEFAULT --mask 255.255.255.255 --rsource
-A INPUT -m recent --rcheck --name DEFAULT --mask 255.255.255.255 --rsource
-A INPUT -m recent --rcheck --name DEFAULT --mask 255.255.255.255 --rdest
-A INPUT -m string --string "foo" --algo bm
-A INPUT -m string --string "foo bar" --algo kmp
-A INPUT -m string ! --string "foo" --algo bm
-A INPUT -m string --hex-string "|0d0a|" --algo bm
-A INPUT -m string --string "GET  /" --algo bm
-A INPUT -m string --string "foo" --algo bm
-A INPUT -m string --string "foo" --algo bm --icase
-A INPUT -m string --string "foo" --algo bm --from 10 --to 100
-A INPUT -m string --string "foo" --algo bm --to 100
-A INPUT -m string --string "foo" --algo bm --from 100
-A INPUT -m string --string "a\"b" --algo bm
-A INPUT -m string --string "a\\b" --algo bm
-A INPUT -m string --hex-string "|c3bc|" --algo bm
-A INPUT -m time --timestart 09:00:00 --timestop 23:59:59 --datestop 2038-01-19T03:14:07
-A INPUT -m time --timestart 00:00:00 --timestop 18:00:00 --datestop 2038-01-19T03:14:07
-A INPUT -m time --timestart 09:00:00 --timestop 18:30:15 --datestop 2038-01-19T03:14:07
-A INPUT -m time --timestart 18:00:00 --timestop 09:00:00 --datestop 2038-01-19T03:14:07
-A INPUT -m time --timestart 18:00:00 --timestop 09:00:00 --datestop 2038-01-19T03:14:07 --contiguous
-A INPUT -m time --weekdays Mon,Tue --datestop 2038-01-19T03:14:07
-A INPUT -m time --weekdays Mon,Tue,Wed,Thu,Fri --datestop 2038-01-19T03:14:07
-A INPUT -m time --weekdays Mon,Tue --datestop 2038-01-19T03:14:07
-A INPUT -m time --weekdays Mon,Tue,Wed,Thu,Fri --datestop 2038-01-19T03:14:07
-A INPUT -m time --weekdays Mon --datestop 2038-01-19T03:14:07
-A INPUT -m time --weekdays  --datestop 2038-01-19T03:14:07
-A INPUT -m time --monthdays 1,15 --datestop 2038-01-19T03:14:07
-A INPUT -m time --monthdays 2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31 --datestop 2038-01-19T03:14:07
-A INPUT -m time --datestart 2024-01-01T00:00:00 --datestop 2038-01-19T03:14:07
-A INPUT -m time --datestop 2024-12-31T23:59:59
-A INPUT -m time --datestart 2024-01-01T10:00:00 --datestop 2024-12-31T00:00:00
-A INPUT -m time --datestart 2024-01-01T00:00:00 --datestop 2038-01-19T03:14:07
-A INPUT -m time --datestart 2024-02-01T00:00:00 --datestop 2038-01-19T03:14:07
-A INPUT -m time --datestop 2038-01-19T03:14:07 --kerneltz
-A INPUT -m time --timestart 09:00:00 --timestop 23:59:59 --datestop 2038-01-19T03:14:07 --kerneltz
-A INPUT -m time --datestop 2038-01-19T03:14:07
-A INPUT -m time --datestop 2038-01-19T03:14:07 --kerneltz
-A INPUT -m time --datestart 2025-01-01T00:00:00 --datestop 2024-01-01T00:00:00
-A INPUT -m time --datestop 2038-01-19T03:14:07
-A OUTPUT -m owner --uid-owner 0
-A OUTPUT -m owner --uid-owner 0
-A OUTPUT -m owner ! --uid-owner 0
-A OUTPUT -m owner --uid-owner 0-1000
-A OUTPUT -m owner --uid-owner 65534
-A OUTPUT -m owner --uid-owner 33
-A OUTPUT -m owner --gid-owner 0
-A OUTPUT -m owner --gid-owner 0-5
-A OUTPUT -m owner ! --gid-owner 33
-A OUTPUT -m owner --socket-exists
-A OUTPUT -m owner ! --socket-exists
-A OUTPUT -m owner --socket-exists --uid-owner 0 --gid-owner 0
$ iptables -nL
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 5/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 5/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: above 5/min burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: above 5/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 5/sec burst 10 mode srcip-dstport
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 5/hour burst 5 mode srcip-srcport-dstip-dstport
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 5/sec burst 5 mode srcip srcmask 24
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 5/sec burst 5 mode srcip-dstip srcmask 24 dstmask 16
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 5/sec burst 5 htable-size 100 htable-max 200 htable-gcinterval 4000 htable-expire 3000
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 5/sec burst 5 htable-expire 10000
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 100/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 1/sec burst 5 htable-expire 60000
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 7/min burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: up to 5/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            #conn src/32 > 3
           0    --  0.0.0.0/0            0.0.0.0/0            #conn src/32 <= 3
           0    --  0.0.0.0/0            0.0.0.0/0            #conn src/32 > 0
           0    --  0.0.0.0/0            0.0.0.0/0            #conn src/32 <= 3
           0    --  0.0.0.0/0            0.0.0.0/0            #conn src/24 > 3
           0    --  0.0.0.0/0            0.0.0.0/0            #conn src/32 > 3
           0    --  0.0.0.0/0            0.0.0.0/0            #conn src/0 > 3
           0    --  0.0.0.0/0            0.0.0.0/0            #conn src/32 > 3
           0    --  0.0.0.0/0            0.0.0.0/0            #conn dst/32 > 3
           0    --  0.0.0.0/0            0.0.0.0/0            recent: SET name: DEFAULT side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: SET name: foo side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: CHECK name: DEFAULT side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: UPDATE seconds: 60 name: DEFAULT side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: UPDATE seconds: 60 hit_count: 4 name: DEFAULT side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: UPDATE hit_count: 4 TTL-Match name: foo side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: REMOVE name: foo side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            ! recent: CHECK name: foo side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            ! recent: SET name: DEFAULT side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: CHECK name: DEFAULT side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: CHECK name: DEFAULT side: dest mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: CHECK name: DEFAULT side: source mask: 255.255.255.0
           0    --  0.0.0.0/0            0.0.0.0/0            recent: CHECK seconds: 60 reap name: DEFAULT side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: CHECK hit_count: 21 name: DEFAULT side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: CHECK hit_count: 300 name: DEFAULT side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: CHECK name: DEFAULT side: source mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            recent: CHECK name: DEFAULT side: dest mask: 255.255.255.255
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "foo" ALGO name bm
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "foo bar" ALGO name kmp
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match ! "foo" ALGO name bm
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "|0d0a|" ALGO name bm
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "GET  /" ALGO name bm
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "foo" ALGO name bm
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "foo" ALGO name bm ICASE
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "foo" ALGO name bm FROM 10 TO 100
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "foo" ALGO name bm TO 100
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "foo" ALGO name bm FROM 100
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "a\"b" ALGO name bm
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "a\\b" ALGO name bm
           0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "|c3bc|" ALGO name bm
           0    --  0.0.0.0/0            0.0.0.0/0            TIME from 09:00:00 to 23:59:59 UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME from 00:00:00 to 18:00:00 UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME from 09:00:00 to 18:30:15 UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME from 18:00:00 to 09:00:00 UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME from 18:00:00 to 09:00:00 UTC contiguous
           0    --  0.0.0.0/0            0.0.0.0/0            TIME on Mon,Tue UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME on Mon,Tue,Wed,Thu,Fri UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME on Mon,Tue UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME on Mon,Tue,Wed,Thu,Fri UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME on Mon UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME on  UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME on 1st,15th UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME on 2nd,3rd,4th,5th,6th,7th,8th,9th,10th,11st,12nd,13rd,14th,15th,16th,17th,18th,19th,20th,21st,22nd,23rd,24th,25th,26th,27th,28th,29th,30th,31st UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME starting from 2024-01-01 00:00:00 UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME until date 2024-12-31 23:59:59 UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME starting from 2024-01-01 10:00:00 until date 2024-12-31 00:00:00 UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME starting from 2024-01-01 00:00:00 UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME starting from 2024-02-01 00:00:00 UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME
           0    --  0.0.0.0/0            0.0.0.0/0            TIME from 09:00:00 to 23:59:59
           0    --  0.0.0.0/0            0.0.0.0/0            TIME UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME
           0    --  0.0.0.0/0            0.0.0.0/0            TIME starting from 2025-01-01 00:00:00 until date 2024-01-01 00:00:00 UTC
           0    --  0.0.0.0/0            0.0.0.0/0            TIME UTC

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
           0    --  0.0.0.0/0            0.0.0.0/0            owner UID match 0
           0    --  0.0.0.0/0            0.0.0.0/0            owner UID match 0
           0    --  0.0.0.0/0            0.0.0.0/0            ! owner UID match 0
           0    --  0.0.0.0/0            0.0.0.0/0            owner UID match 0-1000
           0    --  0.0.0.0/0            0.0.0.0/0            owner UID match 65534
           0    --  0.0.0.0/0            0.0.0.0/0            owner UID match 33
           0    --  0.0.0.0/0            0.0.0.0/0            owner GID match 0
           0    --  0.0.0.0/0            0.0.0.0/0            owner GID match 0-5
           0    --  0.0.0.0/0            0.0.0.0/0            ! owner GID match 33
           0    --  0.0.0.0/0            0.0.0.0/0            owner socket exists
           0    --  0.0.0.0/0            0.0.0.0/0            ! owner socket exists
           0    --  0.0.0.0/0            0.0.0.0/0            owner socket exists owner UID match 0 owner GID match 0
$ iptables -L
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           all  --  anywhere             anywhere             limit: up to 5/sec burst 5
           all  --  anywhere             anywhere             limit: up to 5/sec burst 5
           all  --  anywhere             anywhere             limit: above 5/min burst 5
           all  --  anywhere             anywhere             limit: above 5/sec burst 5
           all  --  anywhere             anywhere             limit: up to 5/sec burst 10 mode srcip-dstport
           all  --  anywhere             anywhere             limit: up to 5/hour burst 5 mode srcip-srcport-dstip-dstport
           all  --  anywhere             anywhere             limit: up to 5/sec burst 5 mode srcip srcmask 24
           all  --  anywhere             anywhere             limit: up to 5/sec burst 5 mode srcip-dstip srcmask 24 dstmask 16
           all  --  anywhere             anywhere             limit: up to 5/sec burst 5 htable-size 100 htable-max 200 htable-gcinterval 4000 htable-expire 3000
           all  --  anywhere             anywhere             limit: up to 5/sec burst 5 htable-expire 10000
           all  --  anywhere             anywhere             limit: up to 100/sec burst 5
           all  --  anywhere             anywhere             limit: up to 1/sec burst 5 htable-expire 60000
           all  --  anywhere             anywhere             limit: up to 7/min burst 5
           all  --  anywhere             anywhere             limit: up to 5/sec burst 5
           all  --  anywhere             anywhere             #conn src/32 > 3
           all  --  anywhere             anywhere             #conn src/32 <= 3
           all  --  anywhere             anywhere             #conn src/32 > 0
           all  --  anywhere             anywhere             #conn src/32 <= 3
           all  --  anywhere             anywhere             #conn src/24 > 3
           all  --  anywhere             anywhere             #conn src/32 > 3
           all  --  anywhere             anywhere             #conn src/0 > 3
           all  --  anywhere             anywhere             #conn src/32 > 3
           all  --  anywhere             anywhere             #conn dst/32 > 3
           all  --  anywhere             anywhere             recent: SET name: DEFAULT side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: SET name: foo side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: CHECK name: DEFAULT side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: UPDATE seconds: 60 name: DEFAULT side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: UPDATE seconds: 60 hit_count: 4 name: DEFAULT side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: UPDATE hit_count: 4 TTL-Match name: foo side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: REMOVE name: foo side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             ! recent: CHECK name: foo side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             ! recent: SET name: DEFAULT side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: CHECK name: DEFAULT side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: CHECK name: DEFAULT side: dest mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: CHECK name: DEFAULT side: source mask: 255.255.255.0
           all  --  anywhere             anywhere             recent: CHECK seconds: 60 reap name: DEFAULT side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: CHECK hit_count: 21 name: DEFAULT side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: CHECK hit_count: 300 name: DEFAULT side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: CHECK name: DEFAULT side: source mask: 255.255.255.255
           all  --  anywhere             anywhere             recent: CHECK name: DEFAULT side: dest mask: 255.255.255.255
           all  --  anywhere             anywhere             STRING match  "foo" ALGO name bm
           all  --  anywhere             anywhere             STRING match  "foo bar" ALGO name kmp
           all  --  anywhere             anywhere             STRING match ! "foo" ALGO name bm
           all  --  anywhere             anywhere             STRING match  "|0d0a|" ALGO name bm
           all  --  anywhere             anywhere             STRING match  "GET  /" ALGO name bm
           all  --  anywhere             anywhere             STRING match  "foo" ALGO name bm
           all  --  anywhere             anywhere             STRING match  "foo" ALGO name bm ICASE
           all  --  anywhere             anywhere             STRING match  "foo" ALGO name bm FROM 10 TO 100
           all  --  anywhere             anywhere             STRING match  "foo" ALGO name bm TO 100
           all  --  anywhere             anywhere             STRING match  "foo" ALGO name bm FROM 100
           all  --  anywhere             anywhere             STRING match  "a\"b" ALGO name bm
           all  --  anywhere             anywhere             STRING match  "a\\b" ALGO name bm
           all  --  anywhere             anywhere             STRING match  "|c3bc|" ALGO name bm
           all  --  anywhere             anywhere             TIME from 09:00:00 to 23:59:59 UTC
           all  --  anywhere             anywhere             TIME from 00:00:00 to 18:00:00 UTC
           all  --  anywhere             anywhere             TIME from 09:00:00 to 18:30:15 UTC
           all  --  anywhere             anywhere             TIME from 18:00:00 to 09:00:00 UTC
           all  --  anywhere             anywhere             TIME from 18:00:00 to 09:00:00 UTC contiguous
           all  --  anywhere             anywhere             TIME on Mon,Tue UTC
           all  --  anywhere             anywhere             TIME on Mon,Tue,Wed,Thu,Fri UTC
           all  --  anywhere             anywhere             TIME on Mon,Tue UTC
           all  --  anywhere             anywhere             TIME on Mon,Tue,Wed,Thu,Fri UTC
           all  --  anywhere             anywhere             TIME on Mon UTC
           all  --  anywhere             anywhere             TIME on  UTC
           all  --  anywhere             anywhere             TIME on 1st,15th UTC
           all  --  anywhere             anywhere             TIME on 2nd,3rd,4th,5th,6th,7th,8th,9th,10th,11st,12nd,13rd,14th,15th,16th,17th,18th,19th,20th,21st,22nd,23rd,24th,25th,26th,27th,28th,29th,30th,31st UTC
           all  --  anywhere             anywhere             TIME starting from 2024-01-01 00:00:00 UTC
           all  --  anywhere             anywhere             TIME until date 2024-12-31 23:59:59 UTC
           all  --  anywhere             anywhere             TIME starting from 2024-01-01 10:00:00 until date 2024-12-31 00:00:00 UTC
           all  --  anywhere             anywhere             TIME starting from 2024-01-01 00:00:00 UTC
           all  --  anywhere             anywhere             TIME starting from 2024-02-01 00:00:00 UTC
           all  --  anywhere             anywhere             TIME
           all  --  anywhere             anywhere             TIME from 09:00:00 to 23:59:59
           all  --  anywhere             anywhere             TIME UTC
           all  --  anywhere             anywhere             TIME
           all  --  anywhere             anywhere             TIME starting from 2025-01-01 00:00:00 until date 2024-01-01 00:00:00 UTC
           all  --  anywhere             anywhere             TIME UTC

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
           all  --  anywhere             anywhere             owner UID match root
           all  --  anywhere             anywhere             owner UID match root
           all  --  anywhere             anywhere             ! owner UID match root
           all  --  anywhere             anywhere             owner UID match 0-1000
           all  --  anywhere             anywhere             owner UID match nobody
           all  --  anywhere             anywhere             owner UID match www-data
           all  --  anywhere             anywhere             owner GID match root
           all  --  anywhere             anywhere             owner GID match 0-5
           all  --  anywhere             anywhere             ! owner GID match www-data
           all  --  anywhere             anywhere             owner socket exists
           all  --  anywhere             anywhere             ! owner socket exists
           all  --  anywhere             anywhere             owner socket exists owner UID match root owner GID match root
$ iptables -t raw -S
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
-A PREROUTING -m rpfilter
-A PREROUTING -m rpfilter --loose
-A PREROUTING -m rpfilter --validmark
-A PREROUTING -m rpfilter --accept-local
-A PREROUTING -m rpfilter --invert
-A PREROUTING -m rpfilter --loose --validmark --accept-local --invert
$ ip6tables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 5 --hashlimit-mode srcip --hashlimit-name u
-A INPUT -m hashlimit --hashlimit-upto 5/sec --hashlimit-burst 5 --hashlimit-mode srcip --hashlimit-name v --hashlimit-srcmask 64
-A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 128 --connlimit-saddr
-A INPUT -m connlimit --connlimit-above 3 --connlimit-mask 64 --connlimit-saddr
-A INPUT -m recent --set --name DEFAULT --mask ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff --rsource

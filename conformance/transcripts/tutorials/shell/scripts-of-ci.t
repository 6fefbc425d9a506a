# What scripts of pipelines do
$ cat > /tmp/ci.sh <<'EOF'
> set -euo pipefail
> log() { printf '[%s] %s\n' "${1^^}" "${*:2}" >&2; }
> cleanup() { rm -rf "$tmp"; log info "cleaned"; }
> tmp=$(mktemp -d); trap cleanup EXIT
> declare -A seen=(); for w in a b a c b; do ((seen[$w]++)) || true; done
> for k in $(printf '%s\n' "${!seen[@]}" | sort); do echo "$k=${seen[$k]}"; done
> if ! out=$(grep nothing /etc/hostname); then log warn "no match (${out:-empty})"; fi
> retry() { local n=0 max=$1; shift; until "$@"; do ((++n < max)) || return 1; log warn "attempt $n"; done; }
> retry 3 false || log error gave up
> case "${1:-default}" in start|stop) echo ss;; d*) echo "d: ${1:-default}";; esac
> for ((i=0, j=10; i<3; i++, j--)); do printf '%d-%d ' $i $j; done; echo
> echo "$BASH_SOURCE ${BASH_SOURCE[0]##*/}"; f() { echo "${BASH_SOURCE[@]} ${FUNCNAME[@]}"; }; f
> PS4='+${LINENO}: '; set -x; x=1; g() { local z=$1 y="a b"; }; g q; set +x
> echo $undefined_var
> echo unreachable
> EOF
$ bash /tmp/ci.sh; echo $?
a=2
b=2
c=1
[WARN] no match (empty)
[WARN] attempt 1
[WARN] attempt 2
[ERROR] gave up
d: default
0-10 1-9 2-8 
/tmp/ci.sh ci.sh
/tmp/ci.sh /tmp/ci.sh f main
+13: x=1
+13: g q
+13: local z=q 'y=a b'
+13: set +x
/tmp/ci.sh: line 14: undefined_var: unbound variable
[INFO] cleaned
1
$ bash /tmp/ci.sh start | tail -3
[WARN] no match (empty)
[WARN] attempt 1
[WARN] attempt 2
[ERROR] gave up
+13: x=1
+13: g q
+13: local z=q 'y=a b'
+13: set +x
/tmp/ci.sh: line 14: undefined_var: unbound variable
[INFO] cleaned
0-10 1-9 2-8 
/tmp/ci.sh ci.sh
/tmp/ci.sh /tmp/ci.sh f main

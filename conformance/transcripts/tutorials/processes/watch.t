#! world: bare
$ export TERM=xterm
$ timeout 2.5 watch -n 1 -t echo hi | tr -d '\033'
[?1049h[22;0;0t[1;24r(B[m[4l[?7h[H[2Jhi[24;80H[24;1H[?1049l[23;0;0t[?1l>
$ timeout 1.5 watch -t 'echo one; echo two' | tr -d '\033'
[?1049h[22;0;0t[1;24r(B[m[4l[?7h[H[2Jone[2dtwo[24;80H[24;1H[?1049l[23;0;0t[?1l>
$ timeout 1.5 watch -t -x echo '$HOME' | tr -d '\033'
[?1049h[22;0;0t[1;24r(B[m[4l[?7h[H[2J$HOME[24;80H[24;1H[?1049l[23;0;0t[?1l>
$ timeout 2.5 watch -n 1 echo hi | tr -d '\033' | sed 's/[A-Z][a-z][a-z] [A-Z][a-z][a-z] .*20[0-9][0-9]/DATE/' | cut -c1-70
[?1049h[22;0;0t[1;24r(B[m[4l[?7h[H[2JEvery 1.0s: echo hi[1;51Hhost: DA
$ watch
\
Usage:
 watch [options] command

Options:
  -b, --beep             beep if command has a non-zero exit
  -c, --color            interpret ANSI color and style sequences
  -d, --differences[=<permanent>]
                         highlight changes between updates
  -e, --errexit          exit if command has a non-zero exit
  -g, --chgexit          exit when output from command changes
  -q, --equexit <cycles>
                         exit when output from command does not change
  -n, --interval <secs>  seconds to wait between updates
  -p, --precise          attempt run command in precise intervals
  -t, --no-title         turn off header
  -w, --no-wrap          turn off line wrapping
  -x, --exec             pass command to exec instead of "sh -c"

 -h, --help     display this help and exit
 -v, --version  output version information and exit

For more details see watch(1).
[1]
$ watch -n
watch: option requires an argument -- 'n'

Usage:
 watch [options] command

Options:
  -b, --beep             beep if command has a non-zero exit
  -c, --color            interpret ANSI color and style sequences
  -d, --differences[=<permanent>]
                         highlight changes between updates
  -e, --errexit          exit if command has a non-zero exit
  -g, --chgexit          exit when output from command changes
  -q, --equexit <cycles>
                         exit when output from command does not change
  -n, --interval <secs>  seconds to wait between updates
  -p, --precise          attempt run command in precise intervals
  -t, --no-title         turn off header
  -w, --no-wrap          turn off line wrapping
  -x, --exec             pass command to exec instead of "sh -c"

 -h, --help     display this help and exit
 -v, --version  output version information and exit

For more details see watch(1).
[1]
$ watch -n x date
watch: failed to parse argument: 'x': Invalid argument
[1]
$ watch -v
watch from procps-ng 4.0.2
$ watch -Q
watch: invalid option -- 'Q'

Usage:
 watch [options] command

Options:
  -b, --beep             beep if command has a non-zero exit
  -c, --color            interpret ANSI color and style sequences
  -d, --differences[=<permanent>]
                         highlight changes between updates
  -e, --errexit          exit if command has a non-zero exit
  -g, --chgexit          exit when output from command changes
  -q, --equexit <cycles>
                         exit when output from command does not change
  -n, --interval <secs>  seconds to wait between updates
  -p, --precise          attempt run command in precise intervals
  -t, --no-title         turn off header
  -w, --no-wrap          turn off line wrapping
  -x, --exec             pass command to exec instead of "sh -c"

 -h, --help     display this help and exit
 -v, --version  output version information and exit

For more details see watch(1).
[1]
$ unset TERM; watch date
Error opening terminal: unknown.
[1]

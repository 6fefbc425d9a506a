import type { OptionTable } from '../lib/options.ts'

export const USAGE = `BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: udhcpc [-fbqRB] [-a[MSEC]] [-t N] [-T SEC] [-A SEC|-n]
	[-i IFACE] [-s PROG] [-p PIDFILE]
	[-oC] [-r IP] [-V VENDOR] [-F NAME] [-x OPT:VAL]... [-O OPT]...

	-i IFACE	Interface to use (default eth0)
	-s PROG		Run PROG at DHCP events (default /etc/udhcpc/default.script)
	-p FILE		Create pidfile
	-B		Request broadcast replies
	-t N		Send up to N discover packets (default 3)
	-T SEC		Pause between packets (default 3)
	-A SEC		Wait if lease is not obtained (default 20)
	-b		Background if lease is not obtained
	-n		Exit if lease is not obtained
	-q		Exit after obtaining lease
	-R		Release IP on exit
	-f		Run in foreground
	-S		Log to syslog too
	-a[MSEC]	Validate offered address with ARP ping
	-r IP		Request this IP address
	-o		Don't request any options (unless -O is given)
	-O OPT		Request option OPT from server (cumulative)
	-x OPT:VAL	Include option OPT in sent packets (cumulative)
			Examples of string, numeric, and hex byte opts:
			-x hostname:bbox - option 12
			-x lease:3600 - option 51 (lease time)
			-x 0x3d:0100BEEFC0FFEE - option 61 (client id)
			-x 14:'"dumpfile"' - option 14 (shell-quoted)
	-F NAME		Ask server to update DNS mapping for NAME
	-V VENDOR	Vendor identifier (default 'udhcp VERSION')
	-C		Don't send MAC as client identifier
Signals:
	USR1	Renew lease
	USR2	Release lease
`

export type UdhcpcOption =
  | 'A'
  | 'b'
  | 'B'
  | 'C'
  | 'f'
  | 'i'
  | 'n'
  | 'o'
  | 'O'
  | 'p'
  | 'q'
  | 'r'
  | 'R'
  | 's'
  | 'S'
  | 't'
  | 'T'
  | 'V'
  | 'x'

export const OPTIONS: OptionTable<UdhcpcOption> = {
  A: ['-A, --tryagain=SECONDS', 'pause after a round without an answer'],
  b: ['-b, --background', 'go to the background without a lease'],
  B: ['-B, --broadcast', 'ask for broadcast answers'],
  C: ['-C, --clientid-none', 'send no client identifier'],
  f: ['-f, --foreground', 'stay in the foreground'],
  i: ['-i, --interface=DEVICE', 'device to configure; eth0 without'],
  n: ['-n, --now', 'exit without a lease'],
  o: ['-o, --no-default-options', 'ask for no options'],
  O: ['-O, --request-option=OPTION', 'ask for an option, by its number'],
  p: ['-p, --pidfile=FILE', 'where its process number is written'],
  q: ['-q, --quit', 'exit with the lease'],
  r: ['-r, --request=ADDRESS', 'ask for this address'],
  R: ['-R, --release', 'give the lease back at the end'],
  s: ['-s, --script=PROGRAM', 'run at each event instead of what Debian does'],
  S: ['-S, --syslog', 'log to the system log too'],
  t: ['-t, --retries=COUNT', 'how often to ask'],
  T: ['-T, --timeout=SECONDS', 'pause between questions'],
  V: ['-V, --vendorclass=NAME', 'vendor identifier'],
  x: ['-xOPTION:VALUE', 'send an option: hostname:NAME'],
}

export const REFUSED: readonly string[] = ['-a[MSEC]', '-F, --fqdn=NAME']

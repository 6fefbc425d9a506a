// Every applet that is built, a line each.
import type { Applet } from './applet.ts'
import { arpApplet } from './arp.ts'
import { arpingApplet } from './arping.ts'
import { awkApplet } from './awk.ts'
import { base64Applet } from './base64.ts'
import { basenameApplet } from './basename.ts'
import { bracketApplet } from './bracket.ts'
import { brctlApplet } from './brctl.ts'
import { catApplet } from './cat.ts'
import { chmodApplet } from './chmod.ts'
import { chrootApplet } from './chroot.ts'
import { clearApplet } from './clear.ts'
import { cpApplet } from './cp.ts'
import { cutApplet } from './cut.ts'
import { dateApplet } from './date.ts'
import { ddApplet } from './dd.ts'
import { diffApplet } from './diff.ts'
import { digestApplets } from './digest.ts'
import { dirnameApplet } from './dirname.ts'
import { dmesgApplet } from './dmesg.ts'
import { duApplet } from './du.ts'
import { echoApplet } from './echo.ts'
import { egrepApplet } from './egrep.ts'
import { envApplet } from './env.ts'
import { exprApplet } from './expr.ts'
import { falseApplet } from './false.ts'
import { fgrepApplet } from './fgrep.ts'
import { findApplet } from './find.ts'
import { freeApplet } from './free.ts'
import { grepApplet } from './grep.ts'
import { headApplet } from './head.ts'
import { hexdumpApplet } from './hexdump.ts'
import { hostnameApplet, dnsdomainnameApplet } from './hostname.ts'
import { httpdApplet } from './httpd.ts'
import { idApplet } from './id.ts'
import { ifconfigApplet } from './ifconfig.ts'
import { ipApplet, ipneighApplet } from './ip/ip.ts'
import { killApplet, killallApplet } from './kill.ts'
import { lessApplet } from './less.ts'
import { lnApplet } from './ln.ts'
import { lsApplet } from './ls.ts'
import { mkdirApplet } from './mkdir.ts'
import { mktempApplet } from './mktemp.ts'
import { moreApplet } from './more.ts'
import { mountApplet } from './mount.ts'
import { mvApplet } from './mv.ts'
import { ncApplet } from './nc.ts'
import { netstatApplet } from './netstat.ts'
import { nlApplet } from './nl.ts'
import { nprocApplet } from './nproc.ts'
import { nsenterApplet } from './nsenter.ts'
import { nslookupApplet } from './nslookup.ts'
import { odApplet } from './od.ts'
import { pasteApplet } from './paste.ts'
import { pidofApplet } from './pidof.ts'
import { pingApplet, ping6Applet } from './ping.ts'
import { printfApplet } from './printf.ts'
import { psApplet } from './ps.ts'
import { pwdApplet } from './pwd.ts'
import { readlinkApplet } from './readlink.ts'
import { realpathApplet } from './realpath.ts'
import { resetApplet } from './reset.ts'
import { revApplet } from './rev.ts'
import { rmApplet } from './rm.ts'
import { rmdirApplet } from './rmdir.ts'
import { routeApplet } from './route.ts'
import { sedApplet } from './sed.ts'
import { seqApplet } from './seq.ts'
import { sleepApplet } from './sleep.ts'
import { sortApplet } from './sort.ts'
import { statApplet } from './stat.ts'
import { syncApplet } from './sync.ts'
import { sysctlApplet } from './sysctl.ts'
import { tacApplet } from './tac.ts'
import { tailApplet } from './tail.ts'
import { tarApplet } from './tar.ts'
import { teeApplet } from './tee.ts'
import { telnetApplet } from './telnet.ts'
import { testApplet } from './test.ts'
import { timeApplet } from './time.ts'
import { timeoutApplet } from './timeout.ts'
import { topApplet } from './top.ts'
import { touchApplet } from './touch.ts'
import { trApplet } from './tr.ts'
import { tracerouteApplet, traceroute6Applet } from './traceroute.ts'
import { trueApplet } from './true.ts'
import { ttyApplet } from './tty.ts'
import { udhcpcApplet } from './udhcpc.ts'
import { umountApplet } from './umount.ts'
import { unameApplet } from './uname.ts'
import { uniqApplet } from './uniq.ts'
import { unshareApplet } from './unshare.ts'
import { uptimeApplet } from './uptime.ts'
import { usleepApplet } from './usleep.ts'
import { watchApplet } from './watch.ts'
import { wcApplet } from './wc.ts'
import { wgetApplet } from './wget.ts'
import { whichApplet } from './which.ts'
import { whoamiApplet } from './whoami.ts'
import { xargsApplet } from './xargs.ts'
import { yesApplet } from './yes.ts'

const ALL: readonly Applet[] = [
  arpApplet,
  arpingApplet,
  awkApplet,
  base64Applet,
  basenameApplet,
  bracketApplet,
  brctlApplet,
  catApplet,
  chmodApplet,
  chrootApplet,
  clearApplet,
  cpApplet,
  cutApplet,
  dateApplet,
  ddApplet,
  diffApplet,
  ...digestApplets,
  dirnameApplet,
  dmesgApplet,
  duApplet,
  echoApplet,
  egrepApplet,
  envApplet,
  exprApplet,
  falseApplet,
  fgrepApplet,
  findApplet,
  freeApplet,
  grepApplet,
  headApplet,
  hexdumpApplet,
  hostnameApplet,
  dnsdomainnameApplet,
  httpdApplet,
  idApplet,
  ifconfigApplet,
  ipApplet,
  ipneighApplet,
  killApplet,
  killallApplet,
  lessApplet,
  lnApplet,
  lsApplet,
  mkdirApplet,
  mktempApplet,
  moreApplet,
  mountApplet,
  mvApplet,
  ncApplet,
  netstatApplet,
  nlApplet,
  nprocApplet,
  nsenterApplet,
  nslookupApplet,
  odApplet,
  pasteApplet,
  pidofApplet,
  pingApplet,
  ping6Applet,
  printfApplet,
  psApplet,
  pwdApplet,
  readlinkApplet,
  realpathApplet,
  resetApplet,
  revApplet,
  rmApplet,
  rmdirApplet,
  routeApplet,
  sedApplet,
  seqApplet,
  sleepApplet,
  sortApplet,
  statApplet,
  syncApplet,
  sysctlApplet,
  tacApplet,
  tailApplet,
  tarApplet,
  teeApplet,
  telnetApplet,
  testApplet,
  timeApplet,
  timeoutApplet,
  topApplet,
  touchApplet,
  trApplet,
  tracerouteApplet,
  traceroute6Applet,
  trueApplet,
  ttyApplet,
  udhcpcApplet,
  umountApplet,
  unameApplet,
  uniqApplet,
  unshareApplet,
  uptimeApplet,
  usleepApplet,
  watchApplet,
  wcApplet,
  wgetApplet,
  whichApplet,
  whoamiApplet,
  xargsApplet,
  yesApplet,
]

export const applets: ReadonlyMap<string, Applet> = new Map(ALL.map((applet) => [applet.name, applet]))

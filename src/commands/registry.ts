// Every command there is, each named once in its own folder: what machines install, `help` prints and the list of
// what is supported is made from.
import { aptCommands } from './apt-get/apt-get.ts'
import { arpCommand } from './arp/arp.ts'
import { arpingCommand } from './arping/arping.ts'
import { awkCommand } from './awk/awk.ts'
import { base64Command } from './base64/base64.ts'
import { basenameCommand } from './basename/basename.ts'
import { bcCommand } from './bc/bc.ts'
import { brctlCommand } from './brctl/brctl.ts'
import { bridgeCommand } from './bridge/bridge.ts'
import { catCommand } from './cat/cat.ts'
import { chmodCommand } from './chmod/chmod.ts'
import { chrootCommand } from './chroot/chroot.ts'
import { clearCommand } from './clear/clear.ts'
import { cmpCommand } from './cmp/cmp.ts'
import { columnCommand } from './column/column.ts'
import { commCommand } from './comm/comm.ts'
import type { Command } from './command.ts'
import { conntrackCommand } from './conntrack/conntrack.ts'
import { cpCommand } from './cp/cp.ts'
import { curlCommand } from './curl/curl.ts'
import { cutCommand } from './cut/cut.ts'
import { dateCommand } from './date/date.ts'
import { ddCommand } from './dd/dd.ts'
import { dhclientCommand } from './dhclient/dhclient.ts'
import { diffCommand } from './diff/diff.ts'
import { digCommand } from './dig/dig.ts'
import { dirnameCommand } from './dirname/dirname.ts'
import { dmesgCommand } from './dmesg/dmesg.ts'
import { dnsmasqCommand } from './dnsmasq/dnsmasq.ts'
import { duCommand } from './du/du.ts'
import { echoCommand } from './echo/echo.ts'
import { envCommand } from './env/env.ts'
import { ethtoolCommand } from './ethtool/ethtool.ts'
import { exprCommand } from './expr/expr.ts'
import { falseCommand } from './false/false.ts'
import { fuserCommand } from './fuser/fuser.ts'
import { fileCommand } from './file/file.ts'
import { findCommand } from './find/find.ts'
import { findmntCommand } from './findmnt/findmnt.ts'
import { foldCommand } from './fold/fold.ts'
import { freeCommand } from './free/free.ts'
import { getentCommand } from './getent/getent.ts'
import { egrepCommand, fgrepCommand, grepCommand } from './grep/grep.ts'
import { groupsCommand } from './groups/groups.ts'
import { headCommand } from './head/head.ts'
import { makeHelp } from './help/help.ts'
import { hexdumpCommand } from './hexdump/hexdump.ts'
import { hostCommand } from './host/host.ts'
import { hostnameCommand } from './hostname/hostname.ts'
import { idCommand } from './id/id.ts'
import { ifconfigCommand } from './ifconfig/ifconfig.ts'
import { ipCommand } from './ip/ip.ts'
import { iperf3Command } from './iperf3/iperf3.ts'
import { ipsetCommand } from './ipset/ipset.ts'
import { ipvsadmCommand, ipvsadmScripts } from './ipvsadm/ipvsadm.ts'
import { iptablesCommands } from './iptables/iptables.ts'
import { jqCommand } from './jq/jq.ts'
import { killCommand } from './kill/kill.ts'
import { killallCommand } from './killall/killall.ts'
import { labCommand } from './lab/lab.ts'
import { lessCommands } from './less/less.ts'
import { lnCommand } from './ln/ln.ts'
import { lsCommand } from './ls/ls.ts'
import { lsnsCommand } from './lsns/lsns.ts'
import { lsofCommand } from './lsof/lsof.ts'
import { digestCommands } from './md5sum/md5sum.ts'
import { mkdirCommand } from './mkdir/mkdir.ts'
import { mkfifoCommand } from './mkfifo/mkfifo.ts'
import { mktempCommand } from './mktemp/mktemp.ts'
import { mountCommand } from './mount/mount.ts'
import { mountpointCommand } from './mountpoint/mountpoint.ts'
import { mvCommand } from './mv/mv.ts'
import { ncCommand, netcatCommand } from './nc/nc.ts'
import { netstatCommand } from './netstat/netstat.ts'
import { nftCommand } from './nft/nft.ts'
import { nginxCommand } from './nginx/nginx.ts'
import { nlCommand } from './nl/nl.ts'
import { nohupCommand } from './nohup/nohup.ts'
import { nprocCommand } from './nproc/nproc.ts'
import { nsenterCommand } from './nsenter/nsenter.ts'
import { nslookupCommand } from './nslookup/nslookup.ts'
import { nstatCommand } from './nstat/nstat.ts'
import { odCommand } from './od/od.ts'
import { pasteCommand } from './paste/paste.ts'
import { pgrepCommand, pkillCommand } from './pgrep/pgrep.ts'
import { pidofCommand } from './pidof/pidof.ts'
import { ping6Command, pingCommand } from './ping/ping.ts'
import { pivotRootCommand } from './pivot_root/pivot_root.ts'
import { printenvCommand } from './printenv/printenv.ts'
import { printfCommand } from './printf/printf.ts'
import { psCommand } from './ps/ps.ts'
import { pstreeCommand } from './pstree/pstree.ts'
import { pwdCommand } from './pwd/pwd.ts'
import { python3Command } from './python3/python3.ts'
import { readlinkCommand } from './readlink/readlink.ts'
import { realpathCommand } from './realpath/realpath.ts'
import { revCommand } from './rev/rev.ts'
import { rmCommand } from './rm/rm.ts'
import { rmdirCommand } from './rmdir/rmdir.ts'
import { routeCommand } from './route/route.ts'
import { sedCommand } from './sed/sed.ts'
import { seqCommand } from './seq/seq.ts'
import { serviceCommand, systemctlCommand } from './service/service.ts'
import { shufCommand } from './shuf/shuf.ts'
import { sleepCommand } from './sleep/sleep.ts'
import { socatCommand } from './socat/socat.ts'
import { sortCommand } from './sort/sort.ts'
import { ssCommand } from './ss/ss.ts'
import { statCommand } from './stat/stat.ts'
import { stdbufCommand } from './stdbuf/stdbuf.ts'
import { sttyCommand } from './stty/stty.ts'
import { sudoCommand } from './sudo/sudo.ts'
import { sysctlCommand } from './sysctl/sysctl.ts'
import { tacCommand } from './tac/tac.ts'
import { tailCommand } from './tail/tail.ts'
import { tcpdumpCommand } from './tcpdump/tcpdump.ts'
import { tarCommand } from './tar/tar.ts'
import { teeCommand } from './tee/tee.ts'
import { telnetCommand } from './telnet/telnet.ts'
import { bracketCommand, testCommand } from './test/test.ts'
import { timeoutCommand } from './timeout/timeout.ts'
import { touchCommand } from './touch/touch.ts'
import { trCommand } from './tr/tr.ts'
import { tracepathCommand } from './tracepath/tracepath.ts'
import { traceroute6Command, tracerouteCommand } from './traceroute/traceroute.ts'
import { trueCommand } from './true/true.ts'
import { ttyCommand } from './tty/tty.ts'
import { udhcpcCommand } from './udhcpc/udhcpc.ts'
import { umountCommand } from './umount/umount.ts'
import { unameCommand } from './uname/uname.ts'
import { uniqCommand } from './uniq/uniq.ts'
import { unshareCommand } from './unshare/unshare.ts'
import { watchCommand } from './watch/watch.ts'
import { uptimeCommand, wCommand, whoCommand } from './uptime/uptime.ts'
import { editorCommands } from './vi/vi.ts'
import { wcCommand } from './wc/wc.ts'
import { wgetCommand } from './wget/wget.ts'
import { whichCommand } from './which/which.ts'
import { whoamiCommand } from './whoami/whoami.ts'
import { xargsCommand } from './xargs/xargs.ts'
import { xtablesMonitorCommand } from './xtables-monitor/xtables-monitor.ts'
import { xxdCommand } from './xxd/xxd.ts'
import { yesCommand } from './yes/yes.ts'

export const commands: readonly Command[] = [
  ...aptCommands,
  arpCommand,
  arpingCommand,
  awkCommand,
  base64Command,
  basenameCommand,
  bcCommand,
  bracketCommand,
  brctlCommand,
  bridgeCommand,
  catCommand,
  chmodCommand,
  chrootCommand,
  clearCommand,
  cmpCommand,
  columnCommand,
  commCommand,
  conntrackCommand,
  cpCommand,
  curlCommand,
  cutCommand,
  dateCommand,
  ddCommand,
  dhclientCommand,
  diffCommand,
  digCommand,
  ...digestCommands,
  dirnameCommand,
  dmesgCommand,
  dnsmasqCommand,
  duCommand,
  echoCommand,
  ...editorCommands,
  egrepCommand,
  envCommand,
  ethtoolCommand,
  exprCommand,
  falseCommand,
  fgrepCommand,
  fuserCommand,
  fileCommand,
  findCommand,
  findmntCommand,
  foldCommand,
  freeCommand,
  getentCommand,
  grepCommand,
  groupsCommand,
  headCommand,
  hexdumpCommand,
  hostCommand,
  hostnameCommand,
  idCommand,
  ifconfigCommand,
  ipCommand,
  iperf3Command,
  ipsetCommand,
  ipvsadmCommand,
  ...ipvsadmScripts,
  ...iptablesCommands,
  jqCommand,
  killallCommand,
  killCommand,
  labCommand,
  ...lessCommands,
  lnCommand,
  lsCommand,
  lsnsCommand,
  lsofCommand,
  makeHelp(() => commands),
  mkdirCommand,
  mkfifoCommand,
  mktempCommand,
  mountCommand,
  mountpointCommand,
  mvCommand,
  ncCommand,
  netcatCommand,
  netstatCommand,
  nftCommand,
  nginxCommand,
  nlCommand,
  nohupCommand,
  nprocCommand,
  nsenterCommand,
  nslookupCommand,
  nstatCommand,
  odCommand,
  pasteCommand,
  pgrepCommand,
  pidofCommand,
  ping6Command,
  pingCommand,
  pivotRootCommand,
  pkillCommand,
  printenvCommand,
  printfCommand,
  psCommand,
  pstreeCommand,
  pwdCommand,
  python3Command,
  readlinkCommand,
  realpathCommand,
  revCommand,
  rmCommand,
  rmdirCommand,
  routeCommand,
  sedCommand,
  seqCommand,
  serviceCommand,
  shufCommand,
  sleepCommand,
  socatCommand,
  sortCommand,
  ssCommand,
  statCommand,
  stdbufCommand,
  sttyCommand,
  sudoCommand,
  sysctlCommand,
  systemctlCommand,
  tacCommand,
  tailCommand,
  tcpdumpCommand,
  tarCommand,
  teeCommand,
  telnetCommand,
  testCommand,
  timeoutCommand,
  touchCommand,
  tracepathCommand,
  traceroute6Command,
  tracerouteCommand,
  trCommand,
  trueCommand,
  ttyCommand,
  udhcpcCommand,
  umountCommand,
  unameCommand,
  uniqCommand,
  unshareCommand,
  watchCommand,
  uptimeCommand,
  wcCommand,
  wCommand,
  wgetCommand,
  whichCommand,
  whoamiCommand,
  whoCommand,
  xargsCommand,
  xtablesMonitorCommand,
  xxdCommand,
  yesCommand,
]

// What stands before a command in a terminal's text, in the shapes people paste.

/** A prompt that was found at the beginning of a line. */
export interface Prompt {
  /** The machine it names; null when it names none. */
  readonly machine: string | null
  /** The network namespace it names, as vethlab's own prompts do: `(red)root@host:~# `. */
  readonly netns: string | null
  readonly command: string
}

const NAME = '[A-Za-z0-9][\\w.-]*'
/** `(venv) `, `(red)`. */
const BEFORE = '(?:\\(([\\w@%+=:,./-]+)\\) ?)?'
/** A folder: `~`, `~/lab`, `/etc`, `…/net`. */
const FOLDER = '[~/…][^\\s#$%]*'

/** Each has the groups netns, machine (empty where it names none) and command. */
const SHAPES: readonly RegExp[] = [
  // [root@node1 ~]# , [root@node1 /etc]#
  new RegExp(`^${BEFORE}\\[[\\w.-]+@(${NAME})(?::| )[^\\]]*\\] ?[#$%](?: |$)(.*)$`),
  // root@host:/# , user@host:~$ , pi@master:~ $ , user@host ~ %
  new RegExp(`^${BEFORE}[\\w.-]+@(${NAME})(?::| )${FOLDER} ?[#$%>](?: |$)(.*)$`),
  // root@host#, user@host$
  new RegExp(`^${BEFORE}[\\w.-]+@(${NAME}) ?[#$%>](?: |$)(.*)$`),
  // host:~ # , as SUSE has it
  new RegExp(`^${BEFORE}(${NAME}):${FOLDER} ?[#$%>](?: |$)(.*)$`),
  // / # , ~ # , /etc # : BusyBox, which names no machine
  new RegExp(`^${BEFORE}()${FOLDER} [#$%](?: |$)(.*)$`),
  // host$ , pc# , bash-5.2#
  new RegExp(`^${BEFORE}([A-Za-z][\\w.-]*)[#$](?: |$)(.*)$`),
  // $ , (red)$ , % , ❯ , ➜
  new RegExp(`^${BEFORE}()[$%❯➜](?: |$)(.*)$`),
]

/** `% Total` and `/root/run.sh # twice` are no prompts: after these signs there must be a command. */
const DOUBTFUL = /^(%|[~/…][^\s#$%]* [#%])/

/** A prompt that can be nothing else; null for a line that has none. `# ` and `> ` depend on what is around. */
export function promptOf(line: string): Prompt | null {
  for (const shape of SHAPES) {
    const match = shape.exec(line)
    if (!match) continue
    const [, netns, machine = '', rest = ''] = match
    const command = rest.trim()
    if (DOUBTFUL.test(line) && command !== '' && !beginsLikeCommand(command)) return null
    // A shell's own name is no machine's.
    const named = machine === '' || /^(ba|da|a|z|k)?sh(-|$)/.test(machine) ? null : machine
    return { machine: named, netns: netns ?? null, command }
  }
  return null
}

/** Words that begin a command in texts about networks: by them a root's `# ip link` is told from a comment. */
const COMMANDS = new Set(
  (
    'apk apt apt-get arp arping awk bash brctl bridge cat cd chmod cp curl dhclient dig dnsmasq docker echo ethtool exec ' +
    'exit export grep head host hostname hping3 ifconfig ifdown ifup insmod ip ip6tables ip6tables-restore ' +
    'ip6tables-save ipcalc iperf iperf3 ipset iptables iptables-legacy iptables-nft iptables-restore iptables-save ' +
    'ipvsadm journalctl jq kill kubectl less ls lsmod lsns lsof man mkdir modprobe mount mtr nano nc ncat nerdctl ' +
    'netstat nft nginx nmap nmcli nsenter nslookup ovs-vsctl ping ping6 pgrep pkill podman ps python python3 rm rmmod ' +
    'route sed service set sh sleep socat ss ssh su sudo sysctl systemctl tail tcpdump tcptraceroute tee telnet ' +
    'timeout touch tracepath traceroute traceroute6 tshark ufw umount unshare vi vim watch wget which whois yum dnf ' +
    'for while until if case function lab conntrack getent tc ebtables arptables bpftool runc ctr crictl cnitool'
  ).split(' '),
)

/** Whether a line begins as a command does. */
export function beginsLikeCommand(text: string): boolean {
  const [first = '', second = ''] = text.trim().split(/\s+/, 2)
  if (/^\w+=\S*$/.test(first) && (second === '' || !second.startsWith('='))) return true
  if (/^(\.{0,2}\/)[\w.-]/.test(first)) return true
  if (!COMMANDS.has(first)) return false
  // “# ip forwarding must be on”, “# ping the other end.”: prose has a full stop, an article, no figure and no option.
  return !/^(the|a|an|is|are|must|should|of|from|in|and|with|for|we|it)$/i.test(second)
}

// `lab why` where it is typed: in a script, in a text, on another machine.
import { describe, expect, it } from 'vitest'
import { fullLab } from '../full.ts'
import { runScript } from '../script.ts'
import { PAIR } from './testing.ts'

const WHY = `blue’s INPUT chain drops it: policy DROP, no rule matched.
It gets through after:
  ip netns exec blue iptables -A INPUT -s 10.0.0.1 -d 10.0.0.2 -p icmp -j ACCEPT
`

describe('lab why', () => {
  it('explains the last probe, in the middle of a script', () => {
    const script = `${PAIR}
ip netns exec blue iptables -P INPUT DROP
ip netns exec red ping -c 1 -W 1 10.0.0.2 >/dev/null
lab why
ip netns exec blue iptables -P INPUT ACCEPT
lab why
echo end`
    const { output, status } = runScript('why.sh', script) as { output: string; status: number }
    expect({ output, status }).toEqual({
      output: `${WHY}It gets through: nothing is wrong now.\nend\n`,
      status: 0,
    })
  })

  it('explains a command, and changes nothing', () => {
    const lab = fullLab()
    for (const line of PAIR.trim().split('\n')) lab.exec('host', line)
    lab.exec('host', 'ip netns exec blue iptables -P INPUT DROP')
    const before = lab.now
    expect(lab.exec('host', 'ip netns exec red lab why ping 10.0.0.2').output).toBe(WHY)
    expect(lab.exec('host', 'ip netns exec blue iptables -S').output).toBe(
      '-P INPUT DROP\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT\n',
    )
    expect(lab.now - before).toBeLessThan(1e8)
  })

  it('says on which machine a command is to be given', () => {
    const lab = fullLab('lan')
    lab.exec('router', 'iptables -t nat -F')
    expect(lab.exec('host', 'lab why ping 8.8.8.8').output).toBe(
      `router sends it out with its source 192.168.1.10 unchanged, and internet has no route back to 192.168.1.0/24: MASQUERADE is missing on router.
It gets through after:
  router$ iptables -t nat -A POSTROUTING -s 192.168.1.0/24 -o wan0 -j MASQUERADE
`,
    )
  })

  it('has something to say only of what asks for an answer', () => {
    const lab = fullLab()
    expect(lab.exec('host', 'lab why')).toEqual({
      output: 'lab: no ping, curl or the like has been run yet\n',
      status: 1,
    })
    expect(lab.exec('host', 'lab why ls /').output).toBe("lab: 'ls /' asks nobody for an answer\n")
  })
})

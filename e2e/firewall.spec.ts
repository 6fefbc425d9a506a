// Rules and flows on the screen: seen, changed where they stand, and the packets that they stop.
import { expect, test } from '@playwright/test'
import { LabPage } from './lab.ts'

const ROUTER = `#! world: bare
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
$ ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
$ ip addr add 10.0.2.1/24 dev vb; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n b route add default via 10.0.2.1
$ sysctl -w net.ipv4.ip_forward=1
$ iptables -A FORWARD -p icmp -s 10.0.1.0/24 -j DROP
$ iptables -A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT
`

test('a rule is seen, stops a packet, and is changed in place', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(ROUTER)
  await page.getByLabel('Speed').selectOption({ label: 'at once' })
  await lab.type('ip netns exec a ping -c 1 -W 1 10.0.2.2')
  // Where it died, and by what.
  const mark = lab.canvas.getByRole('button', { name: /packet dropped, filter FORWARD 1/ })
  await expect(mark).toBeVisible()
  await mark.click()
  await expect(lab.inspector).toContainText('filter FORWARD 1')
  await expect(lab.inspector).toContainText('matches: DROP')

  await lab.inspector.getByRole('button', { name: 'Close the inspector' }).click()
  await lab.box('machine host').click({ position: { x: 30, y: 4 } })
  await lab.inspector.getByRole('tab', { name: 'Firewall' }).click()
  const rules = lab.inspector.getByRole('table', { name: 'filter FORWARD' }).getByRole('row')
  await expect(rules.filter({ hasText: '-s 10.0.1.0/24 -p icmp -j DROP' })).toContainText('1')

  await lab.inspector.getByRole('button', { name: '-s 10.0.1.0/24 -p icmp -j DROP' }).click()
  const field = lab.inspector.getByRole('textbox', { name: 'Change rule 1 of FORWARD' })
  await field.fill('-s 10.0.1.0/24 -p icmp -j ACCEPT')
  await field.press('Enter')
  await expect(lab.terminal).toContainText('iptables -R FORWARD 1 -s 10.0.1.0/24 -p icmp -j ACCEPT')
  await expect(rules.filter({ hasText: '-s 10.0.1.0/24 -p icmp -j ACCEPT' })).toBeVisible()

  await lab.type('ip netns exec a ping -c 1 -W 1 10.0.2.2')
  await expect(lab.terminal).toContainText('1 received')
  await lab.inspector.getByRole('tab', { name: 'Conntrack' }).click()
  await expect(lab.inspector).toContainText('10.0.1.2 > 10.0.2.2')
})

test('a policy is set and a rule added by the tab alone', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(ROUTER)
  await lab.box('machine host').click({ position: { x: 30, y: 4 } })
  await lab.inspector.getByRole('tab', { name: 'Firewall' }).click()
  await lab.inspector.getByRole('button', { name: 'Set the policy of FORWARD to DROP' }).click()
  await expect(
    lab.inspector.getByRole('button', { name: 'Set the policy of FORWARD to ACCEPT' }),
  ).toBeVisible()
  const field = lab.inspector.getByRole('textbox', { name: 'Add a rule to FORWARD' })
  await field.fill('-p tcp --dport 80 -j ACCEPT')
  await field.press('Enter')
  await expect(lab.inspector).toContainText('-p tcp -m tcp --dport 80 -j ACCEPT')
  expect((await lab.commands()).slice(-2)).toEqual([
    '$ iptables -P FORWARD DROP',
    '$ iptables -A FORWARD -p tcp --dport 80 -j ACCEPT',
  ])
})

// A packet of this run beside the one of the run before: where they part is marked.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { LabPage } from './lab.ts'

/** ns1 10.0.0.1 and ns2 10.0.1.1, the machine between them; it forwards. */
const ROUTED = `#! world: bare
$ for n in 0 1; do ip netns add ns$n; ip link add veth-ns$n type veth peer name eth0 netns ns$n; done
$ for n in 0 1; do ip addr add 10.0.$n.254/24 dev veth-ns$n; ip link set veth-ns$n up; done
$ for n in 0 1; do ip -n ns$n addr add 10.0.$n.1/24 dev eth0; ip -n ns$n link set eth0 up; done
$ for n in 0 1; do ip -n ns$n route add default via 10.0.$n.254; done
$ sysctl -qw net.ipv4.ip_forward=1
$ ip netns exec ns0 ping -c 1 10.0.1.1
$ iptables -A FORWARD -j DROP
$ ip netns exec ns0 ping -c 1 -W 1 10.0.1.1
`

test('a ping that failed stands beside the one that worked, the rule between them marked', async ({
  page,
}) => {
  const lab = new LabPage(page)
  await lab.open(ROUTED)
  const requests = lab.packets.getByRole('option').filter({ hasText: 'echo request' })
  await requests.first().click()
  await expect(lab.inspector).toContainText('allocSkb')
  await expect(lab.inspector.getByRole('tab', { name: 'Compare' })).toHaveCount(0)

  await requests.last().click()
  await lab.inspector.getByRole('tab', { name: 'Compare' }).click()
  await expect(lab.inspector.getByRole('status')).toContainText('They first differ at step')
  const first = lab.inspector.getByRole('listitem').filter({ hasText: 'first difference' })
  await expect(first).toContainText('filter FORWARD 1')
  await expect(first).toContainText('matches: DROP')
  await expect(first).toBeInViewport()
  const { violations } = await new AxeBuilder({ page }).include('#part-inspector').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  // A step shows where it happened, and the comparison stays.
  await first.getByRole('button').first().click()
  await expect(first).toContainText('matches: DROP')
})

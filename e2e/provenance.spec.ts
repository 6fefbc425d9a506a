// Who made a thing, and for whom: in the inspector and in the story of a packet, in English and in Korean.
import { expect, test, type Locator } from '@playwright/test'
import { encodeLink } from '../src/lab/link.ts'
import { LabPage } from './lab.ts'

test.describe.configure({ timeout: 90_000 })

const WEB = `#! world: docker
$ docker run -d --name web -p 8080:80 nginx
`

const POD = `#! world: bare
$ lab add cluster 1
$ kubectl run web --image=nginx
$ kubectl wait --for=condition=Ready pod/web
$ kubectl expose pod web --port=80
`

/** The end on docker0 of the container's cable. */
function veth(lab: LabPage): Locator {
  return lab.canvas.getByRole('button', { name: /^interface veth\w+ in host$/ })
}

test('what docker run makes says so, and a packet tells it', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(WEB)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0')
  await veth(lab).click()
  await expect(lab.inspector.getByRole('tabpanel')).toContainText('made by Docker for container web')
  await lab.box('container web').focus()
  await page.keyboard.press('Enter')
  await lab.inspector.getByRole('tab', { name: /^Addresses/ }).click()
  await expect(lab.inspector.getByRole('row', { name: /172\.17\.0\.2/ })).toContainText(
    'made by Docker for container web',
  )
  await lab.box('machine host').focus()
  await page.keyboard.press('Enter')
  await lab.inspector.getByRole('tab', { name: /^Firewall/ }).click()
  const rule = lab.inspector
    .getByRole('table', { name: 'nat DOCKER' })
    .getByRole('row', { name: /dport 8080/ })
  await expect(rule).toContainText('made by Docker for container web -p 8080:80')
  await expect(lab.inspector.getByRole('table', { name: 'nat POSTROUTING' })).toContainText(
    'made by Docker for network bridge',
  )

  await lab.terminal.getByRole('tab', { name: 'pc' }).click()
  await lab.type('curl -s 192.168.1.10:8080 > /dev/null')
  await lab.packets.getByRole('searchbox').fill('tcp[tcpflags] == tcp-syn and dst port 8080')
  const syn = lab.packets.getByRole('option').filter({ hasText: '192.168.1.10.8080: Flags [S]' })
  await expect(lab.packets.getByRole('option')).toHaveCount(2)
  await syn.first().click()
  const step = lab.inspector.getByRole('listitem').filter({ hasText: 'DNAT' }).first()
  await expect(step).toContainText('made by Docker for container web -p 8080:80')
})

test('what a cluster makes for a pod and a Service says so', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(POD)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0')
  await lab.box('pod web').focus()
  await page.keyboard.press('Enter')
  await expect(lab.inspector.getByRole('tabpanel')).toContainText('made by CNI bridge for Pod default/web')
  await lab.box('machine control-plane').focus()
  await page.keyboard.press('Enter')
  await lab.inspector.getByRole('tab', { name: /^Firewall/ }).click()
  await expect(lab.inspector.getByRole('table', { name: 'nat KUBE-SERVICES' })).toContainText(
    'made by kube-proxy for Service default/web',
  )
})

test('in Korean too', async ({ page }) => {
  await page.goto(`./${encodeLink(WEB)}&lang=ko`)
  await page.locator('[data-ready=true]').waitFor()
  const inspector = page.getByRole('region', { name: '인스펙터', exact: true })
  const door = page.getByRole('button', { name: /^포트 8080 → web:80/ })
  await expect(door).toHaveAccessibleName(
    '포트 8080 → web:80, DOCKER의 규칙, Docker: 컨테이너 web 용도 -p 8080:80',
  )
  await door.click()
  await expect(inspector.locator('tr[aria-current]')).toContainText('Docker: 컨테이너 web 용도 -p 8080:80')
  const box = page.getByRole('group', { name: '컨테이너 web', exact: true })
  await expect(box).toHaveAccessibleDescription(/이미지 nginx, .*프로세스 1 → \d+ nginx/)
  await box.focus()
  await page.keyboard.press('Enter')
  await inspector.getByRole('tab', { name: '프로세스' }).click()
  await expect(inspector.getByRole('row').first()).toContainText('안의 PID')
  await expect(inspector).toContainText('컨테이너 web')
})

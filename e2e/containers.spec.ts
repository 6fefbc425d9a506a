// Docker's containers on the canvas: by name and image, their published ports in the machine's wall.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { LabPage } from './lab.ts'

const TWO = `#! world: docker
$ docker run -d --name web -p 8080:80 nginx
$ docker run -d --name tools alpine sleep 1000
`

test('a container shows its name, its image and the ports that lead to it', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(TWO)
  const web = lab.box('container web')
  await expect(web).toContainText('web · nginx')
  await expect(web).toHaveAccessibleDescription(/image nginx, port 8080 of the machine leads to 80\/tcp/)
  await expect(lab.box('container tools')).toContainText('tools · alpine')
  await expect(lab.box('machine host')).toContainText('8080 → web:80')
})

test('a box lists what runs in it by both its numbers, and not what comes and goes', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(`${TWO}$ docker run -d --name side --network container:tools busybox sleep 1000
$ docker run -d --name seen --network host nginx
`)
  const tools = lab.box('container tools')
  await expect(tools).toContainText('tools · alpine + side · busybox')
  await expect(tools).toHaveAccessibleDescription(
    /process 1 → \d+ sleep · tools, process 1 → \d+ sleep · side/,
  )
  await expect(lab.box('machine host')).toContainText(/1 → \d+ nginx · seen/)
  const web = lab.box('container web')
  const lines = web.getByText(/^\d+ → \d+ /)
  await expect(lines).toHaveText([/^1 → \d+ nginx$/, /^7 → \d+ httpd :80$/])
  const stood = await web.boundingBox()
  await lab.type('docker exec web ls / > /dev/null; docker exec -d web sleep 100; echo done')
  await expect(lab.terminal).toContainText('\ndone')
  await expect(lines).toHaveCount(2)
  expect(await web.boundingBox()).toEqual(stood)

  await web.focus()
  await page.keyboard.press('Enter')
  await lab.inspector.getByRole('tab', { name: 'Processes' }).click()
  const rows = lab.inspector.getByRole('row')
  await expect(rows.filter({ hasText: 'httpd -f -p 80' })).toContainText(/7\s*\d+\s*root.*:80.*container web/)
  await expect(rows.filter({ hasText: 'sleep 100' })).toHaveCount(1)
  const host = (await rows.filter({ hasText: 'nginx -g' }).getByRole('cell').nth(1).textContent()) ?? ''
  await lab.type("docker inspect -f '{{.State.Pid}}' web")
  await expect(lab.terminal).toContainText(host)
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([])
})

test('a door in the wall leads to the rule that makes it, and stays one of docker-proxy without it', async ({
  page,
}) => {
  const lab = new LabPage(page)
  await lab.open(TWO)
  const door = lab.box('machine host').getByRole('button', { name: /^port 8080 leads to web:80/ })
  await expect(door).toHaveAccessibleName(
    'port 8080 leads to web:80, by a rule of DOCKER, made by Docker for container web -p 8080:80',
  )
  await door.click()
  await expect(lab.inspector.getByRole('heading', { name: 'host' })).toBeVisible()
  const rule = lab.inspector.getByRole('table', { name: 'nat DOCKER' }).locator('[aria-current]')
  await expect(rule).toBeInViewport()
  await expect(rule).toContainText('--dport 8080 -j DNAT --to-destination 172.17.0.2:80')
  await expect(rule).toContainText('made by Docker for container web -p 8080:80')

  // From the inside of the container too, by the keyboard.
  const web = lab.box('container web')
  await web.focus()
  await page.keyboard.press('Enter')
  await lab.inspector.getByRole('button', { name: /^port 8080 leads to web:80/ }).press('Enter')
  await expect(rule).toBeInViewport()
  await lab.type('iptables -t nat -F DOCKER')
  await expect(lab.box('machine host').getByRole('button', { name: /^port 8080/ })).toHaveAccessibleName(
    'port 8080 leads to web:80, by docker-proxy alone',
  )
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([])
})

test('a container is run from the palette, looked into, stopped, started and deleted', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open('#! world: docker\n$ docker network create app\n')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0')
  await lab.tool('Container').click()
  const form = page.getByRole('dialog', { name: 'Run a container' })
  await expect(form.getByLabel('Image')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('alpine')
  await form.getByLabel('Network').selectOption('app')
  await form.getByLabel('Published ports').fill('9000:90')
  await expect(form.getByRole('group', { name: 'What is typed' })).toHaveText(
    'docker run -d --name alpine --network app -p 9000:90 alpine sleep infinity',
  )
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([])
  await page.keyboard.press('Enter')
  const box = lab.box('container alpine')
  await expect(box).toBeVisible()
  const act = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) await page.getByRole('menuitem', { name, exact: true }).click()
  }

  // Inside it, by docker, the keyboard is in its terminal.
  await box.click({ button: 'right', position: { x: 20, y: 10 } })
  await act('Open terminal')
  await expect(lab.terminal.getByRole('tab', { name: 'alpine' })).toHaveAttribute('aria-selected', 'true')
  await expect(lab.terminal).toContainText('built-in shell (ash)')
  await page.keyboard.type('hostname -i\n')
  await expect(lab.terminal).toContainText('172.18.0.2')
  await page.keyboard.type('exit\n')

  // Into its network, by nsenter.
  await box.click({ button: 'right', position: { x: 20, y: 10 } })
  await act('Turn forwarding on')
  await expect(box).toHaveAccessibleDescription(/forwards/)
  await box.click({ button: 'right', position: { x: 20, y: 10 } })
  await act('Stop')
  await expect(box).toBeHidden({ timeout: 30_000 })
  await lab.box('machine host').click({ button: 'right', position: { x: 20, y: 8 } })
  await act('Start container…', 'alpine')
  await expect(box).toBeVisible()
  await box.focus()
  await page.keyboard.press('Delete')
  await expect(box).toBeHidden()
  expect((await lab.commands()).slice(1)).toEqual([
    '$ docker run -d --name alpine --network app -p 9000:90 alpine sleep infinity',
    '$ docker exec -it alpine sh',
    "$ nsenter -t $(docker inspect -f '{{.State.Pid}}' alpine) -n sysctl -w net.ipv4.ip_forward=1",
    '$ docker stop alpine',
    '$ docker start alpine',
    '$ docker rm -f alpine',
  ])
})

test('where Docker does not run it is started first, and the comment says why', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open('#! world: lan\n')
  await lab.tool('Container').click()
  await expect(page.getByRole('dialog')).toContainText('Docker does not run on host: it is started first.')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(lab.box('container nginx')).toBeVisible()
  await expect(lab.terminal).toContainText('Docker does not run on host yet, so it is started first')
  await lab.button('Undo').click()
  await expect(lab.box('container nginx')).toBeHidden()
  expect(await lab.commands()).toEqual([])
})

test('a pod is run in a cluster, and is called by its name', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open('#! world: cluster\n')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0')
  await expect(lab.tool('Container')).toBeHidden()
  await lab.tool('Pod').click()
  await expect(page.getByRole('dialog').getByLabel('Image')).toBeFocused()
  await page.keyboard.press('Enter')
  const pod = lab.box('pod nginx')
  await expect(pod).toBeVisible({ timeout: 30_000 })
  await expect(lab.canvas.getByRole('group', { name: /^pod kube-system\/coredns-/ }).first()).toBeVisible()
  await pod.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Open terminal' }).click()
  await expect(lab.terminal.getByRole('tab', { name: 'nginx' })).toHaveAttribute('aria-selected', 'true')
  await expect(lab.inspector.getByRole('heading', { name: 'nginx' })).toBeVisible()
  await expect(lab.inspector).toContainText('pod')
})

// Docker's containers on the canvas: by name and image, their published ports in the machine's wall.
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

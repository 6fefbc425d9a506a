// As kubectl 1.36 does it with a real cluster and BusyBox in the pod.
import { expect, it } from 'vitest'
import { fullLab } from '../../../lab/full.ts'

const lab = fullLab()
lab.exec(
  'host',
  'lab add cluster 1; kubectl run p --image=busybox -- sleep 999; kubectl wait --for=condition=Ready pod/p; mkdir -p /tmp/c/d/e; cd /tmp/c; echo hello > f; echo 1 > d/1; echo 2 > d/e/2; ln -s 1 d/l',
)

function say(command: string): string {
  return lab.exec('host', command).output
}

it('copies to a pod and back', () => {
  expect(say('kubectl cp f p:/tmp/f; kubectl exec p -- cat /tmp/f')).toBe('hello\n')
  expect(say('kubectl cp f default/p:rel; kubectl exec p -- cat /rel')).toBe('hello\n')
  expect(say('kubectl cp p:tmp/f g; cat g')).toBe('hello\n')
  expect(say('kubectl cp d p:/tmp; kubectl exec p -- find /tmp/d')).toBe(
    '/tmp/d\n/tmp/d/1\n/tmp/d/e\n/tmp/d/e/2\n/tmp/d/l\n',
  )
  expect(say('kubectl cp p:/tmp/d dd; find dd | sort')).toBe(
    `tar: removing leading '/' from member names
warning: skipping symlink: "dd/l" -> "1" (consider using "kubectl exec -n "" "p" -- tar cf - "/tmp/d" | tar xf -")
dd
dd/1
dd/e
dd/e/2
`,
  )
})

it('says what is wrong', () => {
  expect(say('kubectl cp nope p:/tmp/x')).toBe("error: nope doesn't exist in local filesystem\n")
  expect(say('kubectl cp f nopod:/tmp/x')).toBe('Error from server (NotFound): pods "nopod" not found\n')
  expect(say('kubectl cp p:/tmp/f p:/tmp/g')).toBe(
    'error: one of src or dest must be a local file specification\n',
  )
  expect(say('kubectl cp f g')).toBe('error: one of src or dest must be a remote file specification\n')
  expect(say('kubectl cp p: f')).toBe('error: filepath can not be empty\n')
  expect(say('kubectl cp a/b/p:/tmp f')).toBe(
    'error: filespec must match the canonical format: [[namespace/]pod:]file/path\n',
  )
  expect(lab.exec('host', 'kubectl cp f p:/no/dir/f')).toEqual({
    output:
      "tar: can't change directory to '/no/dir': No such file or directory\ncommand terminated with exit code 1\n",
    status: 1,
  })
  expect(say('kubectl cp p:/tmp/f d')).toBe(
    "tar: removing leading '/' from member names\nerror: open d: is a directory\n",
  )
  expect(say('kubectl cp -c nope f p:/tmp/f')).toBe(
    'error: container nope is not valid for pod p out of: p\n',
  )
})

// Volumes of a pod: folders of its node, shown in its containers. (Ref: pkg/volume/{emptydir,hostpath,configmap,secret})
import type { Process } from '../../../os/program.ts'
import { encodeBase64 } from '../../../commands/lib/base64.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { encodeUtf8 } from '../../../wire/utf8.ts'
import { makeFolders } from '../../cni/folders.ts'
import type { Container, Pod, ProjectedSource, Volume } from '../api/podtypes.ts'
import type { Cache } from '../api/watch.ts'
import { configMapData, fieldOf, hostsFile, resolvConf, secretData } from './environment.ts'
import type { Mount } from './runtime.ts'

/** Where each volume lies on the node; or why one cannot be had. */
export function prepareVolumes(
  p: Process,
  cache: Cache,
  pod: Pod,
  folder: string,
): Map<string, string> | string {
  const paths = new Map<string, string>()
  for (const volume of pod.spec.volumes ?? []) {
    const path = prepare(p, cache, pod, volume, folder)
    if ('error' in path) return `MountVolume.SetUp failed for volume "${volume.name}" : ${path.error}`
    paths.set(volume.name, path.path)
  }
  return paths
}

type Prepared = { readonly path: string } | { readonly error: string }

function prepare(p: Process, cache: Cache, pod: Pod, volume: Volume, folder: string): Prepared {
  const { name, hostPath, configMap, secret, projected } = volume
  if (hostPath) return hostFolder(p, hostPath)
  if (projected)
    return project(p, cache, pod, projected.sources, `${folder}/volumes/kubernetes.io~projected/${name}`)
  const { namespace = 'default' } = pod.metadata
  const type = configMap ? 'configmap' : secret ? 'secret' : 'empty-dir'
  const path = `${folder}/volumes/kubernetes.io~${type}/${name}`
  makeFolders(p, path)
  const source = configMap ?? secret
  if (!source) return { path }
  const object = configMap?.name ?? secret?.secretName ?? ''
  const data = configMap ? configMapData(cache, namespace, object) : secretData(cache, namespace, object)
  if (!data && !source.optional) return { error: `${type} "${object}" not found` }
  const all = Object.keys(data ?? {}).map((key) => ({ key, path: key }))
  for (const item of source.items ?? all) {
    const text = data?.[item.key]
    if (text === undefined) return { error: `references non-existent config key: ${item.key}` }
    const file = `${path}/${item.path}`
    makeFolders(p, file.slice(0, file.lastIndexOf('/')))
    p.fs.writeFile(file, text)
  }
  return { path }
}

/** Data of many sources in one folder. */
function project(
  p: Process,
  cache: Cache,
  pod: Pod,
  sources: readonly ProjectedSource[],
  folder: string,
): Prepared {
  const { namespace = 'default' } = pod.metadata
  makeFolders(p, folder)
  for (const { serviceAccountToken, configMap, secret, downwardAPI } of sources) {
    const source = configMap ?? secret
    if (serviceAccountToken) p.fs.writeFile(`${folder}/${serviceAccountToken.path}`, tokenOf(pod))
    for (const { path, fieldRef } of downwardAPI?.items ?? [])
      p.fs.writeFile(`${folder}/${path}`, fieldOf(pod, fieldRef?.fieldPath ?? '', { podIP: '', hostIP: '' }))
    if (!source) continue
    const read = configMap ? configMapData : secretData
    const data = read(cache, namespace, source.name)
    if (!data && !source.optional)
      return { error: `${configMap ? 'configmap' : 'secret'} "${source.name}" not found` }
    const items = source.items ?? Object.keys(data ?? {}).map((key) => ({ key, path: key }))
    for (const { key, path } of items) p.fs.writeFile(`${folder}/${path}`, data?.[key] ?? '')
  }
  return { path: folder }
}

/** Who the pod is, as a token says it (RFC 7519). Nobody here signs it, and nobody asks for it. */
function tokenOf({ metadata, spec }: Pod): string {
  const { namespace = 'default' } = metadata
  const claims = {
    aud: ['https://kubernetes.default.svc.cluster.local'],
    iss: 'https://kubernetes.default.svc.cluster.local',
    sub: `system:serviceaccount:${namespace}:${String(spec['serviceAccountName'] ?? 'default')}`,
  }
  const part = (value: object): string => {
    return encodeBase64(encodeUtf8(JSON.stringify(value)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '')
  }
  return `${part({ alg: 'RS256' })}.${part(claims)}.`
}

function hostFolder(p: Process, { path, type = '' }: NonNullable<Volume['hostPath']>): Prepared {
  const stat = p.fs.stat(path)
  const there = isErrno(stat) ? null : stat.kind
  if (type === 'File' && there !== 'file')
    return { error: `hostPath type check failed: ${path} is not a file` }
  if (type === 'Directory' && there !== 'dir') {
    return { error: `hostPath type check failed: ${path} is not a directory` }
  }
  if (there === null && type === 'FileOrCreate') p.fs.writeFile(path, '')
  else if (there === null) makeFolders(p, path)
  return { path }
}

/** What a container sees of them. */
export function mountsOf(
  p: Process,
  { volumeMounts = [] }: Container,
  volumes: ReadonlyMap<string, string>,
): Mount[] {
  return volumeMounts.flatMap(({ name, mountPath, subPath, readOnly = false }) => {
    const base = volumes.get(name)
    if (base === undefined) return []
    const source = subPath ? `${base}/${subPath}` : base
    if (isErrno(p.fs.stat(source))) makeFolders(p, source)
    return [{ source, target: mountPath.replace(/(.)\/+$/, '$1'), readOnly }]
  })
}

/** Files of the node that are shown in every container of a pod, below its folder. */
export function podFiles(p: Process, pod: Pod, folder: string, podIP: string, dns: string): Mount[] {
  makeFolders(p, folder)
  const own = p.fs.readText('/etc/resolv.conf')
  const texts = {
    'etc-hosts': hostsFile(pod, podIP),
    hostname: `${pod.spec.hostname ?? pod.metadata.name}\n`,
    'resolv.conf': resolvConf(pod, dns, isErrno(own) ? '' : own),
  }
  return Object.entries(texts).map(([file, text]) => {
    p.fs.writeFile(`${folder}/${file}`, text)
    return { source: `${folder}/${file}`, target: `/etc/${file.replace('etc-', '')}`, readOnly: false }
  })
}

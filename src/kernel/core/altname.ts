// Devices by any of their names. Ref: net/core/dev.c:netdev_name_node_alt_create()
import { EEXIST, EINVAL, ENOENT } from '../../uapi/errno.ts'
import { refuse, type Net, type NetDevice, type Refusal } from './net.ts'

/** Ref: net/core/dev.c:__dev_get_by_name() */
export function devGetByName(net: Net, name: string): NetDevice | null {
  return net.byName.get(name) ?? net.byAltName.get(name) ?? null
}

/** Ref: net/core/dev.c:netdev_name_in_use() */
export function nameInUse(net: Net, name: string): boolean {
  return net.byName.has(name) || net.byAltName.has(name)
}

/** Ref: netdev_name_node_alt_create() */
export function addAltName(dev: NetDevice, name: string): Refusal | null {
  if (nameInUse(dev.net, name)) return refuse(EEXIST)
  dev.altNames.push(name)
  dev.net.byAltName.set(name, dev)
  dev.net.version++
  return null
}

/** Ref: netdev_name_node_alt_destroy() */
export function delAltName(dev: NetDevice, name: string): Refusal | null {
  const named = devGetByName(dev.net, name)
  if (!named) return refuse(ENOENT)
  const at = dev.altNames.indexOf(name)
  if (at < 0) return refuse(EINVAL)
  dev.altNames.splice(at, 1)
  dev.net.byAltName.delete(name)
  dev.net.version++
  return null
}

// Capabilities, numbered by their place (include/uapi/linux/capability.h).
export const CAPABILITIES = (
  'CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST ' +
  'NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE ' +
  'SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM ' +
  'BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE'
).split(' ')

/** As /proc/PID/status shows a set: sixteen hexadecimal digits; null is all. */
export function capabilityMask(names: ReadonlySet<string> | null): string {
  let mask = 0n
  for (const [bit, name] of CAPABILITIES.entries()) if (names?.has(name) ?? true) mask |= 1n << BigInt(bit)
  return mask.toString(16).padStart(16, '0')
}

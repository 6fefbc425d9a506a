// The versions of what this daemon is made of.
export const VERSION = '28.5.2+dfsg4'
export const GIT_COMMIT = '3ef3c07c883be49a2e8097bcf6d2952fce1d70eb'
export const GO_VERSION = 'go1.27.1'
export const BUILD_TIME = 'Tue Sep 15 11:02:57 2026'
const CONTAINERD = '2.1.9+unknown'
const RUNC = '1.3.6+ds1'

/** GET /version. */
export function versionResponse(kernel: string): unknown {
  const engine = {
    ApiVersion: '1.51',
    Arch: 'amd64',
    BuildTime: BUILD_TIME,
    Experimental: 'false',
    GitCommit: GIT_COMMIT,
    GoVersion: GO_VERSION,
    KernelVersion: kernel,
    MinAPIVersion: '1.24',
    Os: 'linux',
  }
  return {
    Platform: { Name: '' },
    Components: [
      { Name: 'Engine', Version: VERSION, Details: engine },
      { Name: 'containerd', Version: CONTAINERD, Details: { GitCommit: '' } },
      { Name: 'runc', Version: RUNC, Details: { GitCommit: `${RUNC}-1` } },
    ],
    Version: VERSION,
    ApiVersion: '1.51',
    MinAPIVersion: '1.24',
    GitCommit: GIT_COMMIT,
    GoVersion: GO_VERSION,
    Os: 'linux',
    Arch: 'amd64',
    KernelVersion: kernel,
    BuildTime: '2026-09-15T11:02:57.000000000+00:00',
  }
}

// What the real kubectl 1.36 and a real cluster have and these have not: refused in words that say so.

/** Flags of any command. */
const FLAGS: ReadonlySet<string> = new Set(
  (
    'accept-hosts accept-paths address all all-containers all-namespaces all-pods allow-missing-template-keys ' +
    'annotation annotations api-group api-prefix api-version append-hash append-server-path arguments-only as ' +
    'as-current-user as-group as-uid as-user-extra attach audience bound-object-kind bound-object-name ' +
    'bound-object-uid cache-dir cached cascade categories cert certificate-authority chunk-size class client ' +
    'client-certificate client-key cluster cluster-ip clusterrole command concurrency container containers ' +
    'context copy-to cpu current current-replicas custom default-backend delete-emptydir-data detach-keys ' +
    'disable-compression disable-eviction disable-filter dry-run duration edit enable-alpha-plugins ' +
    'enable-helm env expose external-ip field-manager field-selector filename flatten follow for force ' +
    'force-conflicts from from-env-file from-file from-literal grace-period group hard helm-api-versions ' +
    'helm-command helm-debug helm-kube-version ignore-daemonsets ignore-errors ignore-not-found image ' +
    'image-pull-policy insecure-skip-tls-verify insecure-skip-tls-verify-backend interactive keep-annotations ' +
    'keep-init-containers keep-labels keep-liveness keep-readiness keep-startup keepalive key keys kubeconfig ' +
    'kuberc kustomize label-columns labels leave-stdin-open limit-bytes limits list load-balancer-ip ' +
    'load-restrictor local log-flush-frequency match-server-version max max-log-requests memory merge min ' +
    'minify mount name namespace namespaced network network-name no-headers no-preserve node-port now ' +
    'openapi-patch output output-patch output-watch-events override-type overrides overwrite password patch ' +
    'patch-file pod-running-timeout pod-selector port prefix previous privileged profile profile-output ' +
    'protocol prune prune-allowlist quiet raw recursive reject-methods reject-paths replace replicas ' +
    'request-timeout requests resolve resource resource-name resource-version restart retries revision rm role ' +
    'rule same-node save-config schedule scopes selector server server-print server-side serviceaccount ' +
    'session-affinity set-image share-processes show-events show-kind show-labels show-managed-fields ' +
    'show-secrets show-swap since since-time skip-wait-for-delete-timeout sort-by stdin subresource sum tail ' +
    'target target-port tcp template timeout timestamps tls-server-name to-revision token tty type types ' +
    'unix-socket use-protocol-buffers user username v validate verb verbs vmodule wait warnings-as-errors ' +
    'watch watch-only windows-line-endings www www-prefix'
  ).split(' '),
)
const LETTERS: Readonly<Record<string, string>> = { R: 'recursive', k: 'kustomize', o: 'output' }

/** Kinds, by the names people have for them. */
const KINDS: readonly string[] = (
  'bindings componentstatuses,componentstatus,cs limitranges,limitrange,limits persistentvolumeclaims,persistentvolumeclaim,pvc ' +
  'persistentvolumes,persistentvolume,pv podtemplates,podtemplate replicationcontrollers,replicationcontroller,rc ' +
  'resourcequotas,resourcequota,quota customresourcedefinitions,customresourcedefinition,crd,crds apiservices,apiservice ' +
  'controllerrevisions,controllerrevision horizontalpodautoscalers,horizontalpodautoscaler,hpa ' +
  'certificatesigningrequests,certificatesigningrequest,csr ingressclasses,ingressclass ' +
  'ipaddresses,ipaddress,ip servicecidrs,servicecidr runtimeclasses,runtimeclass poddisruptionbudgets,poddisruptionbudget,pdb ' +
  'clusterrolebindings,clusterrolebinding clusterroles,clusterrole rolebindings,rolebinding roles,role ' +
  'priorityclasses,priorityclass,pc csidrivers,csidriver csinodes,csinode storageclasses,storageclass,sc ' +
  'volumeattachments,volumeattachment mutatingwebhookconfigurations,mutatingwebhookconfiguration ' +
  'validatingwebhookconfigurations,validatingwebhookconfiguration flowschemas,flowschema gateways,gateway httproutes,httproute'
).split(' ')

export function isAbsentFlag(name: string): boolean {
  return FLAGS.has(name)
}

/** The flag that a letter stands for. */
export function absentLetter(letter: string): string | null {
  return LETTERS[letter] ?? null
}

/** `ingresses` for `ing`, `Ingress`; null when a cluster has none of the name either. */
export function absentKind(name: string): string | null {
  const lower = name.toLowerCase().replace(/\..*$/, '')
  const found = KINDS.find((names) => names.split(',').includes(lower))
  return found?.split(',')[0] ?? null
}

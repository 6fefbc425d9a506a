import { expect, it } from 'vitest'
import { serviceChain } from './names.ts'

it('names chains as every cluster has them', () => {
  expect(serviceChain('KUBE-SVC-', 'default/kubernetes:https', 'tcp')).toBe('KUBE-SVC-NPX46M4PTMTKRN6Y')
  expect(serviceChain('KUBE-SVC-', 'kube-system/kube-dns:dns', 'udp')).toBe('KUBE-SVC-TCOU7JCQXEZGVUNU')
  expect(serviceChain('KUBE-SVC-', 'kube-system/kube-dns:dns-tcp', 'tcp')).toBe('KUBE-SVC-ERIFXISQEP7F7OF4')
  expect(serviceChain('KUBE-SVC-', 'kube-system/kube-dns:metrics', 'tcp')).toBe('KUBE-SVC-JD5MR3NA4I4DYORP')
})

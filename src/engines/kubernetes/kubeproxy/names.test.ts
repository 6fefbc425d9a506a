import { expect, it } from 'vitest'
import { endpointChain, serviceChain } from './names.ts'

it('names chains as every cluster has them', () => {
  expect(serviceChain('KUBE-SVC-', 'default/kubernetes:https', 'tcp')).toBe('KUBE-SVC-NPX46M4PTMTKRN6Y')
  expect(serviceChain('KUBE-SVC-', 'kube-system/kube-dns:dns', 'udp')).toBe('KUBE-SVC-TCOU7JCQXEZGVUNU')
  expect(serviceChain('KUBE-SVC-', 'kube-system/kube-dns:dns-tcp', 'tcp')).toBe('KUBE-SVC-ERIFXISQEP7F7OF4')
  expect(serviceChain('KUBE-SVC-', 'kube-system/kube-dns:metrics', 'tcp')).toBe('KUBE-SVC-JD5MR3NA4I4DYORP')
  expect(serviceChain('KUBE-SVC-', 'default/b-node', 'tcp')).toBe('KUBE-SVC-5ILQ7UCHANRPG7CG')
  expect(endpointChain('default/kubernetes:https', 'tcp', '192.168.1.20:6443')).toBe(
    'KUBE-SEP-I7J3ZCEVLPR4HMLW',
  )
  expect(endpointChain('default/g-multi:dns', 'udp', '10.244.1.6:53')).toBe('KUBE-SEP-F6FZSTSOVMJ6FTKY')
})

import { describe, expect, it } from 'vitest';
import type { KubernetesCall } from '../../../src/model/api-call.ts';
import { requestInfo } from '../../../src/simulation/eks/api-server/request-info.ts';
import { rulesOfPolicy } from '../../../src/simulation/eks/access/access-policies.ts';
import { isReachable } from '../../../src/simulation/eks/control-plane/endpoint.ts';
import { updateFlaw } from '../../../src/simulation/eks/control-plane/version.ts';

describe('what a request is about', () => {
  it.each([
    ['get', '/api/v1/namespaces/shop/pods', 'list', '', 'pods', '', 'shop', ''],
    ['get', '/api/v1/namespaces/shop/pods/web-1/log', 'get', '', 'pods', 'log', 'shop', 'web-1'],
    ['get', '/api/v1/namespaces/shop', 'get', '', 'namespaces', '', '', 'shop'],
    ['patch', '/apis/apps/v1/namespaces/shop/deployments/web/scale', 'patch', 'apps', 'deployments', 'scale', 'shop', 'web'],
    ['delete', '/apis/rbac.authorization.k8s.io/v1/clusterroles/x', 'delete', 'rbac.authorization.k8s.io', 'clusterroles', '', '', 'x'],
  ] as const)('is read from %s %s', (verb, path, ...expected) => {
    const call: KubernetesCall = { api: 'kubernetes', verb, path };
    const { verb: read, group, resource, subresource, namespace, name } = requestInfo(call) ?? {};
    expect([read, group, resource, subresource, namespace, name]).toEqual(expected);
  });

  it('is nothing for a path without a resource', () => {
    expect(requestInfo({ api: 'kubernetes', verb: 'get', path: '/healthz' })).toBeUndefined();
  });
});

describe('the endpoint', () => {
  const inside = '10.0.9.5';
  const outside = '198.51.100.24';
  it.each([
    [{ endpointPublicAccess: true, endpointPrivateAccess: false }, true, true],
    [{ endpointPublicAccess: false, endpointPrivateAccess: true }, true, false],
    [{ endpointPublicAccess: true, endpointPrivateAccess: true, publicAccessCidrs: ['203.0.113.0/24'] }, true, false],
    [{ endpointPublicAccess: true, endpointPrivateAccess: false, publicAccessCidrs: ['198.51.100.0/24'] }, false, true],
  ])('with %j is reached from inside: %s, from outside: %s', (resourcesVpcConfig, fromInside, fromOutside) => {
    expect([isReachable({ resourcesVpcConfig }, inside), isReachable({ resourcesVpcConfig }, outside)]).toEqual([fromInside, fromOutside]);
  });
});

describe('an update of the version', () => {
  it.each([
    ['1.34', '1.35', ['v1.32.4-eks-7a1b2c3'], undefined],
    ['1.34', '1.36', [], 'Unsupported Kubernetes minor version update from 1.34 to 1.36'],
    ['1.35', '1.34', [], 'Unsupported Kubernetes minor version update from 1.35 to 1.34'],
    ['1.36', '1.37', [], 'unsupported Kubernetes version'],
    ['1.35', '1.36', ['v1.33.1'], undefined],
    [
      '1.35',
      '1.36',
      ['v1.32.1', 'v1.35.0'],
      'Nodes with kubelet v1.32.1 would be more than 3 minor versions older than the control plane; update them first',
    ],
  ])('from %s to %s with kubelets %j is refused with %s', (from, to, kubelets, flaw) => {
    expect(updateFlaw(from, to, kubelets)).toBe(flaw);
  });
});

describe('access policies', () => {
  const allows = (name: string, verb: string, resource: string): boolean =>
    rulesOfPolicy(`arn:aws:eks::aws:cluster-access-policy/${name}`)?.some(
      (rule) => rule.verbs.includes(verb) && (rule.resources?.includes(resource) ?? false),
    ) ?? false;

  it('grow from view over edit to admin', () => {
    const names = ['AmazonEKSViewPolicy', 'AmazonEKSEditPolicy', 'AmazonEKSAdminPolicy'];
    expect(names.map((name) => allows(name, 'list', 'pods'))).toEqual([true, true, true]);
    expect(names.map((name) => allows(name, 'list', 'secrets'))).toEqual([false, true, true]);
    expect(names.map((name) => allows(name, 'create', 'rolebindings'))).toEqual([false, false, true]);
  });

  it('of another name there are none', () => {
    expect(rulesOfPolicy('arn:aws:eks::aws:cluster-access-policy/AmazonEKSNothingPolicy')).toBeUndefined();
  });
});

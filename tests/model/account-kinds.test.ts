import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTexts } from '../../src/account/open-texts.ts';
import { readSampleAccount } from '../../src/account/sample/samples.ts';
import type { ApiObject } from '../../src/model/api-object.ts';
import type { Kind } from '../../src/model/kind.ts';
import { project } from '../../src/model/project.ts';
import { accountProjectors } from '../../src/model/project-account.ts';
import { allProjectors } from '../../src/model/projectors.ts';
import { statuses } from '../../src/model/status.ts';

const recordings = globSync('tests/fixtures/{kubectl,aws-cli}/*/*.{json,yaml}');
const texts = recordings.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
const peerAuthentication =
  'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: default, namespace: shop}\nspec: {mtls: {mode: STRICT}}\n';
const objects: readonly ApiObject[] = [
  ...(await openTexts([...texts, { name: 'strict.yaml', text: peerAuthentication }])).objects,
  ...readSampleAccount('healthy').objects,
  ...readSampleAccount('messy').objects,
];
const ofKind = (kind: Kind): readonly ApiObject[] => objects.filter((object) => object.kind === kind);
const first = (kind: Kind, name: string) => {
  const projections = ofKind(kind).map((object) => project(object, allProjectors));
  const found = projections.find(({ resources }) => resources[0]?.name === name);
  return { resource: found?.resources[0], relations: [...(found?.relations.values() ?? [])].flat() };
};

describe('every object of the recordings and the samples', () => {
  it('is read by a projector', () => {
    expect(objects.length).toBeGreaterThan(150);
    expect(objects.filter((object) => project(object, allProjectors).resources.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.keys(accountProjectors).filter((kind): kind is Kind => kind in accountProjectors))(
    'of kind %s has a status that is explained',
    (kind) => {
      const shown = ofKind(kind).flatMap((object) => project(object, allProjectors).resources);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.map(({ status }) => status).filter((status) => !(status in statuses[kind]))).toEqual([]);
    },
  );
});

describe('what an account has and no simulation does', () => {
  it('an Ingress leads to Services of its namespace', () => {
    const { resource, relations } = first('k8s-ingress', 'ui');
    expect(resource?.status).toBe('Active');
    expect(relations.map(({ kind, to }) => [kind, to])).toEqual([['routes-to', 'k8s:my cluster/Service/ui/ui']]);
  });

  it('a VirtualService leads to the Services that it sends to', () => {
    const object: ApiObject = {
      id: 'k8s:demo/VirtualService/shop/web',
      kind: 'istio-virtual-service',
      body: {
        metadata: { name: 'web', namespace: 'shop' },
        spec: {
          hosts: ['web'],
          http: [{ route: [{ destination: { host: 'web' } }, { destination: { host: 'web-canary.office.svc.cluster.local' } }] }],
        },
      },
    };
    const { relations } = project(object, allProjectors);
    expect([...relations.values()].flat().map(({ to }) => to)).toEqual(['k8s:demo/Service/shop/web', 'k8s:demo/Service/office/web-canary']);
  });

  it('a Job says by its conditions how it ended', () => {
    const states = ofKind('k8s-job').map((object) => project(object, allProjectors).resources[0]?.status);
    expect(states.toSorted()).toEqual(['Complete', 'Failed']);
  });

  it('a scalable target names its service', () => {
    const { relations, resource } = first('application-autoscaling-target', 'web-app');
    expect(resource?.details['clause']).toBe('1 to 10');
    expect(relations.map(({ to }) => to)).toEqual(['arn:aws:ecs:us-west-2:123456789012:service/default/web-app']);
  });

  it('an add-on is part of its cluster and shows its first issue', () => {
    const { resource, relations } = first('eks-addon', 'vpc-cni');
    expect(resource?.scope.cluster).toBe('my-eks-cluster');
    expect(relations.map(({ to }) => to)).toEqual(['arn:aws:eks:us-east-2:111122223333:cluster/my-eks-cluster']);
  });

  it('a Grafana workspace is in the Region of its endpoint', () => {
    expect(first('grafana-workspace', 'platform').resource?.scope).toEqual({ region: 'eu-west-1' });
  });
});

import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/account/reading.ts';
import { readFiles } from '../../src/account/read-files.ts';
import { recorded, recordings } from './fixtures.ts';

const opened = (...names: readonly string[]): Reading => readFiles(names.map(recorded));
const written = (value: unknown, name = 'mine.json'): Reading =>
  readFiles([{ name, text: typeof value === 'string' ? value : JSON.stringify(value) }]);
const ids = ({ objects }: Reading): readonly string[] => objects.map(({ id }) => id);
const said = ({ notices }: Reading): readonly string[] => notices.map(({ kind, text }) => `${kind}: ${text}`);

describe('recorded output of the AWS CLI', () => {
  it.each([
    ['ecs/describe-clusters.json', 1],
    ['ecs/describe-clusters-2.json', 1],
    ['ecs/describe-services.json', 1],
    ['ecs/describe-tasks.json', 1],
    ['ecs/describe-tasks-2.json', 2],
    ['ecs/describe-task-definition.json', 1],
    ['ecs/describe-container-instances.json', 1],
    ['ecs/describe-capacity-providers.json', 3],
    ['ecs/describe-service-deployments.json', 1],
    ['ecs/list-service-deployments.json', 1],
    ['elbv2/describe-target-groups.json', 1],
  ])('%s gives every resource in it, and nothing to complain of', (name, count) => {
    const reading = opened(name);
    expect(reading.objects).toHaveLength(count);
    expect(reading.notices).toEqual([]);
  });

  it.each(
    recordings('ecs').filter(
      (name) =>
        !/describe-(clusters|services|tasks|task-definition|container-instances|capacity-providers)(-2)?\.json|service-deployments/.test(
          name,
        ),
    ),
  )('%s is left out with one sentence that names the file', (name) => {
    const reading = opened(name);
    expect(reading.objects).toEqual([]);
    expect(reading.notices).toHaveLength(1);
    expect(reading.notices[0]?.text).toContain(name.replace('ecs/', ''));
    expect(reading.notices[0]?.kind).not.toBe('problem');
  });

  it('says of list commands that they only list names', () => {
    expect(said(opened('ecs/list-tasks.json'))).toEqual([
      'ignored: list-tasks.json was ignored: it only lists names, which describe commands print too.',
    ]);
  });

  it('gives a target its group when the files name exactly one', () => {
    const alone = opened('elbv2/describe-target-health.json');
    expect(alone.objects).toEqual([]);
    expect(alone.notices.map(({ kind }) => kind)).toEqual(['unmapped', 'unmapped']);
    const together = opened('elbv2/describe-target-health.json', 'elbv2/describe-target-groups.json');
    expect(ids(together).filter((id) => id.includes('i-'))).toHaveLength(2);
  });

  it('keeps the files that are right when one is not', () => {
    const reading = readFiles([recorded('ecs/describe-tasks.json'), { name: 'broken.json', text: '{' }]);
    expect(reading.objects).toHaveLength(1);
    expect(said(reading)).toEqual(['problem: broken.json is not JSON; run the command again with --output json.']);
  });
});

describe('the forms of the AWS CLI', () => {
  it('reads epoch seconds and ISO times with an offset as the same moment', () => {
    const created = (createdAt: unknown) =>
      written({ services: [{ serviceArn: 'arn:aws:ecs:eu-west-1:111122223333:service/demo/web', createdAt }] }).objects[0]?.body[
        'createdAt'
      ];
    expect(created(1466801808.595)).toBe('2016-06-24T20:56:48.595Z');
    expect(created('2016-06-24T16:56:48.595000-04:00')).toBe('2016-06-24T20:56:48.595Z');
    expect(created('some day')).toBeUndefined();
  });

  it('knows a service of an old, short ARN by the cluster beside it', () => {
    expect(ids(opened('ecs/describe-services.json'))).toEqual(['arn:aws:ecs:us-west-2:123456789012:service/default/my-http-service']);
  });

  it('takes null for a missing field, and leaves fields behind that it does not know', () => {
    const reading = written({
      clusters: [{ clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/demo', status: null, novelty: { a: 1 } }],
    });
    expect(reading.objects[0]?.body).toEqual({ clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/demo' });
  });

  it('repeats what AWS could not describe', () => {
    const arn = 'arn:aws:ecs:eu-west-1:111122223333:task/demo/gone';
    expect(said(written({ tasks: [], failures: [{ arn, reason: 'MISSING' }] }))).toContain(
      `failure: AWS could not describe ${arn}: MISSING.`,
    );
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['an empty file', '', 'mine.json is empty.'],
    ['a file that is not JSON', 'TASKS\tarn', 'mine.json is not JSON; run the command again with --output json.'],
    ['a bare value', ['a'], 'mine.json holds a bare value, not the whole output of a command; run it again without --query.'],
    [
      'JSON of another shape',
      { hello: 1 },
      'mine.json is JSON of another shape; open a file of npm run snapshot, the output of aws ecs or aws eks describe commands, or that of kubectl get with -o json or -o yaml.',
    ],
    [
      'a field of a wrong sort',
      { tasks: [{ taskArn: 'arn:aws:ecs:a:1:task/b/c', containers: 3 }] },
      'mine.json was refused: tasks[0].containers is not a list.',
    ],
    ['a list that is none', { services: 'web' }, 'mine.json was refused: services is not a list.'],
  ])('%s gives one sentence and no object', (_, content, sentence) => {
    const reading = written(content);
    expect(reading.objects).toEqual([]);
    expect(said(reading)).toEqual([`problem: ${sentence}`]);
  });

  it('one wrong element refuses the whole file, so that no partial picture is drawn', () => {
    const good = { taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/demo/good' };
    expect(written({ tasks: [good, { ...good, version: 'two' }] })).toMatchObject({
      objects: [],
      notices: [{ kind: 'problem', file: 'mine.json', text: 'mine.json was refused: tasks[1].version is not a number.' }],
    });
  });

  it('an element without an ARN is listed with the reason', () => {
    expect(said(written({ tasks: [{ lastStatus: 'RUNNING' }] }))).toEqual(['unmapped: tasks[0] of mine.json is not drawn: it has no ARN.']);
  });
});

describe('recorded output about EKS and what is around', () => {
  const later = /list-|config|addon-versions|attributes|instance|scaling-activities/;

  it.each(
    [...recordings('eks'), ...recordings('servicediscovery'), ...recordings('application-autoscaling')].filter((name) => !later.test(name)),
  )('%s gives its resource', (name) => {
    const reading = opened(name);
    expect(reading.objects).toHaveLength(1);
    expect(reading.notices).toEqual([]);
  });

  it.each([...recordings('eks'), ...recordings('servicediscovery'), ...recordings('application-autoscaling')])(
    '%s is shown, or said to be left out by its name',
    (name) => {
      const reading = opened(name);
      expect(reading.objects.length + reading.notices.length).toBeGreaterThan(0);
      for (const { text } of reading.notices) expect(text).toContain(name.replace(/^.*\//, ''));
    },
  );

  it('joins access policies to the access entry that they are of', () => {
    const policies = { clusterName: 'eks-customer', principalArn: 'arn:aws:iam::111122223333:user/eks-admin-user' };
    const joined = readFiles([
      {
        name: 'policies.json',
        text: JSON.stringify({
          ...policies,
          associatedAccessPolicies: [{ policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy' }],
        }),
      },
      recorded('eks/describe-access-entry.json'),
    ]);
    expect(joined.notices).toEqual([]);
    expect(joined.objects.at(-1)).toMatchObject({
      kind: 'eks-access-entry',
      body: { type: 'STANDARD', associatedAccessPolicies: [{ policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy' }] },
    });
    expect(said(opened('eks/list-associated-access-policies.json'))[0]).toContain(
      'describe-access-entry for arn:aws:iam::111122223333:role/Admin',
    );
  });

  it('gives Cloud Map instances the service beside them', () => {
    expect(ids(opened('servicediscovery/list-instances-2.json', 'servicediscovery/get-service.json'))).toContain(
      'arn:aws:servicediscovery:us-west-2:123456789012:service/srv-abcd1234xmpl5678/web-server-01',
    );
  });

  it('gives insights the cluster beside them', () => {
    const { objects } = opened('eks/list-insights.json', 'eks/describe-cluster.json');
    expect(objects.filter(({ kind }) => kind === 'eks-insight').map(({ body }) => body['clusterName'])).toEqual(
      Array(4).fill('my-eks-cluster'),
    );
  });

  it('tells of an add-on’s configuration only whether network policies are enforced', () => {
    const withValues = (configurationValues: string) =>
      written({ addon: { addonName: 'vpc-cni', addonArn: 'arn:aws:eks:us-east-2:111122223333:addon/c/vpc-cni/1', configurationValues } })
        .objects[0]?.body;
    expect(withValues('{"enableNetworkPolicy":"true","env":{"A":"hunter2"}}')).toEqual({
      addonName: 'vpc-cni',
      addonArn: 'arn:aws:eks:us-east-2:111122223333:addon/c/vpc-cni/1',
      enableNetworkPolicy: true,
    });
    expect(withValues('# enableNetworkPolicy: true\nenv: {}')).toMatchObject({ enableNetworkPolicy: false });
    expect(withValues('env: {}\nenableNetworkPolicy: "true"')).toMatchObject({ enableNetworkPolicy: true });
  });
});

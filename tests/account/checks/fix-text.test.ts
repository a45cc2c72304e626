import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checks } from '../../../src/account/checks/checks.ts';
import { fixText } from '../../../src/account/checks/fix-text.ts';

const service = (name: string): string => `arn:aws:ecs:eu-west-1:111122223333:service/shop/${name}`;
const eksArn = 'arn:aws:eks:eu-west-1:111122223333:cluster/prod';

test('a fix names the cluster, the service and the Region of the resource', () => {
  const text = fixText(
    { form: 'cli', text: 'aws ecs update-service --region {region} --cluster {cluster} --service {service}' },
    service('web'),
  );
  expect(text).toBe('aws ecs update-service --region eu-west-1 --cluster shop --service web');
});

test('what the id does not tell stays to be filled in, and the shell takes it for no redirection', () => {
  expect(fixText({ form: 'cli', text: 'aws eks describe-cluster --name {cluster}' }, 'k8s:prod')).toBe(
    `aws eks describe-cluster --name '<cluster>'`,
  );
});

describe('a hostile name stays a name', () => {
  const hostile = `w'; touch x; $(id) \`id\` "\${var.x}" %{ if true }`;

  test('in the shell', () => {
    const text = fixText({ form: 'cli', text: 'printf %s {service}' }, service(hostile));
    expect(execFileSync('sh', ['-c', text], { encoding: 'utf8' })).toBe(hostile);
  });

  test('in CloudFormation', () => {
    const text = fixText({ form: 'cloudformation', text: 'ServiceName: {service}' }, service('w": {} #'));
    expect(parse(text)).toEqual({ ServiceName: 'w": {} #' });
  });

  test('in Terraform', () => {
    expect(fixText({ form: 'terraform', text: 'name = {service}' }, service('a${b}%{c}"'))).toBe('name = "a$${b}%%{c}\\""');
  });
});

const templates = checks.flatMap(({ id, fixes }) => fixes.flatMap((fix) => (fix.form === 'cloudformation' ? [[id, fix] as const] : [])));

test.each(templates)('the CloudFormation of %s is a template with one resource', (id, fix) => {
  const resource = id.startsWith('ecs') ? service('web') : eksArn;
  expect(parse(fixText(fix, resource))).toEqual({
    Resources: { Changed: { Type: expect.stringMatching(/^AWS::/), Properties: expect.any(Object) } },
  });
});

test('no fix leaves a name of its own to be filled in', () => {
  const left = checks.flatMap(({ id, fixes }) =>
    fixes
      .filter((fix) => /\{(?:region|cluster|service)\}/.test(fixText(fix, id.startsWith('ecs') ? service('web') : eksArn)))
      .map(() => id),
  );
  expect(left).toEqual([]);
});

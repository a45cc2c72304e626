import { describe, expect, it } from 'vitest';
import { operationGroups, operations } from '../../src/account/operations.ts';
import { policyFor, policyOf, printPolicy } from '../../src/account/policy.ts';

const actionsOf = ({ Statement }: ReturnType<typeof policyOf>) => Statement.flatMap(({ Action }) => Action);

describe('requirement 10: the policy equals the table', () => {
  it('allows every action of the table and no other, each once', () => {
    const actions = actionsOf(policyOf());
    expect([...actions].sort()).toEqual(operations.map(({ action }) => action).sort());
    expect(new Set(actions).size).toBe(actions.length);
  });

  it('has at most 41 actions, which list or read', () => {
    expect(operations.length).toBeLessThanOrEqual(41);
    expect(operations.map(({ name }) => name).filter((name) => !/^(?:List|Describe|Get)[A-Z]/.test(name))).toEqual([]);
  });

  it('names actions in full, and allows none by a pattern', () => {
    expect(actionsOf(policyOf()).filter((action) => !/^[a-z0-9-]+:[A-Za-z]+$/.test(action))).toEqual([]);
  });

  it.each(operationGroups)('leaves out %s, and only that, when asked to', (group) => {
    const kept = actionsOf(policyOf([group]));
    expect(kept).toEqual(operations.filter((one) => one.group !== group).map(({ action }) => action));
  });

  it('gives of denied actions the lines that allow them, and nothing that Drydock does not ask for', () => {
    expect(policyFor(['eks:ListAddons', 'iam:CreateUser', 'logs:DescribeLogGroups'])).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'DrydockReadsEks', Effect: 'Allow', Action: ['eks:ListAddons'], Resource: '*' },
        { Sid: 'DrydockReadsLogs', Effect: 'Allow', Action: ['logs:DescribeLogGroups'], Resource: '*' },
      ],
    });
  });

  it('gives its statements ids of letters and digits, as IAM asks', () => {
    expect(policyOf().Statement.filter(({ Sid }) => !/^[A-Za-z0-9]+$/.test(Sid))).toEqual([]);
  });

  it('is printed as the same policy in JSON', () => {
    const printed: unknown = JSON.parse(printPolicy(policyOf(['eks'])));
    expect(printed).toEqual(policyOf(['eks']));
  });
});

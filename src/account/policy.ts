import type { OperationGroup } from './operations.ts';
import { operationGroups, operations } from './operations.ts';

/** An IAM policy that allows a list of actions on everything; most of them can be allowed on nothing narrower. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: '*';
}

/** The least that reading an account needs, without some groups; what those show is unknown then. */
export const policyOf = (without: readonly OperationGroup[] = []): Policy =>
  allowing(operations.filter(({ group }) => !without.includes(group)).map(({ action }) => action));

/** The lines that allow what was denied. Actions that are not in the table are left out: Drydock asks for no other. */
export const policyFor = (denied: readonly string[]): Policy =>
  allowing(operations.map(({ action }) => action).filter((action) => denied.includes(action)));

/** A policy as text to paste into IAM. */
export const printPolicy = (policy: Policy): string => `${JSON.stringify(policy, undefined, 2)}\n`;

/** One statement a group, so that a reader sees what each part is for. */
function allowing(actions: readonly string[]): Policy {
  const statements = operationGroups.map((group) => ({
    Sid: `DrydockReads${group.split('-').map(capitalised).join('')}`,
    Effect: 'Allow' as const,
    Action: operations.filter((one) => one.group === group && actions.includes(one.action)).map(({ action }) => action),
    Resource: '*' as const,
  }));
  return { Version: '2012-10-17', Statement: statements.filter(({ Action }) => Action.length > 0) };
}

const capitalised = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

import { described } from './batches.ts';
import { listed } from './pages.ts';
import type { Ground } from './reading.ts';

/** Reads who is let into an EKS cluster: its access entries, each with its access policies. */
export async function readAccess({ asker, keeper, caps, ownAllowance }: Ground, clusterName: string): Promise<void> {
  const { elements } = await listed(asker, {
    action: 'eks:ListAccessEntries',
    send:
      (nextToken) =>
      ({ eks }, how) =>
        eks.listAccessEntries({ clusterName, maxResults: 100, nextToken }, how),
    elements: ({ accessEntries }) => accessEntries,
  });
  const principals = ownAllowance(caps.parts).take(elements, `access entries of cluster ${clusterName}`);
  const entries = await described(asker, principals, {
    action: 'eks:DescribeAccessEntry',
    what: 'access entries',
    size: 1,
    send:
      ([principalArn]) =>
      ({ eks }, how) =>
        eks.describeAccessEntry({ clusterName, principalArn }, how),
    elements: ({ accessEntry }) => accessEntry && [accessEntry],
  });
  const whole = await Promise.all(
    entries.map(async (entry) => {
      const policies = await listed(asker, {
        action: 'eks:ListAssociatedAccessPolicies',
        send:
          (nextToken) =>
          ({ eks }, how) =>
            eks.listAssociatedAccessPolicies({ clusterName, principalArn: entry.principalArn, maxResults: 100, nextToken }, how),
        elements: ({ associatedAccessPolicies }) => associatedAccessPolicies,
      });
      return policies.failed ? entry : { ...entry, associatedAccessPolicies: policies.elements };
    }),
  );
  keeper.keep('eks.accessEntries', 'eks:DescribeAccessEntry', whole);
}

import { describe, expect, it } from 'vitest';
import type { Pod } from '../../../../src/simulation/eks/objects.ts';
import type { Surroundings } from '../../../../src/simulation/eks/pod-identity/credentials.ts';
import { credentialsOf } from '../../../../src/simulation/eks/pod-identity/credentials.ts';
import type { Caller, Statement, TrustPolicy } from '../../../../src/simulation/eks/pod-identity/trust-policy.ts';
import { trusts } from '../../../../src/simulation/eks/pod-identity/trust-policy.ts';
import { mutatePod, wayOf } from '../../../../src/simulation/eks/pod-identity/webhook.ts';

const ISSUER = 'oidc.example/id/1';
const PROVIDER = `arn:aws:iam::111122223333:oidc-provider/${ISSUER}`;
const WEB = 'sts:AssumeRoleWithWebIdentity';

const policy = (...statements: readonly Statement[]): TrustPolicy => ({ Version: '2012-10-17', Statement: statements });
const byIssuer = (operator: string, sub: string | readonly string[]): Statement => ({
  Effect: 'Allow',
  Principal: { Federated: PROVIDER },
  Action: WEB,
  Condition: { [operator]: { [`${ISSUER}:sub`]: sub, [`${ISSUER}:aud`]: 'sts.amazonaws.com' } },
});
const byPods = (...Action: readonly string[]): Statement => ({ Effect: 'Allow', Principal: { Service: 'pods.eks.amazonaws.com' }, Action });

const caller = (sub: string): Caller => ({
  principal: { Federated: PROVIDER },
  claims: { [`${ISSUER}:sub`]: `system:serviceaccount:${sub}`, [`${ISSUER}:aud`]: 'sts.amazonaws.com' },
});

describe('a trust policy', () => {
  const full = 'system:serviceaccount:shop:orders';
  it.each<readonly [what: string, TrustPolicy, sub: string, expected: boolean]>([
    ['trusts the very service account that it names', policy(byIssuer('StringEquals', full)), 'shop:orders', true],
    ['does not trust another of the namespace', policy(byIssuer('StringEquals', full)), 'shop:order', false],
    ['takes a star literally with StringEquals', policy(byIssuer('StringEquals', 'system:serviceaccount:shop:*')), 'shop:orders', false],
    [
      'takes a star for anything with StringLike',
      policy(byIssuer('StringLike', ['system:serviceaccount:shop:*', 'sts.amazonaws.com'])),
      'shop:x',
      true,
    ],
    ['takes a dot literally with StringLike', policy(byIssuer('StringLike', 'system.serviceaccount:shop:orders')), 'shop:orders', false],
    ['trusts each of a list', policy(byIssuer('StringEquals', ['a', full])), 'shop:orders', true],
    ['does not trust by an operator that is not known', policy(byIssuer('StringFoo', full)), 'shop:orders', false],
    ['trusts nobody without a statement', policy(), 'shop:orders', false],
    [
      'denies whatever else allows',
      policy(byIssuer('StringEquals', full), { ...byIssuer('StringEquals', full), Effect: 'Deny' }),
      'shop:orders',
      false,
    ],
    ['does not trust a caller whom another principal vouches for', policy(byPods(WEB)), 'shop:orders', false],
  ])('%s', (_, trust, sub, expected) => {
    expect(trusts(trust, caller(sub), WEB)).toBe(expected);
  });
});

const plain: Pod = {
  metadata: { name: 'orders-1', namespace: 'shop' },
  spec: { serviceAccountName: 'orders', containers: [{ name: 'app', image: 'app:1' }] },
};
const ROLE = 'arn:aws:iam::111122223333:role/orders';
const NODE = 'arn:aws:iam::111122223333:role/node';
const forIrsa = mutatePod(plain, { type: 'IRSA', roleArn: ROLE });
const forAgent = mutatePod(plain, { type: 'Pod Identity' });

const around = (change: Partial<Surroundings> = {}): Surroundings => ({
  issuer: ISSUER,
  oidcProvider: PROVIDER,
  roles: [
    { arn: ROLE, trust: policy(byIssuer('StringEquals', 'system:serviceaccount:shop:orders'), byPods('sts:AssumeRole', 'sts:TagSession')) },
  ],
  associatedRole: ROLE,
  agentRuns: true,
  tokenIsExpired: false,
  nodeRole: NODE,
  ...change,
});

describe('the credentials of a pod', () => {
  it.each<readonly [what: string, Pod, Partial<Surroundings>, expected: object]>([
    ['come from STS where the pod has a token for it', forIrsa, {}, { ok: true, source: 'IRSA', roleArn: ROLE }],
    ['come from the agent where the pod has a token for that', forAgent, {}, { ok: true, source: 'Pod Identity', roleArn: ROLE }],
    ['come from the node where the pod has none', plain, {}, { ok: true, source: 'Instance metadata', roleArn: NODE }],
    ['are none where nothing answers', plain, { nodeRole: undefined }, { ok: false, source: 'None', code: 'NoCredentials' }],
    ['are refused without an OIDC provider', forIrsa, { oidcProvider: undefined }, { ok: false, code: 'InvalidIdentityToken' }],
    [
      'are refused by a role that trusts another',
      forIrsa,
      { roles: [{ arn: ROLE, trust: policy() }] },
      { ok: false, code: 'AccessDenied' },
    ],
    ['are refused for a role that is not there', forIrsa, { roles: [] }, { ok: false, code: 'AccessDenied' }],
    ['are refused with a token that has run out', forIrsa, { tokenIsExpired: true }, { ok: false, code: 'ExpiredTokenException' }],
    [
      'do not come without the agent, and not from the node instead',
      forAgent,
      { agentRuns: false },
      { ok: false, code: 'CredentialRetrievalError' },
    ],
    ['are refused when the association is gone', forAgent, { associatedRole: undefined }, { ok: false, code: 'ResourceNotFoundException' }],
    ['are refused by the agent with an old token', forAgent, { tokenIsExpired: true }, { ok: false, code: 'ExpiredTokenException' }],
    [
      'are refused by a role that EKS may not tag',
      forAgent,
      { roles: [{ arn: ROLE, trust: policy(byPods('sts:AssumeRole')) }] },
      { ok: false, code: 'AccessDeniedException' },
    ],
    ['come from STS although the node has no agent', forIrsa, { agentRuns: false }, { ok: true, source: 'IRSA' }],
  ])('%s', (_, pod, change, expected) => {
    expect(credentialsOf(pod, around(change))).toMatchObject(expected);
  });
});

describe('the webhook', () => {
  it('adds one of the two, and the association goes first', () => {
    expect(wayOf(ROLE, true)).toEqual({ type: 'Pod Identity' });
    expect(wayOf(ROLE, false)).toEqual({ type: 'IRSA', roleArn: ROLE });
    expect(wayOf(undefined, false)).toBeUndefined();
  });

  it('leaves a pod alone whose service account has neither', () => {
    expect(mutatePod(plain, undefined)).toBe(plain);
  });

  it('asks for a token for STS, and for one that STS does not take', () => {
    const audience = ({ spec }: Pod): string | undefined => spec.volumes?.[0]?.projected.sources[0]?.serviceAccountToken.audience;
    expect([audience(forIrsa), audience(forAgent)]).toEqual(['sts.amazonaws.com', 'pods.eks.amazonaws.com']);
  });

  it('tells every container where its token is', () => {
    const two = { ...plain, spec: { ...plain.spec, containers: ['a', 'b'].map((name) => ({ name, image: 'app:1' })) } };
    const { containers } = mutatePod(two, { type: 'Pod Identity' }).spec;
    const files = containers.map(({ env = [] }) => env.find(({ name }) => name === 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE')?.value);
    expect(files).toEqual(Array.from({ length: 2 }, () => '/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token'));
  });
});

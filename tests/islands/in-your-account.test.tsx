import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { InYourAccount } from '../../src/islands/account-checks/InYourAccount.tsx';
import { cluster, goodObjects, kubernetes, service } from '../account/checks/parts.ts';

afterEach(() => {
  cleanup();
});

const checkOf = (id: string): Promise<HTMLElement> =>
  waitFor(
    () => {
      const found = document.querySelector<HTMLElement>(`[data-check="${id}"]`);
      if (found === null) throw new Error(`The check ${id} is not shown yet.`);
      return found;
    },
    { timeout: 20_000 },
  );

const openFile = (document: object): void => {
  const file = new File([JSON.stringify(document)], 'services.json', { type: 'application/json' });
  fireEvent.change(screen.getByLabelText(/Files of your account/), { target: { files: [file] } });
};

test('nothing is judged before a reader opens an account', () => {
  render(<InYourAccount ids={['ecs-fargate']} world="ecs" />);
  expect(document.querySelector('[data-check]')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Read it live' })).toBeNull();
});

test('the sample account is judged by the checks of the lesson and by no other', async () => {
  render(<InYourAccount ids={['ecs-fargate']} world="ecs" />);
  fireEvent.click(screen.getByRole('button', { name: 'Use the sample account' }));
  const check = await checkOf('ecs-fargate');
  expect(check.dataset['verdict']).toMatch(/^(?:pass|unknown)$/);
  expect(document.querySelectorAll('[data-check]')).toHaveLength(1);
});

test('files are judged, each finding with its evidence, and account ids are hidden until they are revealed', async () => {
  render(<InYourAccount ids={['ecs-fargate', 'ecs-container-insights']} world="ecs" />);
  openFile({
    clusters: [cluster({ clusterName: 'shop-111122223333', settings: [{ name: 'containerInsights', value: 'disabled' }] })],
    services: [service('web')],
  });
  expect((await checkOf('ecs-fargate')).dataset['verdict']).toBe('pass');
  const insights = await checkOf('ecs-container-insights');
  expect(insights.dataset['verdict']).toBe('suggest');
  expect(insights.textContent).toContain('ecs:DescribeClusters');
  expect(insights.textContent).toContain('disabled');
  expect(document.body.textContent).not.toContain('111122223333');
  fireEvent.click(screen.getByRole('button', { name: 'Reveal account ids' }));
  expect(insights.textContent).toContain('shop-111122223333');
});

test('a fix is offered as text for the resource that needs it', async () => {
  render(<InYourAccount ids={['ecs-container-insights']} world="ecs" />);
  openFile({ clusters: [cluster({ settings: [{ name: 'containerInsights', value: 'disabled' }] })] });
  const fix = within(await checkOf('ecs-container-insights')).getByText(/^aws ecs update-cluster-settings/);
  expect(fix.textContent).toContain('--region eu-west-1 --cluster shop ');
});

test('a file that is no account is refused in a sentence', async () => {
  render(<InYourAccount ids={['ecs-fargate']} world="ecs" />);
  const file = new File(['{"services": 7}'], 'broken.json');
  fireEvent.change(screen.getByLabelText(/Files of your account/), { target: { files: [file] } });
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/broken\.json was refused/), { timeout: 20_000 });
  expect(document.querySelector('[data-check]')).toBeNull();
});

const other = kubernetes('v1', 'Pod', 'api-1', 'shop', { spec: { containers: [{ name: 'api' }] }, status: { phase: 'Running' } });

const openObjects = (): void =>
  openFile({
    schema: 'drydock.account-snapshot',
    version: 1,
    regions: [],
    ecs: {},
    eks: { objects: [...goodObjects, other] },
    around: {},
    limits: [],
    denied: [],
    errors: [],
  });

const answer = () => document.querySelector<HTMLElement>('[data-answer]');

test('a reader asks who can do what in their cluster, and is told the binding that decided', async () => {
  render(<InYourAccount ids={['eks-rbac']} world="eks" answers="rbac" />);
  openObjects();
  await checkOf('eks-rbac');
  expect(answer()?.dataset['answer']).toBe('allowed');
  expect(answer()?.textContent).toContain('RoleBinding "readers/shop"');
  fireEvent.change(screen.getByLabelText('Verb'), { target: { value: 'delete' } });
  expect(answer()?.dataset['answer']).toBe('denied');
  fireEvent.change(screen.getByLabelText(/^Namespace/), { target: { value: 'elsewhere' } });
  expect(answer()?.dataset['answer']).toBe('unknown');
});

test('a reader asks who can talk to whom, and is told the policy that decided', async () => {
  render(<InYourAccount ids={['eks-network-policies']} world="eks" answers="flows" />);
  openObjects();
  await checkOf('eks-network-policies');
  expect(answer()?.dataset['answer']).toBe('denied');
  expect(answer()?.textContent).toContain('shop/default-deny');
});

test('without files of kubectl nothing is answered', async () => {
  render(<InYourAccount ids={['eks-rbac']} world="eks" answers="rbac" />);
  openFile({ clusters: [cluster()] });
  await checkOf('eks-rbac');
  expect(document.querySelector('[data-cluster-answers]')?.textContent).toContain('Unknown');
  expect(answer()).toBeNull();
});

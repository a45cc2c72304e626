import type { Frame } from '../../src/model/frame.ts';
import type { Resource } from '../../src/model/resource.ts';
import { deletePod, objectName } from '../../src/simulation/eks/offers.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { ROLE_ARN } from '../../src/simulation/eks/pod-identity/webhook.ts';
import { annotate, ask, associate, dissociate } from './calls.ts';
import { arnOfRole, plan, roleNames } from './cluster.ts';

const roles = roleNames.map((value) => ({ value, label: value }));
const workloadOf = (pod: Resource): string => objectName(pod).replace(/-[^-]+-[^-]+$/, '');

const isAssociated = ({ name }: Resource, { resources }: Frame): boolean =>
  [...resources.values()].some((one) => one.kind === 'eks-pod-identity-association' && one.name === `shop/${name}`);

/** What a reader may ask, give and take away. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'ask',
    label: 'Ask AWS who it is',
    on: 'k8s-pod',
    unavailable: ({ health }) => (health === 'Ready' ? undefined : 'The pod is not ready to run a command.'),
    call: (pod) => ask(workloadOf(pod)),
    command: (pod) => `kubectl exec -n shop ${objectName(pod)} -- aws sts get-caller-identity`,
  },
  deletePod,
  {
    id: 'annotate',
    label: 'Annotate with role',
    on: 'k8s-service-account',
    choice: { type: 'option', label: 'Role', options: [...roles, { value: 'none', label: 'none' }] },
    call: ({ name }, _, value) => annotate(name, value),
    command: ({ name }, _, value) => {
      const change = value === 'none' ? `${ROLE_ARN}-` : `--overwrite ${ROLE_ARN}=${arnOfRole(value)}`;
      return `kubectl annotate serviceaccount ${name} -n shop ${change}`;
    },
  },
  {
    id: 'associate',
    label: 'Associate with role',
    on: 'k8s-service-account',
    choice: { type: 'option', label: 'Role', options: roles },
    unavailable: (account, frame) => (isAssociated(account, frame) ? `${account.name} has an association already.` : undefined),
    call: ({ name }, _, value) => associate(name, value),
    command: ({ name }, _, value) =>
      `aws eks create-pod-identity-association --cluster-name ${plan.name} --namespace shop --service-account ${name} --role-arn ${arnOfRole(value)}`,
  },
  {
    id: 'dissociate',
    label: 'Delete association',
    on: 'eks-pod-identity-association',
    call: (association) => dissociate(objectName(association)),
    command: (association) =>
      `aws eks delete-pod-identity-association --cluster-name ${plan.name} --association-id ${objectName(association)}`,
  },
];

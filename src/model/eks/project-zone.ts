import type { ApiObject } from '../api-object.ts';
import type { Kind } from '../kind.ts';
import type { Projected } from '../project.ts';
import { present, textAt } from './read.ts';

/** An Availability Zone as `aws ec2 describe-availability-zones` prints it. */
export const projectZone = ({ id, body }: ApiObject): readonly Projected[] => [
  {
    resource: {
      id,
      kind: 'ec2-availability-zone',
      name: textAt(body, 'ZoneName') ?? id,
      scope: present({ region: textAt(body, 'RegionName') }),
      status: textAt(body, 'State') ?? 'unavailable',
      details: {},
    },
    relations: [],
  },
];

const projectHidden =
  (kind: Kind, owner: RegExp) =>
  ({ id, body }: ApiObject): readonly Projected[] => {
    const zone = textAt(body, 'zone');
    const version = textAt(body, 'version');
    const resource = {
      id,
      kind,
      name: textAt(body, 'name') ?? id,
      scope: present({ zone }),
      status: textAt(body, 'state') ?? 'Lost',
      details: present({ version, clause: version }),
    };
    return [
      { resource, relations: [zone, id.replace(owner, '')].flatMap((to) => (to === undefined ? [] : { to, kind: 'part-of' as const })) },
    ];
  };

/** One running API server. EKS shows none of them: only a simulation has such objects. */
export const projectApiServerInstance = projectHidden('k8s-api-server-instance', /\/kube-apiserver-\d+$/);

/** One member of etcd. EKS shows none of them either. */
export const projectEtcdMember = projectHidden('k8s-etcd-member', /\/etcd-\d+$/);

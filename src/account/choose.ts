import type { AccountView, LevelId } from '../model/account-view.ts';
import { accountViews } from '../model/account-view.ts';
import type { ApiObject } from '../model/api-object.ts';
import { text } from '../model/ecs/read.ts';
import { nameOf as kubernetesName } from '../model/eks/kubernetes-scope.ts';
import type { Kind } from '../model/kind.ts';
import { arnOf } from './arn.ts';
import type { Estate } from './gather.ts';
import { levels, none } from './levels.ts';

/** The part of an account that a diagram draws: what is chosen on each level, or `none` of it. */
export type Choice = Readonly<Partial<Record<LevelId, string>>>;

/** One thing to choose. */
export interface Option {
  readonly id: string;
  readonly name: string;
}

/** What there is to choose on a level, and what is chosen. */
export interface MenuLevel {
  readonly id: LevelId;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string | undefined;
}

/** The levels of a view, the widest first. */
export type Menu = readonly MenuLevel[];

/** What a menu has chosen. */
export const choiceOf = (menu: Menu): Choice => Object.fromEntries(menu.map(({ id, chosen }) => [id, chosen]));

/** Which side of an account a view is about: EKS with what is in its clusters, or ECS with all around it. */
export const isOfView = ({ kind }: ApiObject, view: AccountView): boolean => /^(?:eks|k8s|istio)-/.test(kind) === view.startsWith('eks');

/** The menu of a view after a wish. What the wish leaves open, or names wrongly, is where most tasks or pods are. */
export function menuOf(estate: Estate, view: AccountView, wish: Choice = {}): Menu {
  let here: readonly ApiObject[] = [...estate.values()].filter((object) => isOfView(object, view));
  return accountViews[view].map((id) => {
    const options = optionsOf(here, id, estate);
    const chosen = pick(
      options,
      wish[id],
      here.filter(isMember).map((object) => levels[id].keyOf(object, estate)),
    );
    here = here.filter((object) => belongs(object, id, chosen, estate));
    return { id, label: levels[id].label, options, chosen };
  });
}

/** Whether an object is in what is chosen on a level, or beside all of it. */
export function belongs(object: ApiObject, level: LevelId, chosen: string | undefined, estate: Estate): boolean {
  const key = levels[level].keyOf(object, estate);
  return chosen === undefined || key === undefined || key === chosen;
}

/** What a reader most likely looks for; the system's own pods are not it. */
const isMember = ({ kind, id }: ApiObject): boolean => kind === 'ecs-task' || (kind === 'k8s-pod' && !id.includes('/Pod/kube-'));

/** The kinds that show by themselves that something belongs to no option. */
const alone: Partial<Readonly<Record<LevelId, ReadonlySet<Kind>>>> = {
  'ecs-cluster': new Set(['ecs-container-instance']),
  'ecs-service': new Set(['ecs-task']),
  'eks-nodegroup': new Set(['k8s-node']),
  'k8s-deployment': new Set(['k8s-pod']),
};

function optionsOf(here: readonly ApiObject[], id: LevelId, estate: Estate): readonly Option[] {
  const { kind, keyOf, without } = levels[id];
  const named = here.flatMap((object): readonly Option[] => {
    if (kind !== undefined) return object.kind === kind ? [{ id: object.id, name: nameOf(object) }] : [];
    const key = keyOf(object, estate);
    return key === undefined ? [] : [{ id: key, name: key }];
  });
  const options = [...new Map(named.map((option) => [option.id, option])).values()];
  if (id === 'region') return regions(options);
  const stray = here.some((object) => keyOf(object, estate) === none && alone[id]?.has(object.kind) === true);
  const loose = id === 'ecs-cluster' && options.length === 0 && here.length > 0;
  return stray || loose ? [...options, { id: none, name: without }] : options;
}

/** Names the account only where there are several. */
function regions(options: readonly Option[]): readonly Option[] {
  const accounts = new Set(options.map(({ id }) => id.split(' ')[0]));
  return options
    .map(({ id }) => {
      const [account = '', region = ''] = id.split(' ');
      return { id, name: accounts.size === 1 ? region : `${region}, account ${account}` };
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The field that names an object, where its id does not. */
const nameFields: Partial<Readonly<Record<Kind, string>>> = {
  'ecs-cluster': 'clusterName',
  'ecs-service': 'serviceName',
  'eks-nodegroup': 'nodegroupName',
};

const nameOf = (object: ApiObject): string =>
  text(object.body, nameFields[object.kind] ?? '') ?? arnOf(object.id)?.path.at(-1) ?? kubernetesName(object);

/** The wished option if there is such, else the one that most of `members` belong to, else the first. */
function pick(options: readonly Option[], wished: string | undefined, members: readonly (string | undefined)[]): string | undefined {
  if (options.some(({ id }) => id === wished)) return wished;
  const counts = new Map<string, number>();
  for (const member of members) counts.set(member ?? none, (counts.get(member ?? none) ?? 0) + 1);
  return options.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))[0]?.id;
}

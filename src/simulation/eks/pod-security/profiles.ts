import type { Check, Forbidden } from './check.ts';
import { distinct, failing, namedContainers, plural, quoted, setters } from './check.ts';
import type { SecuredPod } from './secured-pod.ts';
import { containersOf } from './secured-pod.ts';

const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

const isSeccomp = (type: string | undefined): boolean => type === 'RuntimeDefault' || type === 'Localhost';

const contextsOf = (pod: SecuredPod) => [pod.spec.securityContext, ...containersOf(pod).map(({ securityContext }) => securityContext)];

const isPresent = <T>(value: T | undefined): value is T => value !== undefined;

/** A seccomp profile that is set must be the runtime's own or one on the node. */
export const seccompProfile: Check = (pod) => {
  const isBad = (profile: { readonly type?: string } | undefined): boolean => profile !== undefined && !isSeccomp(profile.type);
  const who = setters(
    isBad(pod.spec.securityContext?.seccompProfile),
    failing(pod, ({ securityContext }) => isBad(securityContext?.seccompProfile)),
  );
  const values = contextsOf(pod)
    .map((context) => context?.seccompProfile)
    .filter(isBad)
    .map((profile) => profile?.type ?? '');
  if (who.length === 0) return undefined;
  return {
    reason: 'seccompProfile',
    detail: `${who.join(' and ')} must not set securityContext.seccompProfile.type to ${quoted(distinct(values))}`,
  };
};

/** Moreover, each container must have one, its own or the pod's. */
export const requiredSeccompProfile: Check = (pod) => {
  const bad = seccompProfile(pod);
  if (bad !== undefined) return bad;
  if (pod.spec.securityContext?.seccompProfile !== undefined) return undefined;
  const names = failing(pod, ({ securityContext }) => securityContext?.seccompProfile === undefined);
  if (names.length === 0) return undefined;
  return {
    reason: 'seccompProfile',
    detail: `pod or ${namedContainers(names)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
  };
};

/** AppArmor may not be turned off, by field or by the older annotation. */
export const appArmorProfile: Check = (pod) => {
  const isBad = (type: string | undefined): boolean => type !== undefined && !isSeccomp(type);
  const who = setters(
    isBad(pod.spec.securityContext?.appArmorProfile?.type),
    failing(pod, ({ securityContext }) => isBad(securityContext?.appArmorProfile?.type)),
  );
  const annotations = Object.entries(pod.metadata?.annotations ?? {})
    .filter(([key, value]) => key.startsWith(ANNOTATION) && value !== '' && value !== 'runtime/default' && !value.startsWith('localhost/'))
    .map(([key, value]) => `${key}="${value}"`);
  const types = contextsOf(pod).map((context) => context?.appArmorProfile?.type);
  const values = distinct([...types.filter(isPresent).filter(isBad), ...annotations]);
  if (values.length === 0) return undefined;
  const all = [...who, ...(annotations.length === 0 ? [] : [plural(annotations.length, 'annotation')])];
  return {
    reason: plural(values.length, 'forbidden AppArmor profile'),
    detail: `${all.join(' and ')} must not set AppArmor profile type to ${quoted(values)}`,
  };
};

const SELINUX_TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

/** SELinux keeps the user, the role and the types that are made for containers. */
export const seLinuxOptions: Check = (pod): Forbidden | undefined => {
  type Options = NonNullable<SecuredPod['spec']['securityContext']>['seLinuxOptions'];
  const isBad = (options: Options): boolean =>
    options !== undefined && (!SELINUX_TYPES.includes(options.type ?? '') || (options.user ?? '') !== '' || (options.role ?? '') !== '');
  const who = setters(
    isBad(pod.spec.securityContext?.seLinuxOptions),
    failing(pod, ({ securityContext }) => isBad(securityContext?.seLinuxOptions)),
  );
  if (who.length === 0) return undefined;
  const set = contextsOf(pod)
    .map((context) => context?.seLinuxOptions)
    .filter(isPresent);
  const types = distinct(set.map(({ type = '' }) => type).filter((type) => !SELINUX_TYPES.includes(type)));
  const data = [
    ...(types.length === 0 ? [] : [`${plural(types.length, 'type')} ${quoted(types)}`]),
    ...(set.some(({ user = '' }) => user !== '') ? ['user may not be set'] : []),
    ...(set.some(({ role = '' }) => role !== '') ? ['role may not be set'] : []),
  ];
  return { reason: 'seLinuxOptions', detail: `${who.join(' and ')} set forbidden securityContext.seLinuxOptions: ${data.join('; ')}` };
};

import { added, baselineChecks, procMount } from './baseline.ts';
import type { Check } from './check.ts';
import { distinct, failing, forbid, namedContainers, plural, quoted, setters } from './check.ts';
import { requiredSeccompProfile } from './profiles.ts';
import { containersOf, hasOwnUsers, isWindows } from './secured-pod.ts';

const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'];

const allowPrivilegeEscalation: Check = (pod) =>
  forbid(
    'allowPrivilegeEscalation != false',
    failing(pod, ({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false),
    'must set securityContext.allowPrivilegeEscalation=false',
  );

const capabilities: Check = (pod) => {
  const allowed = ['NET_BIND_SERVICE'];
  const keeping = failing(pod, ({ securityContext }) => securityContext?.capabilities?.drop?.includes('ALL') !== true);
  const adding = failing(pod, (container) => added(container, allowed).length > 0);
  const values = distinct(containersOf(pod).flatMap((container) => added(container, allowed)));
  const details = [
    ...(keeping.length === 0 ? [] : [`${namedContainers(keeping)} must set securityContext.capabilities.drop=["ALL"]`]),
    ...(adding.length === 0 ? [] : [`${namedContainers(adding)} must not include ${quoted(values)} in securityContext.capabilities.add`]),
  ];
  return details.length === 0 ? undefined : { reason: 'unrestricted capabilities', detail: details.join('; ') };
};

const volumes: Check = ({ spec }) => {
  const typeOf = (volume: Readonly<Record<string, unknown>>): string =>
    Object.keys(volume).find((key) => key !== 'name' && volume[key] !== undefined) ?? 'unknown';
  const bad = (spec.volumes ?? []).filter((volume) => !VOLUMES.includes(typeOf(volume)));
  if (bad.length === 0) return undefined;
  const types = distinct(bad.map(typeOf));
  const uses = `${plural(bad.length, 'uses', 'use')} restricted ${plural(types.length, 'volume type')} ${quoted(types)}`;
  return { reason: 'restricted volume types', detail: `${plural(bad.length, 'volume')} ${quoted(bad.map(({ name }) => name))} ${uses}` };
};

const runAsNonRoot: Check = (pod) => {
  if (hasOwnUsers(pod)) return undefined;
  const reason = 'runAsNonRoot != true';
  const { runAsNonRoot: ofPod } = pod.spec.securityContext ?? {};
  const who = setters(
    ofPod === false,
    failing(pod, ({ securityContext }) => securityContext?.runAsNonRoot === false),
  );
  if (who.length > 0) return { reason, detail: `${who.join(' and ')} must not set securityContext.runAsNonRoot=false` };
  const silent = ofPod === true ? [] : failing(pod, ({ securityContext }) => securityContext?.runAsNonRoot === undefined);
  if (silent.length === 0) return undefined;
  return { reason, detail: `pod or ${namedContainers(silent)} must set securityContext.runAsNonRoot=true` };
};

const runAsUser: Check = (pod) => {
  if (hasOwnUsers(pod)) return undefined;
  const who = setters(
    pod.spec.securityContext?.runAsUser === 0,
    failing(pod, ({ securityContext }) => securityContext?.runAsUser === 0),
  );
  return who.length === 0 ? undefined : { reason: 'runAsUser=0', detail: `${who.join(' and ')} must not set runAsUser=0` };
};

const onLinux =
  (check: Check): Check =>
  (pod) =>
    isWindows(pod) ? undefined : check(pod);

/** The checks of baseline for which this level has a stricter one. */
const replaced = ['capabilities', 'hostPathVolumes', 'procMount', 'seccompProfile'];

/** The checks of the level restricted: those of baseline that none of its own stands in for, then its own. */
export const restrictedChecks: Readonly<Record<string, Check>> = {
  ...Object.fromEntries(Object.entries(baselineChecks).filter(([id]) => !replaced.includes(id))),
  allowPrivilegeEscalation: onLinux(allowPrivilegeEscalation),
  capabilities: onLinux(capabilities),
  procMount,
  volumes,
  runAsNonRoot,
  runAsUser,
  seccompProfile: onLinux(requiredSeccompProfile),
};

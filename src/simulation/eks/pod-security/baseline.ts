import type { Check } from './check.ts';
import { distinct, failing, forbid, plural, quoted, setters } from './check.ts';
import { appArmorProfile, seccompProfile, seLinuxOptions } from './profiles.ts';
import type { SecuredContainer } from './secured-pod.ts';
import { containersOf, hasOwnUsers } from './secured-pod.ts';

const CAPABILITIES = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

const SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
];

/** The capabilities that a container adds beyond a list. */
export const added = ({ securityContext }: SecuredContainer, allowed: readonly string[]): readonly string[] =>
  (securityContext?.capabilities?.add ?? []).filter((one) => !allowed.includes(one));

const capabilities: Check = (pod) => {
  const names = failing(pod, (container) => added(container, CAPABILITIES).length > 0);
  const values = distinct(containersOf(pod).flatMap((container) => added(container, CAPABILITIES)));
  return forbid('non-default capabilities', names, `must not include ${quoted(values)} in securityContext.capabilities.add`);
};

const hostNamespaces: Check = ({ spec: { hostNetwork, hostPID, hostIPC } }) => {
  const shared = Object.entries({ hostNetwork, hostPID, hostIPC }).filter(([, value]) => value === true);
  return shared.length === 0 ? undefined : { reason: 'host namespaces', detail: shared.map(([name]) => `${name}=true`).join(', ') };
};

const hostPathVolumes: Check = ({ spec: { volumes = [] } }) => {
  const names = volumes.filter((volume) => volume['hostPath'] !== undefined).map(({ name }) => name);
  return names.length === 0 ? undefined : { reason: 'hostPath volumes', detail: `${plural(names.length, 'volume')} ${quoted(names)}` };
};

const portsOf = ({ ports = [] }: SecuredContainer): readonly string[] =>
  ports.flatMap(({ hostPort = 0 }) => (hostPort === 0 ? [] : [`${hostPort}`]));

const hostPorts: Check = (pod) => {
  const names = failing(pod, (container) => portsOf(container).length > 0);
  const values = distinct(containersOf(pod).flatMap(portsOf));
  return forbid('hostPort', names, `${plural(names.length, 'uses', 'use')} ${plural(values.length, 'hostPort')} ${values.join(', ')}`);
};

const hostsOf = ({ livenessProbe, readinessProbe, startupProbe, lifecycle }: SecuredContainer): readonly string[] =>
  [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop]
    .flatMap((handler) => [handler?.httpGet?.host ?? '', handler?.tcpSocket?.host ?? ''])
    .filter((host) => host !== '');

const hostProbes: Check = (pod) => {
  const names = distinct(failing(pod, (container) => hostsOf(container).length > 0));
  const values = distinct(containersOf(pod).flatMap(hostsOf));
  const what = `${plural(names.length, 'uses', 'use')} ${plural(values.length, 'probe or lifecycle host')} ${quoted(values)}`;
  return forbid('probe or lifecycle host', names, what);
};

const privileged: Check = (pod) =>
  forbid(
    'privileged',
    failing(pod, ({ securityContext }) => securityContext?.privileged === true),
    'must not set securityContext.privileged=true',
  );

/** The proc mount of every container must be the default one. */
export const procMount: Check = (pod) => {
  const valueOf = ({ securityContext }: SecuredContainer): string => securityContext?.procMount ?? 'Default';
  const names = failing(pod, (container) => valueOf(container) !== 'Default');
  const values = distinct(containersOf(pod).map(valueOf)).filter((value) => value !== 'Default');
  return forbid('procMount', names, `must not set securityContext.procMount to ${quoted(values)}`);
};

const sysctls: Check = ({ spec: { securityContext } }) => {
  const names = (securityContext?.sysctls ?? []).map(({ name }) => name).filter((name) => !SYSCTLS.includes(name));
  return names.length === 0 ? undefined : { reason: 'forbidden sysctls', detail: names.join(', ') };
};

const windowsHostProcess: Check = (pod) => {
  const who = setters(
    pod.spec.securityContext?.windowsOptions?.hostProcess === true,
    failing(pod, ({ securityContext }) => securityContext?.windowsOptions?.hostProcess === true),
  );
  const detail = `${who.join(' and ')} must not set securityContext.windowsOptions.hostProcess=true`;
  return who.length === 0 ? undefined : { reason: 'hostProcess', detail };
};

/** The checks of the level baseline, by their ids, in the order of the API server. */
export const baselineChecks: Readonly<Record<string, Check>> = {
  appArmorProfile,
  capabilities,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbes,
  privileged,
  procMount: (pod) => (hasOwnUsers(pod) ? undefined : procMount(pod)),
  seLinuxOptions,
  seccompProfile,
  sysctls,
  windowsHostProcess,
};

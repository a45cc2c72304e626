const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const PREFIX = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;
const VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

/** Why the API refuses a label key. */
export const invalidKey = (path: string, key: string): string =>
  `${path}: Invalid value: "${key}": a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`;

/** Why the API refuses a label value. */
export const invalidValue = (path: string, value: string): string =>
  `${path}: Invalid value: "${value}": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`;

/** Whether a text may be the key of a label. */
export function isLabelKey(key: string): boolean {
  const parts = key.split('/');
  const [prefix = '', name = ''] = parts.length === 1 ? ['x', key] : parts;
  return parts.length <= 2 && PREFIX.test(prefix) && QUALIFIED.test(name) && name.length <= 63;
}

/** Whether a text may be the value of a label. */
export const isLabelValue = (value: string): boolean => VALUE.test(value) && value.length <= 63;

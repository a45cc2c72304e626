import { expect, test } from 'vitest';
import { factsOnPage, shortAddress, sourcesOnPage } from '../../src/components/facts/page-facts.ts';

test('a page shows the facts that its text names, each once and in the order in which they are met', () => {
  const text =
    'It drains for <Fact id="elb.deregistration-delay" />, and costs <Fact id="eks.standard.price" /> or <Fact id="elb.deregistration-delay" />.';
  expect(factsOnPage(text)).toEqual(['elb.deregistration-delay', 'eks.standard.price']);
});

test('a page with the comparison shows its facts as well', () => {
  expect(factsOnPage('<Comparison list="claims" />')).toContain('eks.auto-mode.fee');
});

test('facts that were read in one source on one day stand under it', () => {
  const sources = sourcesOnPage(
    '<Fact id="eks.standard.price" /> <Fact id="elb.deregistration-delay" /> <Fact id="eks.extended.price" />',
    'A page',
  );
  expect(sources.map(({ taken }) => taken.map(({ id }) => id))).toEqual([
    ['eks.standard.price', 'eks.extended.price'],
    ['elb.deregistration-delay'],
  ]);
});

test('an unknown fact is refused with the page and the id', () => {
  expect(() => sourcesOnPage('<Fact id="elb.no-such-thing" />', 'The page /ecs/')).toThrow(
    'The page /ecs/ uses the fact "elb.no-such-thing"',
  );
});

test.each([
  ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/', 'kubernetes.io/…/pod-lifecycle'],
  ['https://aws.amazon.com/eks/', 'aws.amazon.com/eks'],
  ['https://example.org/', 'example.org'],
])('the address %s is %s in short', (url, short) => {
  expect(shortAddress(url)).toBe(short);
});

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src/account/read-files.ts';
import { project } from '../../src/model/project.ts';
import { allProjectors } from '../../src/model/projectors.ts';

const hostile = [
  ['quotes', `"'\`');DROP`],
  ['markup', '<img src=x onerror=alert(1)><script>alert(1)</script>'],
  ['Mermaid directives', '%%{init: {"securityLevel":"loose"}}%%\nclick a "javascript:alert(1)"'],
  ['right-to-left', '\u202Egnp.\u0627\u0644\u0639\u0631\u0628\u064A\u0629\u2067'],
  ['255 characters', 'W'.repeat(255)],
  ['control characters', 'a\u0000b\u001b[31mc\r\nd'],
  ['the names of prototypes', '__proto__'],
] as const;

/** Characters that steer a terminal or turn the direction of the text around them. */
const steering = /[\p{Cc}\p{Bidi_Control}]/u;

const filesNaming = (name: string): readonly unknown[] => {
  const clusterArn = `arn:aws:ecs:eu-west-1:111122223333:cluster/${name}`;
  const metadata = { name, namespace: name, labels: { [name]: name } };
  return [
    { clusters: [{ clusterArn, clusterName: name, status: name }] },
    {
      services: [{ serviceArn: `arn:aws:ecs:eu-west-1:111122223333:service/demo/${name}`, serviceName: name, events: [{ message: name }] }],
    },
    {
      tasks: [
        { taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/demo/${name}`, lastStatus: name, stoppedReason: name, containers: [{ name }] },
      ],
    },
    { cluster: { name, arn: `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`, status: name } },
    { addon: { addonName: name, addonArn: `arn:aws:eks:eu-west-1:111122223333:addon/${name}/${name}/1`, status: name } },
    { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name, image: name }] }, status: { phase: name } },
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata, spec: { rules: [{ host: name }] } },
    { apiVersion: name, kind: name, metadata },
  ];
};

describe.each(hostile)('requirement 20: names of %s', (_, name) => {
  const reading = readFiles(filesNaming(name).map((file, index) => ({ name: `${name}-${index}.json`, text: JSON.stringify(file) })));
  const resources = reading.objects.flatMap((object) => project(object, allProjectors).resources);

  it('are read, drawn and told as words on one line that turn nothing around', () => {
    expect(reading.notices.filter(({ kind }) => kind === 'problem')).toEqual([]);
    expect(resources.length).toBeGreaterThan(6);
    const words = [
      ...resources.flatMap(({ name: shown, status, text = '' }) => [shown, status, text]),
      ...reading.notices.map(({ text }) => text),
    ];
    expect(words.filter((word) => steering.test(word))).toEqual([]);
  });

  it('leave the words of the name itself as they are', () => {
    const plain = name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ');
    expect(reading.objects.find(({ kind }) => kind === 'ecs-service')?.body['serviceName']).toBe(plain);
  });

  it('change no object of the program', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('requirement 20: no name becomes markup or Mermaid source', () => {
  const sources = globSync('src/{account,islands,embed}/**/*.{ts,tsx}');

  it('as no code of the page writes HTML or loads Mermaid', () => {
    expect(sources.length).toBeGreaterThan(100);
    const writesHtml =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|from 'mermaid'|import\('mermaid'\)/;
    expect(sources.filter((file) => writesHtml.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

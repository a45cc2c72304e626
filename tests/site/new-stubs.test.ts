import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDiagram } from '../../src/tools/new-diagram.ts';
import { newLesson } from '../../src/tools/new-lesson.ts';
import { bareNumbers, proseOf } from '../lessons/lesson-sources.ts';
import { buildCopy, withSiteCopy } from './site-copy.ts';

test('a new lesson and a new diagram build as they are laid out, and nothing is written over', () => {
  withSiteCopy('new-stubs', (root) => {
    const lesson = newLesson(root, 'ecs/my-lesson');
    expect(newDiagram(root, 'eks-probes')).toBe('diagrams/eks-probes');
    expect(bareNumbers(proseOf(readFileSync(join(root, lesson), 'utf8')))).toEqual([]);

    const { status, said } = buildCopy(root);
    expect(said).toContain('/ecs/my-lesson/index.html');
    expect(status).toBe(0);
    expect(readFileSync(join(root, 'dist/diagrams/index.html'), 'utf8')).toContain('<code>eks-probes</code>');

    expect(() => newLesson(root, 'ecs/my-lesson')).toThrow('content/docs/ecs/my-lesson.mdx is there already. Choose another id.');
    expect(() => newDiagram(root, 'eks-probes')).toThrow('diagrams/eks-probes/ is there already. Choose another id.');
  });
});

test.each(['Task', 'ecs', 'ecs/Task', 'ecs/a/b', '../ecs/x', 'nowhere/x'])('"%s" is not the id of a lesson', (id) => {
  expect(() => newLesson('.', id)).toThrow(`"${id}" is not the id of a lesson.`);
  expect(existsSync(`content/docs/${id}.mdx`)).toBe(false);
});

test.each(['capacity', 'ecs', 'ECS-x', 'ecs-../x', 'aws-x'])('"%s" is not the id of a diagram', (id) => {
  expect(() => newDiagram('.', id)).toThrow(`"${id}" is not the id of a diagram.`);
});

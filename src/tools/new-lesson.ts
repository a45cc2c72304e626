import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { atRoot, fromCommandLine, titleOf } from './command-line.ts';

const stub = (title: string, diagram: string) => `---
title: ${title}
description: One sentence that says what the reader will understand.
---

Begin with what the reader wants to do, in one or two sentences.

## What you will be able to do

- Say what the parts are, and which of them acts.
- Predict what happens when one of them breaks.

<Diagram id="${diagram}" />

## Why

Why before how. Then let the reader predict, and try it in the diagram.

## Break it

Name the button that breaks something, and ask what will happen first.

## When not to use it

Say when another way is better.
`;

/** The folders of lessons, with the diagram that a new lesson of each begins with. */
const folders: Readonly<Record<string, string>> = {
  start: 'ecs-service',
  ecs: 'ecs-service',
  eks: 'eks-deployment',
  compare: 'ecs-service',
};

/** Lays out a lesson; its id is its path and its URL, such as `ecs/task-lifecycle`. Gives the file that it wrote. */
export function newLesson(root: string, id: string): string {
  const [folder = '', name = ''] = id.split('/');
  const diagram = folders[folder];
  if (diagram === undefined || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || id !== `${folder}/${name}`) {
    throw new Error(
      `"${id}" is not the id of a lesson. Write FOLDER/NAME in lower case, where FOLDER is ${Object.keys(folders).join(', ')}.`,
    );
  }
  const file = join('content/docs', `${id}.mdx`);
  if (existsSync(join(root, file))) throw new Error(`${file} is there already. Choose another id.`);
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), stub(titleOf(name), diagram));
  return file;
}

fromCommandLine(
  import.meta.url,
  'npm run new:lesson -- FOLDER/NAME',
  (id) => `Wrote ${newLesson(atRoot, id)}. See it with "npm run dev" at /${id}/.`,
);

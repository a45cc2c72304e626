import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { atRoot, fromCommandLine, titleOf } from './command-line.ts';

const stub = (title: string, diagram: string, question: string) => `---
title: ${title}
description: One sentence that says what the reader will understand.
---

Begin with why the reader needs this, in one or two sentences.

## What you will be able to do

- Say what the parts are, and which of them acts.
- Predict what happens when one of them breaks.

<Diagram id="${diagram}" />

## Why

Why before how.

## Predict, then run

Say what the reader shall think of first.

<Predict id="${question}" />

## Break it

- **Reset**, and then name a button that breaks something. Ask what will happen first.

## The price of it

Say what the practice costs.

### When not to

Say when another way is better.

## Commands

\`\`\`sh
aws ecs describe-services --cluster demo --services web
\`\`\`

The service keeps the latest <Fact id="ecs.events-kept" /> events.

## Sources

<Sources />
`;

/** A diagram that a new lesson begins with, and a question about it to begin with a copy of. */
interface Beginning {
  readonly diagram: string;
  readonly question: string;
}

const ecs: Beginning = { diagram: 'ecs-service', question: 'stopped-task' };
const eks: Beginning = { diagram: 'eks-deployment', question: 'mistyped-image' };

/** The folders of lessons, with what a new lesson of each begins with. */
const folders: Readonly<Record<string, Beginning>> = { start: ecs, ecs, eks, compare: ecs };

const questionFile = (id: string): string => join('content/questions', `${id}.yaml`);

/** Lays out a lesson with a question; its id is its path and its URL, such as `ecs/task-lifecycle`. Gives the file of the lesson. */
export function newLesson(root: string, id: string): string {
  const [folder = '', name = ''] = id.split('/');
  const beginning = folders[folder];
  if (beginning === undefined || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || id !== `${folder}/${name}`) {
    throw new Error(
      `"${id}" is not the id of a lesson. Write FOLDER/NAME in lower case, where FOLDER is ${Object.keys(folders).join(', ')}.`,
    );
  }
  const file = join('content/docs', `${id}.mdx`);
  const question = questionFile(name);
  for (const one of [file, question]) if (existsSync(join(root, one))) throw new Error(`${one} is there already. Choose another id.`);
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), stub(titleOf(name), beginning.diagram, name));
  copyFileSync(join(root, questionFile(beginning.question)), join(root, question));
  return file;
}

fromCommandLine(
  import.meta.url,
  'npm run new:lesson -- FOLDER/NAME',
  (id) => `Wrote ${newLesson(atRoot, id)}, with a question of the same name in content/questions/. See it with "npm run dev" at /${id}/.`,
);

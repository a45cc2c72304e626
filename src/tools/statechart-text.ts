import { createHash } from 'node:crypto';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { toDirectedGraph, type DirectedGraphNode } from 'xstate/graph';

/** A statechart as Mermaid text, with the path of each state, such as `ACTIVATING.pulling`, under the id that it has there. */
export interface StatechartText {
  readonly text: string;
  readonly paths: ReadonlyMap<string, string>;
}

/** Stands for the whole machine, whose transitions may begin in any state. */
const ANY = 'any';

const pathOf = ({ path }: AnyStateNode): string => path.join('.');

/** Writes the statechart of a machine as a Mermaid state diagram; transitions that change no state are left out. */
export function statechartText(machine: AnyStateMachine): StatechartText {
  const root = toDirectedGraph(machine);
  const ids = new Map<AnyStateNode, string>();
  const number = (node: DirectedGraphNode): void => {
    ids.set(node.stateNode, `s${ids.size}`);
    node.children.forEach(number);
  };
  root.children.forEach(number);
  const idOf = (node: AnyStateNode): string => ids.get(node) ?? ANY;
  const transitions = transitionsOf(root, idOf);
  const any = transitions.some((line) => line.startsWith(`  ${ANY} `)) ? [`  state "any state" as ${ANY}`] : [];
  const lines = ['stateDiagram-v2', ...statesOf(root, idOf, '  '), ...any, ...transitions];
  return { text: `${lines.join('\n')}\n`, paths: new Map(Array.from(ids, ([node, id]) => [id, pathOf(node)])) };
}

function statesOf(parent: DirectedGraphNode, idOf: (node: AnyStateNode) => string, indent: string): readonly string[] {
  const { stateNode } = parent;
  const regions = parent.children.map((child) => {
    const inner = statesOf(child, idOf, `${indent}  `);
    const declared = `${indent}state "${child.stateNode.key}" as ${idOf(child.stateNode)}`;
    return inner.length === 0 ? [declared] : [`${declared} {`, ...inner, `${indent}}`];
  });
  if (stateNode.type === 'parallel') return regions.flatMap((region, i) => (i === 0 ? region : [`${indent}--`, ...region]));
  const begins = parent.children.length === 0 ? [] : stateNode.initial.target.slice(0, 1);
  return [...regions.flat(), ...begins.map((first) => `${indent}[*] --> ${idOf(first)}`)];
}

function transitionsOf(root: DirectedGraphNode, idOf: (node: AnyStateNode) => string): readonly string[] {
  const words = new Map<string, string[]>();
  const visit = (node: DirectedGraphNode): void => {
    for (const { source, target, transition } of node.edges) {
      if (transition.target === undefined) continue;
      const arrow = `  ${idOf(source)} --> ${idOf(target)}`;
      words.set(arrow, [...(words.get(arrow) ?? []), wordOf(transition)]);
    }
    node.children.forEach(visit);
  };
  visit(root);
  return Array.from(words, ([arrow, events]) => `${arrow} : ${[...new Set(events)].join(', ')}`);
}

/** What brings a transition about: an event, or the end of a delay. */
function wordOf({ eventType, delay }: { readonly eventType: string; readonly delay?: unknown }): string {
  if (eventType.startsWith('xstate.after.')) {
    const [, , name = ''] = eventType.split('.');
    const time = Number(delay ?? name);
    return `after ${Number.isNaN(time) ? name : `${time / 1000} s`}`;
  }
  if (eventType.startsWith('xstate.done.')) return 'done';
  return eventType === '' ? 'at once' : eventType;
}

/** Tells two texts apart; kept in the drawing, so that a stale one is found without drawing it again. */
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

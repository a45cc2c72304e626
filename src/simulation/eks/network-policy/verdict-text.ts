import type { FlowVerdict, SideVerdict } from './allows-flow.ts';

/** Where policies are stored and nothing enforces them. */
export const NOT_ENFORCED = 'Nothing enforces policies in this cluster: every connection passes.';

const sides = ['egress', 'ingress'] as const;
type Side = (typeof sides)[number];

const sidesOf = (verdict: FlowVerdict): readonly (SideVerdict & { readonly side: Side })[] =>
  sides.flatMap((side) => {
    const own = verdict[side];
    return own === undefined ? [] : [{ ...own, side }];
  });

/** The policies that decided: those that isolate a side which nothing allows, else those that allow. */
export function decidedBy(verdict: FlowVerdict): readonly string[] {
  const refused = sidesOf(verdict).find(({ allowed }) => !allowed);
  return refused?.isolatedBy ?? [...new Set(sidesOf(verdict).flatMap(({ allowedBy }) => allowedBy))];
}

/** Why a connection may start or not, in one sentence. The way out is judged before the way in. */
export function verdictText(verdict: FlowVerdict): string {
  const refused = sidesOf(verdict).find(({ allowed }) => !allowed);
  if (refused !== undefined) {
    return `For ${refused.side} isolated by ${refused.isolatedBy.join(', ')}, and no policy allows this.`;
  }
  const allowing = sidesOf(verdict).filter(({ allowedBy }) => allowedBy.length > 0);
  if (allowing.length === 0) return 'No policy isolates either end.';
  return `By ${allowing.map(({ side, allowedBy }) => `${allowedBy.join(', ')} for ${side}`).join('; ')}.`;
}

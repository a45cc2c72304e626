const JOURNEY_MS = 650;
const SVG = 'http://www.w3.org/2000/svg';

/** Whether the reader has asked for less motion: then a move is a cut, and no dot sets out. */
export const wantsLessMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Lets a dot travel along a line once; it is gone when it arrives. */
export function sendDot(into: SVGGElement, path: string): void {
  if (wantsLessMotion()) return;
  const dot = document.createElementNS(SVG, 'circle');
  dot.setAttribute('r', '4.5');
  dot.style.offsetPath = `path("${path}")`;
  into.append(dot);
  const journey = dot.animate([{ offsetDistance: '0%' }, { offsetDistance: '100%' }], { duration: JOURNEY_MS, easing: 'ease-in-out' });
  journey.onfinish = () => {
    dot.remove();
  };
}

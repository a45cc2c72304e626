/** A section of a lesson: its title and all that stands under it. */
export interface Section {
  readonly title: string;
  readonly text: string;
}

/** The sections of a lesson in order; first, without a title, what stands before them. */
export function sectionsOf(source: string): readonly Section[] {
  const sections = [{ title: '', lines: [] as string[] }];
  let isCode = false;
  for (const line of source.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode;
    if (!isCode && line.startsWith('## ')) sections.push({ title: line.slice(3), lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ title, lines }) => ({ title, text: lines.join('\n') }));
}

/** What each element of a list names, where it names something. */
export const namesOf = <Element>(elements: readonly Element[], name: (element: Element) => string | undefined): readonly string[] =>
  elements.flatMap((element) => name(element) ?? []);

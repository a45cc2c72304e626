/** The parts of the site that the header links to, and the folders of pages that belong to each. */
export const sections = [
  { word: 'drydock.nav.learn', href: '/start/how-to-read/', folders: ['start', 'ecs', 'eks'] },
  { word: 'drydock.nav.practise', href: '/tutorials/first-service/', folders: ['tutorials'] },
  { word: 'drydock.nav.compare', href: '/compare/overview/', folders: ['compare'] },
  { word: 'drydock.nav.account', href: '/account/', folders: ['account'] },
] as const;

/** The first folder of a path, which tells a page's section and subject. */
export const folderOf = (path: string): string => path.split('/')[1] ?? '';

/** The class that gives a page its accent; a page about neither world has none. */
export const subjectOf = (path: string): 'ecs' | 'eks' | undefined => {
  const folder = folderOf(path);
  return folder === 'ecs' || folder === 'eks' ? folder : undefined;
};

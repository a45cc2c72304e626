import { spawn } from 'node:child_process';

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** Whether there is somebody at a screen to open a browser for. */
const hasScreen = ({ CI, DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv) =>
  CI === undefined && (process.platform !== 'linux' || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined);

/** Opens an address in the reader's browser where there is one; the printed address serves otherwise. */
export function openBrowser(url: string): void {
  const [command, ...args] = openers[process.platform] ?? [];
  if (command === undefined || !hasScreen(process.env)) return;
  const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { fireEvent } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import scenario from '../../diagrams/ecs-service/scenario.ts';
import AccountSource from '../../src/islands/live-diagram/account/AccountSource.tsx';
import type { Frame } from '../../src/model/frame.ts';
import { kinds } from '../../src/model/kind.ts';
import { recorded } from './fixtures.ts';

const all = new Set(kinds);
const fileOf = (name: string): File => {
  const { name: title, text } = recorded(name);
  return new File([text], title);
};

/** Draws the source with the given files, and remembers what it hands on. */
function opened(...files: readonly File[]) {
  const frames: [Frame, string][] = [];
  const onClose = vi.fn();
  const props = {
    scenario,
    onTry: vi.fn(),
    view: 'ecs-service' as const,
    kinds: all,
    onClose,
    onFrame: (frame: Frame, source: string) => frames.push([frame, source]),
  };
  const view = render(<AccountSource {...props} files={files.length === 0 ? undefined : files} />);
  return { frames, onClose, reopen: (...next: readonly File[]) => view.rerender(<AccountSource {...props} files={next} />) };
}

const status = (text: RegExp): Promise<void> => waitFor(() => expect(screen.getByRole('status').textContent).toMatch(text));
const optionsOf = (label: string): readonly (string | null)[] =>
  [...screen.getByLabelText(label).querySelectorAll('option')].map((option) => option.textContent);

afterEach(cleanup);

describe('the account source', () => {
  it('hands on a frame of the chosen files and says what is drawn', async () => {
    const { frames } = opened(fileOf('ecs/describe-services.json'));
    await status(/^Drawn: /);
    expect(frames.at(-1)?.[1]).toBe('account');
    expect(optionsOf('Region')).toEqual(['us-west-2']);
    expect(optionsOf('Cluster')).toEqual(['default']);
    expect(optionsOf('Service')).toEqual(['my-http-service']);
    expect(screen.getByText(/counts 10 running and 0 pending tasks, of which 0 are in the files/)).toBeTruthy();
  });

  it('merges several files, and goes where the reader chooses', async () => {
    const { frames } = opened(fileOf('ecs/describe-services.json'), fileOf('ecs/describe-tasks.json'));
    await status(/^Drawn: /);
    expect(optionsOf('Region')).toEqual(['us-east-1', 'us-west-2']);
    const before = frames.length;
    fireEvent.change(screen.getByLabelText('Region'), { target: { value: '1' } });
    expect(optionsOf('Service')).toEqual(['my-http-service']);
    expect(frames).toHaveLength(before + 1);
    expect(screen.getByText(/cluster MyCluster in us-east-1: task 4d590253bb114126b7afa7b58eea9221/)).toBeTruthy();
  });

  it('draws the bundled sample for those who have no account', async () => {
    const { frames } = opened();
    fireEvent.click(screen.getByRole('button', { name: 'Use the sample account' }));
    await status(/^Drawn: /);
    expect(frames.at(-1)?.[1]).toBe('sample');
  });

  it('prints no account id before it is revealed, and hides it again', async () => {
    opened(fileOf('ecs/describe-services.json'), new File([''], '123456789012.json'), fileOf('ecs/describe-clusters-2.json'));
    await status(/^Drawn: /);
    expect(document.body.innerHTML).not.toMatch(/123456789012|123456789222/);
    fireEvent.click(screen.getByRole('button', { name: 'Reveal account id' }));
    expect(document.body.innerHTML).toMatch(/123456789012/);
    fireEvent.click(screen.getByRole('button', { name: 'Hide account id' }));
    expect(document.body.innerHTML).not.toMatch(/123456789012|123456789222/);
  });

  it('keeps the picture when later files are refused, and says why in one sentence', async () => {
    const { frames, reopen } = opened(fileOf('ecs/describe-services.json'));
    await status(/^Drawn: /);
    const before = frames.length;
    reopen(new File(['{'], 'broken.json'));
    await status(/^broken\.json is not JSON; run the command again with --output json\. Drawn: /);
    expect(frames).toHaveLength(before);
  });

  it('refuses more than 25 MB unread', async () => {
    const { frames } = opened(new File([new Uint8Array(26_000_000)], 'huge.json'));
    await status(/^These files hold 26 MB; at most 25 MB can be opened at once\./);
    expect(frames).toEqual([]);
  });

  it('reads what PowerShell writes, which is UTF-16', async () => {
    const { text } = recorded('ecs/describe-services.json');
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    opened(new File([bytes], 'services.json'));
    await status(/^Drawn: /);
  });

  it('makes no markup of a hostile name', async () => {
    const name = `<img src=x onerror=alert(1)>"'%%{init}%%\u202Egnp.${'x'.repeat(200)}`;
    const service = { serviceArn: `arn:aws:ecs:eu-west-1:111122223333:service/demo/${name}`, serviceName: name };
    opened(new File([JSON.stringify({ services: [service] })], `${name}.json`), new File([''], `${name}2.json`));
    await status(/^Drawn: /);
    expect(document.querySelector('img')).toBeNull();
    expect(optionsOf('Service')[0]).toContain('<img src=x onerror=alert(1)>');
    expect(document.body.textContent).not.toContain('\u202E');
  });

  it('keeps nothing in the browser', async () => {
    opened(fileOf('ecs/describe-services.json'));
    await status(/^Drawn: /);
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
  });

  it('leads back to the simulation', () => {
    const { onClose } = opened();
    fireEvent.click(screen.getByRole('button', { name: 'Back to the simulation' }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

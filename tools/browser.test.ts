import { chromium } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { chromiumArgs, ensureChromium, findChromium } from './browser.mjs';
import type { Machine } from './machine.mjs';

const own = chromium.executablePath();

interface Invented extends Machine {
  /** Every command run, in order, as one line each. */
  readonly ran: readonly string[];
}

/** A machine that knows `files` and the commands of `path`, on which the lines that match `fails` fail and `effects` put files there. */
function machineWith({
  files = [],
  path = {},
  env = {},
  isRoot = true,
  fails = /^$/,
  effects = [],
}: {
  files?: readonly string[];
  path?: Record<string, string>;
  env?: Record<string, string>;
  isRoot?: boolean;
  fails?: RegExp;
  effects?: readonly [when: RegExp, command: string, file: string][];
}): Invented {
  const there = new Set([...files, ...Object.values(path)]);
  const commands = new Map(Object.entries(path));
  const ran: string[] = [];
  return {
    env,
    isRoot,
    ran,
    exists: (file) => there.has(file),
    which: (command) => commands.get(command) ?? null,
    run: (command, args) => {
      const line = [command, ...args].join(' ');
      ran.push(line);
      if (fails.test(line)) return Promise.resolve(false);
      for (const [when, name, file] of effects) {
        if (!when.test(line)) continue;
        there.add(file);
        if (name !== '') commands.set(name, file);
      }
      return Promise.resolve(true);
    },
  };
}

describe('findChromium', () => {
  it('takes the one that TIMESLICE_CHROMIUM names before any other', () => {
    expect(findChromium(machineWith({ env: { TIMESLICE_CHROMIUM: '/my/chrome' }, files: ['/my/chrome', own] }))).toBe(
      '/my/chrome',
    );
  });

  it('says so when TIMESLICE_CHROMIUM names nothing', () => {
    expect(() => findChromium(machineWith({ env: { TIMESLICE_CHROMIUM: '/gone' }, files: [own] }))).toThrow('/gone');
  });

  it("takes Playwright's own before the system's", () => {
    expect(findChromium(machineWith({ files: [own], path: { chromium: '/usr/bin/chromium' } }))).toBe(own);
  });

  it("takes chromium before Google's Chrome, and either before nothing", () => {
    const path = { 'google-chrome': '/opt/chrome', chromium: '/usr/bin/chromium' };
    expect(findChromium(machineWith({ path }))).toBe('/usr/bin/chromium');
    expect(findChromium(machineWith({ path: { 'google-chrome': '/opt/chrome' } }))).toBe('/opt/chrome');
    expect(findChromium(machineWith({}))).toBeNull();
  });
});

describe('ensureChromium', () => {
  it('installs nothing where one starts', async () => {
    const machine = machineWith({ path: { chromium: '/usr/bin/chromium' } });
    expect(await ensureChromium(machine)).toBe('/usr/bin/chromium');
    expect(machine.ran).toEqual(['/usr/bin/chromium --version']);
  });

  it("downloads Playwright's where there is none", async () => {
    const machine = machineWith({
      path: { 'apt-get': '/usr/bin/apt-get' },
      effects: [[/playwright.* install chromium$/, '', own]],
    });
    expect(await ensureChromium(machine)).toBe(own);
    expect(machine.ran.join('\n')).not.toContain('apt-get');
  });

  it("falls back to Debian's where the download fails", async () => {
    const machine = machineWith({
      path: { 'apt-get': '/usr/bin/apt-get' },
      fails: /playwright/,
      effects: [[/apt-get install .*chromium/, 'chromium-headless-shell', '/usr/bin/chromium-headless-shell']],
    });
    expect(await ensureChromium(machine)).toBe('/usr/bin/chromium-headless-shell');
    expect(machine.ran.filter((line) => line.includes('apt-get'))).toEqual([
      'env DEBIAN_FRONTEND=noninteractive apt-get update',
      'env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium-headless-shell fonts-liberation',
    ]);
  });

  it('takes the whole browser where the system does not have the shell', async () => {
    const machine = machineWith({
      path: { 'apt-get': '/usr/bin/apt-get' },
      fails: /playwright|chromium-headless-shell/,
      effects: [[/apt-get install .* chromium /, 'chromium', '/usr/bin/chromium']],
    });
    expect(await ensureChromium(machine)).toBe('/usr/bin/chromium');
  });

  it("falls back to Debian's where the download does not start for want of libraries", async () => {
    const machine = machineWith({
      path: { 'apt-get': '/usr/bin/apt-get' },
      fails: new RegExp(`^${own} --version`),
      effects: [
        [/playwright.* install chromium$/, '', own],
        [/apt-get install/, 'chromium-headless-shell', '/usr/bin/chromium-headless-shell'],
      ],
    });
    expect(await ensureChromium(machine)).toBe('/usr/bin/chromium-headless-shell');
  });

  it('asks no password: without root it uses apt only where sudo needs none', async () => {
    const path = { 'apt-get': '/usr/bin/apt-get', sudo: '/usr/bin/sudo' };
    const refused = machineWith({ path, isRoot: false, fails: /playwright|sudo -n true/ });
    await expect(ensureChromium(refused)).rejects.toThrow('install Chromium');
    expect(refused.ran.join('\n')).not.toContain('apt-get');

    const allowed = machineWith({
      path,
      isRoot: false,
      fails: /playwright/,
      effects: [[/apt-get install/, 'chromium-headless-shell', '/usr/bin/chromium-headless-shell']],
    });
    expect(await ensureChromium(allowed)).toBe('/usr/bin/chromium-headless-shell');
    expect(allowed.ran).toContain('sudo -n env DEBIAN_FRONTEND=noninteractive apt-get update');
  });

  it('says what to install, in one sentence, where nothing works', async () => {
    await expect(ensureChromium(machineWith({ fails: /./ }))).rejects.toThrow(/^[^.\n]+TIMESLICE_CHROMIUM[^.\n]+\.$/);
  });

  it('does not replace a Chromium that was asked for by name', async () => {
    const machine = machineWith({
      env: { TIMESLICE_CHROMIUM: '/my/chrome' },
      files: ['/my/chrome'],
      fails: /chrome --version/,
    });
    await expect(ensureChromium(machine)).rejects.toThrow('does not start');
    expect(machine.ran).toHaveLength(1);
  });
});

describe('chromiumArgs', () => {
  it('gives up the sandbox only where it must', () => {
    expect(chromiumArgs(machineWith({ isRoot: false }))).not.toContain('--no-sandbox');
    expect(chromiumArgs(machineWith({ isRoot: true }))).toContain('--no-sandbox');
    expect(chromiumArgs(machineWith({ isRoot: false, env: { CI: 'true' } }))).toContain('--no-sandbox');
  });
});

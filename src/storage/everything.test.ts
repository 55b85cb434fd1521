import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const kept = new Map<string, string>();

/** A page's stores, with what they have stored. */
async function openTab() {
  vi.resetModules();
  const [everything, { useProgress, loadProgress }, { useCaseNotes }, { useCertificateName, nameKey }] =
    await Promise.all([
      import('./everything'),
      import('./progress'),
      import('./caseNotes'),
      import('./certificateName'),
    ]);
  loadProgress();
  useCertificateName.getState().load();
  return { ...everything, useProgress, useCaseNotes, useCertificateName, nameKey };
}

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('the exported file', () => {
  it('takes progress, notes and the name to another browser', async () => {
    const here = await openTab();
    here.useProgress.getState().solve('tea');
    here.useCaseNotes.getState().diagnose('seat', 'two-steps');
    here.useCertificateName.getState().setName('Ada');
    const raw = here.exportEverything();
    expect(JSON.parse(raw)).toMatchObject({
      name: 'Ada',
      exportedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
    });

    kept.clear();
    const there = await openTab();
    there.useCaseNotes.getState().look('seat', 'log');
    expect(there.importEverything(raw)).toBeNull();
    expect(there.useProgress.getState().progress.solved).toEqual(['tea']);
    expect(there.useCaseNotes.getState().notes).toEqual({
      seat: { looks: ['log'], named: ['two-steps'], proof: null },
    });
    expect(there.useCertificateName.getState().name).toBe('Ada');

    there.useCertificateName.getState().setName('Ben');
    there.importEverything(raw);
    expect(there.useCertificateName.getState().name, 'who is here already stays').toBe('Ben');
  });

  it('has the notes that another tab has stored', async () => {
    const here = await openTab();
    const other = await openTab();
    other.useCaseNotes.getState().look('seat', 'log');
    expect(JSON.parse(here.exportEverything())).toMatchObject({ incidents: { seat: { looks: ['log'] } } });
  });

  it('changes nothing where its progress cannot be read', async () => {
    const tab = await openTab();
    const notes = { seat: { looks: ['log'], named: [], proof: null } };
    expect(tab.importEverything(JSON.stringify({ site: 'timeslice', version: 9, incidents: notes }))).toBe('newer');
    expect(tab.importEverything(JSON.stringify({ incidents: notes }))).toBe('corrupt');
    expect(tab.useCaseNotes.getState().notes).toEqual({});
  });
});

it('a reset forgets progress, notes and the name', async () => {
  const tab = await openTab();
  tab.useProgress.getState().solve('tea');
  tab.useCaseNotes.getState().look('seat', 'log');
  tab.useCertificateName.getState().setName('Ada');
  tab.resetEverything();
  expect(kept.size).toBe(0);
  expect(tab.useCertificateName.getState().name).toBe('');
});

describe('the name on the certificate', () => {
  it('is kept for the next visit, as much of it as there is room for', async () => {
    (await openTab()).useCertificateName.getState().setName('Ada'.repeat(30));
    const { name } = (await openTab()).useCertificateName.getState();
    expect(name).toBe('Ada'.repeat(20));
  });

  it('of a newer site stays as it is', async () => {
    const raw = JSON.stringify({ site: 'timeslice', version: 2, name: { first: 'Ada' } });
    const { nameKey } = await openTab();
    kept.set(nameKey, raw);
    const { useCertificateName } = await openTab();
    useCertificateName.getState().setName('Ben');
    expect(useCertificateName.getState()).toMatchObject({ name: 'Ben', trouble: 'newer' });
    expect(kept.get(nameKey)).toBe(raw);
  });

  it('that is damaged is put aside', async () => {
    const { nameKey } = await openTab();
    kept.set(nameKey, '{"name":3}');
    expect((await openTab()).useCertificateName.getState().name).toBe('');
    expect(kept.get('timeslice-certificate-rescued')).toBe('{"name":3}');
  });
});

import { describe, expect, it } from 'vitest';
import { StartGate } from './startGate';

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('StartGate', () => {
  it('holds everyone until it is opened, then lets all go in the order of arrival', async () => {
    const gate = new StartGate();
    const gone: string[] = [];
    for (const who of ['A', 'B', 'C']) void gate.arrive().then(() => gone.push(who));
    await settle();
    expect(gone).toEqual([]);
    gate.open();
    await settle();
    expect(gone).toEqual(['A', 'B', 'C']);
  });
  it('tells when enough have arrived, and not before', async () => {
    const gate = new StartGate();
    let told = false;
    void gate.arrived(2).then(() => (told = true));
    void gate.arrive();
    await settle();
    expect(told).toBe(false);
    void gate.arrive();
    await settle();
    expect(told).toBe(true);
    await gate.arrived(1);
  });
  it('does not hold one who comes after it was opened', async () => {
    const gate = new StartGate();
    gate.open();
    await expect(gate.arrive()).resolves.toBeUndefined();
  });
});

import { spawnSync } from 'node:child_process';
import { replaceText } from '../support/editor';
import { expect } from '../support/fixtures';
import { startMs } from '../support/pythonRun';
import { visit } from '../support/visit';
import { test } from '../support/withPython';

const hidden = `import threading

counter = 0


def work():
    global counter
    value = counter
    counter = value + 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
`;

test('a race that the GIL hides becomes a test for CPython, and is cured', async ({ page }, testInfo) => {
  test.slow();
  await visit(page, './scheduler/');
  const panel = page.getByRole('region', { name: 'Try them all' });
  const ask = panel.getByRole('button', { name: 'Is it safe?' });
  const safety = panel.locator('.safety');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await replaceText(page, page.getByRole('textbox', { name: /^Program, / }), hidden);
  await ask.click();
  await expect(safety).toHaveAttribute('data-verdict', 'hidden', { timeout: startMs });

  await test.step('the test fails as it must', async () => {
    const coming = page.waitForEvent('download');
    await panel.getByRole('button', { name: /^Test for your CPython \(\.py\): / }).click();
    const download = await coming;
    const path = testInfo.outputPath(download.suggestedFilename());
    await download.saveAs(path);
    await expect(panel.getByText(`Run it with: python3 ${download.suggestedFilename()}`)).toBeVisible();
    const python = process.env['PYTHON'] ?? 'python3';
    const ran = spawnSync(python, [path], { encoding: 'utf8', env: { ...process.env, ON_ANY_BUILD: '1' } });
    if (ran.error !== undefined) {
      test
        .info()
        .annotations.push({ type: 'skipped', description: `${python} is not there, so the test was not run.` });
      return;
    }
    expect(ran.stderr).toContain("expected '2\\n', got '1\\n'");
    expect(ran.status).toBe(1);
  });

  await test.step('its switches are marked', async () => {
    await safety.getByRole('button', { name: 'Step through without the GIL: 1' }).click();
    const stepper = page.getByRole('region', { name: 'Step', exact: true });
    const slider = stepper.getByRole('slider', { name: 'Step', exact: true });
    await slider.press('End');
    await expect(stepper.locator('.told-switch')).toHaveText(
      /^The switch from Thread-\d to MainThread can come in any CPython\.$/,
    );
    await expect(stepper.locator('.tape-switch[data-rule="free-threaded"]')).not.toHaveCount(0);
    for (let step = 0; !(await stepper.locator('.told-switch').textContent())?.includes('only'); step += 1) {
      expect(step).toBeLessThan(10);
      await slider.press('ArrowLeft');
      await expect(slider).toHaveAttribute('aria-valuetext', /^Step \d+ of /);
      if ((await stepper.locator('.told-switch').count()) === 0) await slider.press('ArrowLeft');
    }
    await expect(stepper.locator('.told-switch')).toHaveText(/can come only without the GIL\.$/);
    await expect(slider).toHaveAttribute('aria-valuetext', /; a switch, only without the GIL$/);
  });

  await test.step('the cure is checked', async () => {
    await expect(safety.getByText('Let one lock cover lines 8–9.')).toBeVisible({ timeout: startMs });
    await safety.getByRole('button', { name: 'Put this lock into the program' }).click();
    await expect(page.getByRole('textbox', { name: /^Program, / })).toContainText('with lock:');
    await ask.click();
    await expect(safety).toHaveAttribute('data-verdict', 'safe', { timeout: startMs });
    await expect(safety).toContainText(
      'Before your change: right with the GIL, wrong without. The program with your change: right in every schedule, with and without the GIL.',
    );
  });
});

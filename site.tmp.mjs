import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from '/work/wt/futures/tools/browser.mjs';
import { spawn } from 'node:child_process';
const port = 24873;
const server = spawn('node', ['tools/serve.mjs', String(port), '/timeslice/'], { cwd: '/work/wt/futures' });
await new Promise(r => setTimeout(r, 1500));
const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumArgs(), ...(executablePath ? { executablePath } : {}) });
try {
 for (let tab = 0; tab < 6; tab++) {
  const context = await browser.newContext({ viewport: tab % 2 ? { width: 360, height: 740 } : { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', m => { if (m.type() === 'error') console.log('  console', m.text().slice(0, 600)); });
  await page.goto(`http://localhost:${port}/timeslice/futures/`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null).catch(() => 0);
  if (tab % 3 !== 2) await page.reload();
  await page.waitForTimeout(700);
  console.log(tab, 'isolated', await page.evaluate(() => crossOriginIsolated));
  const card = page.locator('#ten-downloads');
  for (let i = 0; i < 3; i++) {
    await card.getByRole('button', { name: 'Run only map' }).click();
    await page.waitForTimeout(300);
    await page.waitForFunction(() => document.querySelector('#ten-downloads').dataset.status !== 'running', null, { timeout: 60000 });
    await page.waitForTimeout(500);
    console.log('  ', (await card.locator('[data-result="words"]').innerText()).replaceAll('\n', ' '), '|', (await card.locator('.printed').innerText().catch(() => '')).replaceAll('\n', ' | ').slice(0, 150), (await card.locator('[data-notice="run"]').allInnerTexts()).join(' ').slice(0, 500));
  }
  await context.close();
 }
} finally { await browser.close(); server.kill(); }

import type { Locator, Page } from '@playwright/test';

/** Puts `source` in the place of what an open editor holds. It is pasted, because the editor indents lines that are typed. */
export async function replaceText(page: Page, editor: Locator, source: string): Promise<void> {
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await editor.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, source);
}

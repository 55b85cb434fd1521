import { heightMessage } from '../../ui/embedded';

/** Tells the page around this one how high it is, now and after each change. Anybody may know it: the message goes to every host. */
export function tellHeight(): void {
  if (parent === window) return;
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: heightMessage, height }, '*');
  };
  new ResizeObserver(tell).observe(document.body);
}

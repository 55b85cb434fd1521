import type { KeptCourse, OfflineQuestion } from '../core/base/offline';

/**
 * Asks the service worker how much of the course is kept for use without a network, or to keep all of it. It goes on to do so when the page is left.
 * @param told hears each of its answers
 * @returns what ends listening
 */
export function askWhatIsKept(question: OfflineQuestion, told: (kept: KeptCourse) => void): () => void {
  // Private windows and insecure addresses have none.
  if (!('serviceWorker' in navigator)) return () => undefined;
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', ({ data }: MessageEvent<KeptCourse>) => told(data));
  channel.port1.start();
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(question, [channel.port2]));
  return () => channel.port1.close();
}

export const description =
  'Download three pages in the time of one: start, join, context switches, and ThreadPoolExecutor.map as the modern form.';

export const description =
  'The final exam: six reports from services that go wrong. Choose where to look, make a diagnosis, mend the program, and let the page prove it. Then print your certificate.';

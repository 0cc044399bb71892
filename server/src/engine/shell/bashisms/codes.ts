/** Every code that ShellCheck gives to something that `sh` need not know; `SC2039` stood for all of them before 0.8. */
export const bashismCodes: readonly string[] = [
  'SC2039',
  'SC2112',
  ...Array.from({ length: 67 }, (_, i) => `SC${3001 + i}`).filter((code) => !/30(?:13|27|31|36|51|58|62)$/.test(code)),
];

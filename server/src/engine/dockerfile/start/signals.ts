/** Names of Linux signals without SIG, as BuildKit knows them (github.com/moby/sys/signal, signal_linux.go). */
export const signalNames: readonly string[] = [
  ...'TERM INT QUIT HUP USR1 USR2 WINCH KILL ABRT ALRM BUS CHLD CLD CONT FPE ILL IO IOT PIPE POLL PROF PWR'.split(' '),
  ...'SEGV STKFLT STOP SYS TRAP TSTP TTIN TTOU URG VTALRM XCPU XFSZ RTMIN RTMAX'.split(' '),
];

const realTime = /^(?:RTMIN\+(?:[1-9]|1[0-5])|RTMAX-(?:[1-9]|1[0-4]))$/;

/** Whether BuildKit takes a text for a signal: any number but 0, or a name in any case, with or without SIG. */
export function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text)) return Number(text) !== 0 && Math.abs(Number(text)) < 2 ** 63;
  const name = text.toUpperCase().replace(/^SIG/, '');
  return signalNames.includes(name) || realTime.test(name);
}

/** Variables that the shell, the system or a program sets or reads by itself. */
const own: ReadonlySet<string> = new Set(
  (
    'BASH BASHOPTS BASHPID BASH_ENV BASH_VERSION CDPATH COLUMNS DIRSTACK EUID FCEDIT FIGNORE FPATH FUNCNAME FUNCNEST ' +
    'GLOBIGNORE GROUPS HISTCONTROL HISTFILE HISTFILESIZE HISTSIZE HOME HOSTNAME HOSTTYPE HTTP_PROXY HTTPS_PROXY FTP_PROXY ' +
    'NO_PROXY IFS INPUTRC LANG LINENO LINES LOGNAME MACHTYPE MAIL OLDPWD OPTARG OPTERR OPTIND OSTYPE PATH PIPESTATUS ' +
    'POSIXLY_CORRECT PPID PROMPT_COMMAND PS0 PS1 PS2 PS3 PS4 PWD RANDOM REPLY SECONDS SHELL SHELLOPTS SHLVL TERM TIMEFORMAT ' +
    'TMOUT TMPDIR UID USER TZ KSH_VERSION ENV NLSPATH LS_COLORS flags_error flags_return stdin_fd'
  ).split(' '),
);

/** Whether a variable has a meaning of its own, so that setting it or reading it is never a mistake. Never throws. */
export function isShellsOwn(name: string): boolean {
  return own.has(name) || /^(?:LC_|COMP_|READLINE_|BASH_)/.test(name);
}

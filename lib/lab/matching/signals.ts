/** The signals of Linux, by their numbers. */

/** As Linux numbers them on most machines. */
export const signals: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  3: "SIGQUIT",
  4: "SIGILL",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  10: "SIGUSR1",
  11: "SIGSEGV",
  12: "SIGUSR2",
  13: "SIGPIPE",
  15: "SIGTERM",
  18: "SIGCONT",
  19: "SIGSTOP",
  28: "SIGWINCH",
};

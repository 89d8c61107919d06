import ora from 'ora';

/** What is going on, for a person: a spinner on a terminal, plain lines elsewhere, nothing when quiet. */
export interface Terminal {
  progress(message: string): void;
  /** A step that is done. */
  done(message: string): void;
  /** The spinner gives way to other output. */
  clear(): void;
}

export function openTerminal(quiet: boolean): Terminal {
  if (quiet)
    return {
      progress: () => undefined,
      done: () => undefined,
      clear: () => undefined,
    };
  if (!process.stderr.isTTY) {
    let last = '';
    const line = (message: string): void => {
      if (message !== last) process.stderr.write(`${message}\n`);
      last = message;
    };
    return { progress: line, done: line, clear: () => undefined };
  }
  // Ctrl-C must reach our own handler, so the spinner leaves standard input alone.
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  return {
    progress: (message) => {
      spinner.start(message);
    },
    done: (message) => {
      spinner.succeed(message);
    },
    clear: () => {
      spinner.stop();
    },
  };
}

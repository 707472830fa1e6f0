package org.opora.benchmark;

import java.io.PrintStream;
import java.util.Locale;

/** Tells whoever waits how far it is. */
public final class Progress {
  private final PrintStream out;
  private final long begin = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  public void say(String what, Object... values) {
    long seconds = (System.nanoTime() - begin) / 1_000_000_000L;
    out.printf(
        Locale.ROOT,
        "%3d:%02d  %s%n",
        seconds / 60,
        seconds % 60,
        String.format(Locale.ROOT, what, values));
  }
}

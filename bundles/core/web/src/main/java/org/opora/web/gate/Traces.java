package org.opora.web.gate;

import java.sql.SQLException;

/**
 * What failed and where, without the messages: these may repeat what somebody typed about a person.
 * The causes come first and the frames of the house are preferred, because a log line may be cut.
 */
final class Traces {
  private static final String HOUSE = "org.opora.";
  private static final int FRAMES = 16;
  private static final int CAUSES = 6;

  private Traces() {}

  static String of(Throwable failure) {
    StringBuilder trace = new StringBuilder();
    Throwable root = failure;
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
      trace.append(depth == 0 ? "" : " <- ").append(cause.getClass().getSimpleName());
      if (cause instanceof SQLException sql) {
        trace.append(' ').append(sql.getSQLState());
      }
      root = cause;
    }
    StackTraceElement[] frames = root.getStackTrace();
    int written = 0;
    for (int i = 0; i < frames.length && written < FRAMES; i++) {
      if (i < 2 || frames[i].getClassName().startsWith(HOUSE)) {
        trace.append("\n  at ").append(frames[i]);
        written++;
      }
    }
    return trace.toString();
  }
}

package org.opora.web.gate;

/** Where something failed, without the messages: these may repeat what somebody typed about a person. */
final class Traces {
  private static final int FRAMES = 12;
  private static final int CAUSES = 4;

  private Traces() {}

  static String of(Throwable failure) {
    StringBuilder trace = new StringBuilder();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
      trace.append(depth == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        trace.append("\n  at ").append(frames[i]);
      }
    }
    return trace.toString();
  }
}

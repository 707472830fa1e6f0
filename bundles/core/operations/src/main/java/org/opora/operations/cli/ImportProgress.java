package org.opora.operations.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says beside the answer how far an import is, as long as it goes on: the answer itself comes when
 * all is done.
 */
final class ImportProgress {
  private static final int EVERY_SECONDS = 1;
  private final Session session;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "import-progress");
            thread.setDaemon(true);
            return thread;
          });
  private String last = "";

  ImportProgress(Session session) {
    this.session = session;
    clock.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      Answer now = Answer.of(Json.parse(session.server().get("/ops/import/progress")));
      String state = now.text("state");
      if (!state.equals("idle")) {
        say(session.text("cli.import." + state, now.text("done"), now.text("of")));
      }
    } catch (Failure | RuntimeException unknown) {
      // Whoever may not know it, or asks a product that does not tell, waits for the answer.
      clock.shutdown();
    }
  }

  private void say(String line) {
    if (!line.equals(last)) {
      last = line;
      session.console().aside(line);
    }
  }

  void close() {
    clock.shutdownNow();
  }
}

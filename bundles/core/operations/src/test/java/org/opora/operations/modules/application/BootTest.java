package org.opora.operations.modules.application;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** In a real framework: who waits for the end of the start waits for all bundles of its level. */
class BootTest {
  private static final int LEVEL = 5;
  @TempDir Path cache;
  private TestFramework framework;
  private BundleContext context;
  private CompletableFuture<Void> end;

  @BeforeEach
  void standStill() throws Exception {
    framework = new TestFramework(cache, Map.of());
    goTo(LEVEL);
    Bundle bundle = framework.context().getBundles()[1];
    bundle.adapt(BundleStartLevel.class).setStartLevel(LEVEL);
    context = bundle.getBundleContext();
  }

  @AfterEach
  void close() throws Exception {
    framework.close();
  }

  private void goTo(int level) throws Exception {
    CompletableFuture<Void> there = new CompletableFuture<>();
    framework
        .context()
        .getBundle(0)
        .adapt(FrameworkStartLevel.class)
        .setStartLevel(level, event -> there.complete(null));
    there.get(10, TimeUnit.SECONDS);
  }

  private boolean waits(Boot boot) throws Exception {
    end = CompletableFuture.runAsync(boot::awaitEnd);
    TimeUnit.MILLISECONDS.sleep(200);
    return !end.isDone();
  }

  @Test
  void waitsUntilTheFrameworkHasGoneBeyondTheOwnLevel() throws Exception {
    try (Boot boot = new Boot(context)) {
      assertTrue(waits(boot), "bundles of this level may still be resolved");
      goTo(LEVEL + 1);
      end.get(10, TimeUnit.SECONDS);
    }
    try (Boot later = new Boot(context)) {
      assertFalse(waits(later));
    }
  }

  @Test
  void whoeverStopsMeanwhileWaitsForNothing() throws Exception {
    Boot boot = new Boot(context);
    assertTrue(waits(boot));
    boot.close();
    ExecutionException stopped =
        assertThrows(ExecutionException.class, () -> end.get(10, TimeUnit.SECONDS));
    assertTrue(stopped.getCause() instanceof ModuleBundles.Stopped, stopped.toString());
  }
}

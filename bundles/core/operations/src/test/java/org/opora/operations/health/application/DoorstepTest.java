package org.opora.operations.health.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

class DoorstepTest {
  @TempDir Path data;
  private final AtomicBoolean whole = new AtomicBoolean();
  private Doorstep doorstep;

  @BeforeEach
  void open() {
    BundleContext context =
        context(Map.of("opora.data", data.toString(), "org.osgi.service.http.port", "8199"));
    Readiness readiness =
        new Readiness(context, null) {
          @Override
          public boolean ready() {
            return whole.get();
          }
        };
    doorstep = new Doorstep(context, readiness);
  }

  @AfterEach
  void close() throws IOException {
    doorstep.stop();
  }

  @Test
  void aHouseThatIsNotWholeHasNoAddress() {
    assertFalse(doorstep.open());
    assertFalse(Files.exists(data.resolve("address")));
  }

  @Test
  void whoHearsReadyFindsTheAddress() throws IOException {
    whole.set(true);
    assertTrue(doorstep.open());
    assertEquals("http://127.0.0.1:8199\n", Files.readString(data.resolve("address")));
  }

  @Test
  void theAddressGoesWithTheHouse() throws IOException {
    whole.set(true);
    doorstep.open();
    doorstep.stop();
    assertFalse(Files.exists(data.resolve("address")));
  }

  @Test
  void theKeyOfTheOperatorIsForItsOwnerOnly() throws IOException {
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("operator.key"))));
  }

  private static BundleContext context(Map<String, String> properties) {
    return (BundleContext)
        Proxy.newProxyInstance(
            DoorstepTest.class.getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (self, method, arguments) -> properties.get(arguments[0]));
  }
}

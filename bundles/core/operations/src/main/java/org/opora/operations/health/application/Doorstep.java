package org.opora.operations.health.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opora.operations.shared.SafeFiles;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in the data folder for bin/opora: the key of the operator, the lock that says
 * "running", and, once the product is ready, its address. Nobody hears "ready" before the address
 * lies there, or the first command after the word would find no product.
 */
@Component(immediate = true, service = Doorstep.class)
public class Doorstep {
  private static final Logger LOG = LoggerFactory.getLogger(Doorstep.class);
  private static final int KEY_BYTES = 32;
  private static final long LOOK_MILLIS = 200;
  private final Readiness readiness;
  private final Path address;
  private final String url;
  private final FileChannel lockFile;
  private final ScheduledExecutorService watch;
  private boolean announced;

  @Activate
  public Doorstep(BundleContext context, @Reference Readiness readiness) {
    this.readiness = readiness;
    Path data = Path.of(context.getProperty("opora.data"));
    address = data.resolve("address");
    String port = context.getProperty("org.osgi.service.http.port");
    url = "http://127.0.0.1:" + (port == null ? "8080" : port);
    try {
      SafeFiles.createPrivateFolder(data);
      Files.deleteIfExists(address);
      key(data.resolve("operator.key"));
      lockFile =
          FileChannel.open(
              data.resolve("running.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lockFile.tryLock() == null) {
        LOG.error("Another Opora works with this data folder");
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    watch = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "opora-doorstep"));
    watch.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void key(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      SafeFiles.write(file, HexFormat.of().formatHex(key) + "\n");
    }
  }

  /** Whether the product is ready and can be found by its address. */
  public boolean open() {
    return readiness.ready() && announced();
  }

  private synchronized boolean announced() {
    if (!announced) {
      try {
        SafeFiles.write(address, url + "\n");
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
      announced = true;
      LOG.info("Opora is ready at {}", url);
    }
    return true;
  }

  private void look() {
    try {
      if (open()) {
        watch.shutdown();
      }
    } catch (UncheckedIOException unwritable) {
      LOG.error("The address of the product cannot be written into the data folder", unwritable);
      watch.shutdown();
    } catch (RuntimeException coming) {
      LOG.debug("Not ready yet", coming);
    }
  }

  @Deactivate
  public synchronized void stop() throws IOException {
    watch.shutdown();
    Files.deleteIfExists(address);
    // Closing gives the lock back.
    lockFile.close();
  }
}

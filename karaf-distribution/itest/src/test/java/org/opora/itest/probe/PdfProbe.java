package org.opora.itest.probe;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceReference;

/**
 * Runs inside the container and has a letter made by the bundle that makes them: no door of the
 * product does nothing else but that.
 */
public final class PdfProbe implements BundleActivator, FrameworkListener {
  private static final String MAKER = "org.opora.documents.pdf.application.PdfMaker";
  private final AtomicBoolean done = new AtomicBoolean();
  private BundleContext context;

  /** Where the letter, or why there is none, is found. */
  public static Path made(Path data) {
    return data.resolveSibling("probe.pdf");
  }

  @Override
  public void start(BundleContext mine) {
    context = mine;
    mine.addFrameworkListener(this);
  }

  @Override
  public void stop(BundleContext mine) {
    mine.removeFrameworkListener(this);
  }

  /** Once everything has been started. */
  @Override
  public void frameworkEvent(FrameworkEvent event) {
    Arrays.stream(context.getBundles())
        .filter(bundle -> "org.opora.documents".equals(bundle.getSymbolicName()))
        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
        .findFirst()
        .ifPresent(this::probe);
  }

  private void probe(Bundle documents) {
    BundleContext theirs = documents.getBundleContext();
    ServiceReference<?> maker = theirs.getServiceReference(MAKER);
    if (maker == null || !done.compareAndSet(false, true)) {
      return;
    }
    try {
      write(make(theirs.getService(maker)));
    } catch (InvocationTargetException failed) {
      write(told(failed.getCause()));
    } catch (ReflectiveOperationException failed) {
      write(told(failed));
    }
  }

  private static byte[] make(Object maker) throws ReflectiveOperationException {
    return (byte[]) maker.getClass().getMethod("make", String.class).invoke(maker, PdfProbe.page());
  }

  private static String page() {
    return "<html lang=\"cs\"><head><title>Dopis</title></head><body><h1>Dopis</h1>"
        + "<p>Příliš žluťoučký kůň, <strong>zażółć</strong> <em>gęślą jaźń</em>.</p>"
        + "<p><img alt=\"bod\" src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
        + "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\"/></p></body></html>";
  }

  private static byte[] told(Throwable failed) {
    StringWriter words = new StringWriter();
    failed.printStackTrace(new PrintWriter(words));
    return words.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** In one piece, because somebody waits for it. */
  private void write(byte[] bytes) {
    Path whole = made(Path.of(context.getProperty("opora.data")));
    try {
      Path part = Files.createTempFile(whole.getParent(), "probe", ".part");
      Files.write(part, bytes);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}

package org.opora.operations.modules.application;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * The start of the house. As long as it lasts nobody may install a bundle: one that is installed
 * but not yet known to the framework's regions makes every bundle that is resolved at that moment
 * fail, and what belongs to the house is started only once.
 */
final class Boot implements AutoCloseable {
  private final BundleContext framework;
  private final int own;
  private final CountDownLatch over = new CountDownLatch(1);
  private final FrameworkListener listener = this::heard;
  private volatile boolean closed;

  /**
   * @param context of a bundle that starts with the last ones of the house
   */
  Boot(BundleContext context) {
    framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
    own = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
    framework.addFrameworkListener(listener);
    look();
  }

  private void heard(FrameworkEvent event) {
    look();
  }

  /**
   * The framework goes beyond a level when it has started all bundles of it. To which level it will
   * go in the end cannot be asked: Karaf says it only to itself.
   */
  private void look() {
    if (framework.getBundle().adapt(FrameworkStartLevel.class).getStartLevel() > own) {
      over.countDown();
    }
  }

  /**
   * Waits until every bundle of the house has been started.
   *
   * @throws ModuleBundles.Stopped when the product stops meanwhile
   */
  void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new ModuleBundles.Stopped();
    }
    if (closed) {
      throw new ModuleBundles.Stopped();
    }
  }

  @Override
  public void close() {
    closed = true;
    framework.removeFrameworkListener(listener);
    over.countDown();
  }
}

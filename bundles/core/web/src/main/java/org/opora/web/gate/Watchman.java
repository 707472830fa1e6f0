package org.opora.web.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.opora.api.module.Strangers;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nobody see what strangers publish of the contracts of the house and of its server, and no
 * stranger what the house publishes of them: no servlet or filter of theirs is ever hung, none of
 * their preprocessors stands before the gate, and no decision is asked of an access that came from
 * outside.
 */
final class Watchman implements FindHook, EventListenerHook, SynchronousBundleListener, Strangers {
  private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
  private static final int LONGEST_NAME = 100;

  /** Of the framework itself: from its own eyes no hook of anybody hides a bundle or an event. */
  private final BundleContext framework;

  private final Household household;
  private final Map<Long, String> told = new LinkedHashMap<>();
  private final List<Consumer<String>> watchers = new ArrayList<>();

  Watchman(BundleContext context, Household household) {
    framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
    this.household = household;
  }

  void open() {
    framework.addBundleListener(this);
    Arrays.stream(framework.getBundles()).forEach(this::look);
  }

  void close() {
    framework.removeBundleListener(this);
  }

  @Override
  public void find(
      BundleContext asker,
      String name,
      String filter,
      boolean all,
      Collection<ServiceReference<?>> found) {
    Bundle bundle = bundle(asker);
    if (bundle != null && Household.system(bundle)) {
      return;
    }
    boolean ours = bundle != null && household.ours(bundle);
    found.removeIf(
        reference -> {
          Bundle publisher = reference.getBundle();
          return publisher != null
              && !(ours && household.publishes(publisher))
              && !publisher.equals(bundle)
              && Household.opens(reference);
        });
  }

  @Override
  public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
    ServiceReference<?> reference = event.getServiceReference();
    Bundle publisher = reference.getBundle();
    if (publisher == null) {
      return;
    }
    boolean stranger = !household.publishes(publisher);
    if (Household.opens(reference)) {
      listeners.keySet().removeIf(listener -> !hears(listener, publisher, stranger));
      if (stranger) {
        tell(publisher);
      }
    } else if (stranger && Household.hooks(reference)) {
      look(publisher);
    }
  }

  /** Nobody hears of such a service of a stranger, and no stranger of one of the house. */
  private boolean hears(BundleContext listener, Bundle publisher, boolean stranger) {
    Bundle bundle = bundle(listener);
    return bundle != null
        && (Household.system(bundle)
            || bundle.equals(publisher)
            || !stranger && household.ours(bundle));
  }

  /**
   * Whose it is; null when its bundle is just leaving. A hook that fails there hides nothing of
   * what it had not come to yet.
   */
  private static Bundle bundle(BundleContext context) {
    try {
      return context == null ? null : context.getBundle();
    } catch (IllegalStateException leaving) {
      return null;
    }
  }

  /** At once: what a bundle is has to be known before it is started. */
  @Override
  public void bundleChanged(BundleEvent event) {
    Bundle bundle = event.getBundle();
    switch (event.getType()) {
      case BundleEvent.INSTALLED -> household.arrived(bundle, event.getOrigin());
      case BundleEvent.UPDATED -> household.exchanged(bundle);
      case BundleEvent.UNINSTALLED -> household.left(bundle);
      case BundleEvent.STARTED -> {
        // Who has been here before.
      }
      default -> {
        return;
      }
    }
    look(bundle);
  }

  private void look(Bundle bundle) {
    if (household.intrudes(bundle)) {
      tell(bundle);
    }
  }

  private synchronized void tell(Bundle bundle) {
    String name = name(bundle);
    if (told.putIfAbsent(bundle.getBundleId(), name) == null) {
      LOG.warn(
          "{} is not of this house: nobody sees what it publishes here, and it should go", name);
      watchers.forEach(watcher -> watcher.accept(name));
    }
  }

  @Override
  public List<String> names() {
    return Arrays.stream(framework.getBundles())
        .filter(household::intrudes)
        .map(Watchman::name)
        .sorted()
        .toList();
  }

  /** Short enough for wherever it is told, or a long name would not be told at all. */
  private static String name(Bundle bundle) {
    String called = bundle.getSymbolicName();
    String name = (called == null ? bundle.getLocation() : called) + " " + bundle.getVersion();
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
  }

  @Override
  public synchronized void watch(Consumer<String> watcher) {
    watchers.add(watcher);
    told.values().forEach(watcher);
  }

  @Override
  public synchronized void leave(Consumer<String> watcher) {
    watchers.remove(watcher);
  }
}

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
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
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
final class Watchman implements FindHook, EventListenerHook, BundleListener, Strangers {
  private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);

  private final BundleContext context;
  private final Household household;
  private final Map<Long, String> told = new LinkedHashMap<>();
  private final List<Consumer<String>> watchers = new ArrayList<>();

  Watchman(BundleContext context, Household household) {
    this.context = context;
    this.household = household;
  }

  void open() {
    context.addBundleListener(this);
    Arrays.stream(context.getBundles()).forEach(this::look);
  }

  void close() {
    context.removeBundleListener(this);
  }

  @Override
  public void find(
      BundleContext asker,
      String name,
      String filter,
      boolean all,
      Collection<ServiceReference<?>> found) {
    found.removeIf(reference -> hidden(asker, reference));
  }

  @Override
  public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
    ServiceReference<?> reference = event.getServiceReference();
    listeners.keySet().removeIf(listener -> hidden(listener, reference));
    if (household.intrudes(reference)) {
      look(reference.getBundle());
    }
  }

  /** Nobody gets such a service of a stranger, and no stranger gets one of the house. */
  private boolean hidden(BundleContext asker, ServiceReference<?> reference) {
    return (household.intrudes(reference)
            || Household.opens(reference) && !household.ours(asker.getBundle()))
        && !knows(asker, reference);
  }

  /** Whoever published it, and the framework itself. */
  private static boolean knows(BundleContext asker, ServiceReference<?> reference) {
    Bundle bundle = asker.getBundle();
    return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
        || bundle.equals(reference.getBundle());
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    if (event.getType() == BundleEvent.STARTED) {
      look(event.getBundle());
    }
  }

  private void look(Bundle bundle) {
    if (household.intrudes(bundle)) {
      tell(bundle.getBundleId(), name(bundle));
    }
  }

  private synchronized void tell(long bundle, String name) {
    if (told.putIfAbsent(bundle, name) == null) {
      LOG.warn(
          "{} is not of this house: nobody sees what it publishes here, and it should go", name);
      watchers.forEach(watcher -> watcher.accept(name));
    }
  }

  @Override
  public List<String> names() {
    return Arrays.stream(context.getBundles())
        .filter(household::intrudes)
        .map(Watchman::name)
        .sorted()
        .toList();
  }

  private static String name(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
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

package org.opora.web.gate;

import java.nio.file.Path;
import org.opora.api.module.Strangers;
import org.opora.web.texts.HouseBundles;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;

/**
 * Stands at the door before anybody of the house is up: this bundle starts a level earlier than the
 * others, so that none of them has looked for a service yet. Without the list of the house it does
 * not start, and nothing is served.
 */
public final class Doorkeeper implements BundleActivator {
  private Watchman watchman;

  @Override
  public void start(BundleContext context) throws Exception {
    begin(context, Household.of(Path.of(context.getProperty("karaf.etc"))));
  }

  void begin(BundleContext context, Household household) {
    watchman = new Watchman(context, household);
    context.registerService(ResolverHookFactory.class, new Fence(household), null);
    context.registerService(
        new String[] {
          FindHook.class.getName(), EventListenerHook.class.getName(), Strangers.class.getName()
        },
        watchman,
        null);
    watchman.open();
    context.registerService(HouseBundles.class, household, null);
  }

  @Override
  public void stop(BundleContext context) {
    watchman.close();
  }
}

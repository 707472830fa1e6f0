package org.opora.web.texts;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.api.web.Centre;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Texts of every bundle of the house that has some, read when first asked for and dropped with the
 * bundle.
 */
@Component(service = Lexicons.class)
public final class Lexicons implements BundleTrackerCustomizer<Bundle> {
  private static final int HERE = Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

  private final Map<String, Bundle> bundles = new ConcurrentHashMap<>();
  private final Map<String, Lexicon> lexicons = new ConcurrentHashMap<>();
  private final BundleTracker<Bundle> tracker;
  private final HouseBundles house;
  private final Resources shell;
  private final Words words;

  @Activate
  public Lexicons(BundleContext context, @Reference HouseBundles house) {
    this.house = house;
    shell = new BundleResources(context.getBundle());
    String zone = context.getProperty("opora.zone");
    words =
        new Words(
            new Lexicon(shell),
            this::of,
            new Written(zone == null ? Centre.USUAL_ZONE : ZoneId.of(zone)));
    tracker = new BundleTracker<>(context, HERE, this);
    tracker.open();
  }

  @Deactivate
  void close() {
    tracker.close();
  }

  /** Files of the shell itself. */
  public Resources shell() {
    return shell;
  }

  public Words words() {
    return words;
  }

  /** Texts of the bundle with this name; null when it is not here. */
  public Lexicon of(String origin) {
    Bundle bundle = bundles.get(origin);
    return bundle == null
        ? null
        : lexicons.computeIfAbsent(origin, name -> new Lexicon(new BundleResources(bundle)));
  }

  @Override
  public Bundle addingBundle(Bundle bundle, BundleEvent event) {
    // Texts are found by the name of their bundle, and anybody may take the name of another one.
    if (bundle.getSymbolicName() == null
        || !house.ours(bundle)
        || bundle.findEntries("i18n", "*.properties", false) == null) {
      return null;
    }
    bundles.put(bundle.getSymbolicName(), bundle);
    return bundle;
  }

  @Override
  public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
    // The files stay the same while a bundle starts or stops.
  }

  @Override
  public void removedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
    bundles.remove(bundle.getSymbolicName(), bundle);
    lexicons.remove(bundle.getSymbolicName());
  }
}

package org.opora.web.gate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.web.spi.RouteSet;
import org.opora.web.WebModule;
import org.opora.web.rendering.PageEngine;
import org.opora.web.texts.BundleResources;
import org.opora.web.texts.Lexicon;
import org.opora.web.texts.Lexicons;
import org.opora.web.texts.Resources;
import org.opora.web.texts.Words;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the routes of all bundles. A bundle's engine is made with its first set of routes and
 * dropped with its last; a set that leaves lets the requests inside finish.
 */
@Component(service = Doors.class)
public final class Doors {
  private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
  private static final Duration DRAIN = Duration.ofSeconds(5);

  /** Bundles of the house itself, which may name any path. */
  private static final Set<String> CORE =
      Set.of(
          "org.opora.web",
          "org.opora.access",
          "org.opora.calendar",
          "org.opora.case-registry",
          "org.opora.course-reports",
          "org.opora.documents",
          "org.opora.duties",
          "org.opora.operations",
          "org.opora.reports");

  private final Map<Object, Wing> wings = new LinkedHashMap<>();
  private final Map<String, PageEngine> engines = new HashMap<>();
  private final Resources shellFiles;
  private final Words words;
  private final PageEngine shell;
  private volatile RouteTable table = new RouteTable(List.of(), CORE);

  @Activate
  public Doors(@Reference Lexicons lexicons) {
    this(lexicons.shell(), lexicons.words());
  }

  Doors(Resources shellFiles, Words words) {
    this.shellFiles = shellFiles;
    this.words = words;
    this.shell = engine(WebModule.ID, shellFiles);
  }

  @Reference(
      service = RouteSet.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindRoutes(RouteSet routes, ServiceReference<RouteSet> reference) {
    add(reference, routes, new BundleResources(reference.getBundle()));
  }

  void unbindRoutes(RouteSet routes, ServiceReference<RouteSet> reference) {
    remove(reference);
  }

  /**
   * @param key whatever stands for the set
   * @param resources files of its bundle
   */
  void add(Object key, RouteSet routes, Resources resources) {
    String origin = resources.origin();
    try {
      String module = routes.module();
      synchronized (this) {
        PageEngine engine =
            origin.equals(WebModule.ORIGIN)
                ? shell
                : engines.computeIfAbsent(origin, name -> engine(module, resources));
        wings.put(key, new Wing(module, origin, routes.routes(), engine));
        rebuild();
      }
    } catch (RuntimeException broken) {
      LOG.error("The routes of {} are left out.\n{}", origin, Traces.of(broken));
    }
  }

  void remove(Object key) {
    Wing gone;
    synchronized (this) {
      gone = wings.remove(key);
      if (gone == null) {
        return;
      }
      if (wings.values().stream().noneMatch(wing -> wing.origin().equals(gone.origin()))) {
        engines.remove(gone.origin());
      }
      rebuild();
    }
    if (!gone.drain(DRAIN)) {
      LOG.warn("Requests of {} did not end in time.", gone.origin());
    }
  }

  RouteTable table() {
    return table;
  }

  /** The engine of the shell, for pages that belong to no bundle. */
  PageEngine shell() {
    return shell;
  }

  Words words() {
    return words;
  }

  private PageEngine engine(String module, Resources resources) {
    return new PageEngine(
        module, resources, new Lexicon(resources), shellFiles, words, Clock.systemUTC());
  }

  private void rebuild() {
    RouteTable next = new RouteTable(new ArrayList<>(wings.values()), CORE);
    next.refusals().stream()
        .filter(refusal -> !table.refusals().contains(refusal))
        .forEach(refusal -> LOG.error("A set of routes is refused: {}", refusal));
    table = next;
  }
}

package org.opora.registry.files.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Text;
import org.opora.api.web.spi.CaseTab;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers the tabs that installed bundles put on a case file. */
@Component(service = CaseTabs.class)
public final class CaseTabs {
  private static final Logger LOG = LoggerFactory.getLogger(CaseTabs.class);
  private final Map<Object, Offer> offers = new ConcurrentHashMap<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindTab(CaseTab tab, ServiceReference<CaseTab> reference) {
    add(reference, tab, reference.getBundle().getSymbolicName());
  }

  void unbindTab(ServiceReference<CaseTab> reference) {
    offers.remove(reference);
  }

  /**
   * @param key whatever stands for the contribution
   * @param origin symbolic name of its bundle
   */
  void add(Object key, CaseTab tab, String origin) {
    offers.put(key, new Offer(origin, tab));
  }

  /** The tabs this viewer may see, in their order. */
  List<Tab> of(Viewer viewer, CaseFileId file) {
    return offers.values().stream()
        .flatMap(offer -> tab(viewer, file, offer))
        .sorted(Comparator.comparingInt(Tab::order).thenComparing(Tab::id))
        .toList();
  }

  private static Stream<Tab> tab(Viewer viewer, CaseFileId file, Offer offer) {
    CaseTab tab = offer.tab();
    try {
      return viewer.may(tab.permission())
          ? Stream.of(
              new Tab(
                  tab.id(),
                  tab.group(),
                  tab.order(),
                  Text.of(offer.origin(), tab.title()),
                  tab.content(file)))
          : Stream.empty();
    } catch (RuntimeException broken) {
      // One module must never take the page of the others with it.
      LOG.warn("A case tab of {} is left out", offer.origin(), broken);
      return Stream.empty();
    }
  }

  /**
   * @param origin symbolic name of the bundle, whose texts hold the title
   */
  private record Offer(String origin, CaseTab tab) {}

  /**
   * @param content path of the fragment
   */
  public record Tab(String id, CaseTab.Group group, int order, Text title, String content) {
    /** Without its group a tab has no place, and takes no page with it. */
    public Tab {
      Objects.requireNonNull(group, "group");
    }
  }
}

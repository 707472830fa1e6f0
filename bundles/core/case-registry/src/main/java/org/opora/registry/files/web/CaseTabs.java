package org.opora.registry.files.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  private final Map<ServiceReference<CaseTab>, Offer> offers = new ConcurrentHashMap<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void add(CaseTab tab, ServiceReference<CaseTab> reference) {
    offers.put(reference, new Offer(reference.getBundle().getSymbolicName(), tab));
  }

  void remove(ServiceReference<CaseTab> reference) {
    offers.remove(reference);
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
                  tab.id(), tab.order(), Text.of(offer.origin(), tab.title()), tab.content(file)))
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
  public record Tab(String id, int order, Text title, String content) {}
}

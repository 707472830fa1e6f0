package org.opora.web.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.api.access.Viewer;
import org.opora.api.text.Text;
import org.opora.api.web.spi.AccountPages;
import org.opora.api.web.spi.AccountPages.Whose;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what bundles have about accounts. Their data is read once, when they arrive, and one that
 * fails keeps nobody from the others.
 */
@Component(service = AccountLinks.class)
public final class AccountLinks {
  private static final Logger LOG = LoggerFactory.getLogger(AccountLinks.class);
  private final Map<Object, List<Link>> links = new ConcurrentHashMap<>();

  @Activate
  public AccountLinks() {
    // Bundles come later.
  }

  @Reference(
      service = AccountPages.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindPages(AccountPages pages, ServiceReference<AccountPages> reference) {
    add(reference, pages, reference.getBundle().getSymbolicName());
  }

  void unbindPages(AccountPages pages, ServiceReference<AccountPages> reference) {
    links.remove(reference);
  }

  /**
   * @param key whatever stands for the contribution
   * @param origin symbolic name of its bundle
   */
  public void add(Object key, AccountPages pages, String origin) {
    try {
      links.put(key, pages.entries().stream().map(entry -> new Link(entry, origin)).toList());
    } catch (RuntimeException broken) {
      LOG.error("Pages of {} are left out: {}", origin, broken.getClass().getName());
    }
  }

  /** Those that the viewer may see, in their order. */
  List<Link> of(Viewer viewer, Whose whose) {
    return links.values().stream()
        .flatMap(List::stream)
        .filter(link -> link.entry().whose() == whose)
        .filter(link -> link.entry().permission() == null || viewer.may(link.entry().permission()))
        .sorted(
            Comparator.comparingInt((Link link) -> link.entry().order()).thenComparing(Link::href))
        .toList();
  }

  /** A page, and the bundle that has the words for it. */
  public record Link(AccountPages.Entry entry, String origin) {
    public String href() {
      return entry.href();
    }

    public Text title() {
      return Text.of(origin, entry.title());
    }

    public Text action() {
      return Text.of(origin, entry.action());
    }
  }
}

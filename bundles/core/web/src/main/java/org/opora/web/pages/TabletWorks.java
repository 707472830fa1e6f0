package org.opora.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opora.api.access.Viewer;
import org.opora.api.web.spi.TabletWork;
import org.opora.api.web.spi.TabletWork.Running;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what bundles have for tablets. One that fails keeps nobody from the others. */
@Component(service = TabletWorks.class)
public final class TabletWorks {
  private static final Logger LOG = LoggerFactory.getLogger(TabletWorks.class);
  private final List<TabletWork> works = new CopyOnWriteArrayList<>();

  @Activate
  public TabletWorks() {
    // Bundles come later.
  }

  @Reference(
      service = TabletWork.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void bindWork(TabletWork work) {
    works.add(work);
  }

  public void unbindWork(TabletWork work) {
    works.remove(work);
  }

  /** What ends first stands first. */
  List<Running> running(Viewer viewer) {
    List<Running> all = new ArrayList<>();
    for (TabletWork work : works) {
      try {
        all.addAll(work.running(viewer));
      } catch (RuntimeException broken) {
        LOG.error("What runs is left out of the tablet: {}", broken.getClass().getName());
      }
    }
    all.sort(
        Comparator.comparing(Running::until, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Running::title)
            .thenComparing(Running::href));
    return all;
  }
}

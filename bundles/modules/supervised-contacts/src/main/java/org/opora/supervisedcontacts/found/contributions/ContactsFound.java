package org.opora.supervisedcontacts.found.contributions;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.search.spi.SearchDoor;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans and requests are found by whoever finds them in the lists of the module. */
@Component
public final class ContactsFound implements SearchDoor {
  private final PlanReader plans;
  private final RequestReader requests;

  @Activate
  public ContactsFound(@Reference PlanReader plans, @Reference RequestReader requests) {
    this.plans = plans;
    this.requests = requests;
  }

  @Override
  public String origin() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public Set<UUID> known(Viewer viewer, Collection<UUID> sources) {
    Set<UUID> known = new HashSet<>(plans.known(viewer, sources));
    known.addAll(requests.known(viewer, sources));
    return known;
  }
}

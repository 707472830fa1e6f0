package org.opora.calendar.views.application;

import java.util.List;
import java.util.Optional;
import org.opora.api.calendar.spi.AppointmentKind;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The bundles that are here now, and which of their appointments can be moved. */
@Component(service = Kinds.class)
public final class Kinds {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<AppointmentKind> kinds = List.of();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Module> modules = List.of();

  /** With these. */
  public Kinds with(List<AppointmentKind> brought, List<Module> here) {
    kinds = List.copyOf(brought);
    modules = List.copyOf(here);
    return this;
  }

  Optional<AppointmentKind> find(String origin, String kind) {
    return kinds.stream()
        .filter(one -> one.origin().equals(origin) && one.kind().equals(kind))
        .findFirst();
  }

  /** A page of a bundle that is not here cannot be opened. */
  boolean here(String origin) {
    return modules.stream().anyMatch(module -> module.id().equals(origin));
  }
}

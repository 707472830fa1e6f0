package org.opora.operations.health.application;

import java.util.Arrays;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * The parts of the house itself: every component of every core bundle and law pack. Modules are not
 * among them; they have states of their own.
 */
@Component(service = HouseParts.class)
public final class HouseParts {
  private static final String OURS = "org.opora.";
  private static final String MODULE_HEADER = "Opora-Module";

  private final BundleContext context;
  private final ServiceComponentRuntime components;

  @Activate
  public HouseParts(BundleContext context, @Reference ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
  }

  /** Name of a part that does not work yet, for the log; empty when the house is whole. */
  public Optional<String> missing() {
    return Arrays.stream(context.getBundles())
        .filter(HouseParts::core)
        .flatMap(bundle -> missing(bundle).stream())
        .findFirst();
  }

  private Optional<String> missing(Bundle bundle) {
    if (bundle.getState() != whole(bundle)) {
      return Optional.of(bundle.getSymbolicName());
    }
    return components.getComponentDescriptionDTOs(bundle).stream()
        .filter(part -> !works(part))
        .map(part -> part.name)
        .findFirst();
  }

  /** A fragment works as a part of its host; nobody can start it. */
  private static int whole(Bundle bundle) {
    return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null
        ? Bundle.ACTIVE
        : Bundle.RESOLVED;
  }

  private boolean works(ComponentDescriptionDTO part) {
    var configurations = components.getComponentConfigurationDTOs(part);
    return !configurations.isEmpty()
        && configurations.stream()
            .allMatch(
                each ->
                    each.state == ComponentConfigurationDTO.ACTIVE
                        // Made when somebody asks for it.
                        || !part.immediate && each.state == ComponentConfigurationDTO.SATISFIED);
  }

  private static boolean core(Bundle bundle) {
    String name = bundle.getSymbolicName();
    String module = bundle.getHeaders("").get(MODULE_HEADER);
    return name != null && name.startsWith(OURS) && (module == null || module.isEmpty());
  }
}

package org.opora.operations.health.application;

import java.util.Comparator;
import java.util.List;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.health.spi.HealthCheck.Level;
import org.opora.operations.demo.application.DemoCentre;
import org.opora.operations.modules.application.ModuleManager;
import org.opora.operations.shared.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ready: every part of the house works, wanted modules are settled, and no required check fails.
 */
@Component(service = Readiness.class)
public class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<HealthCheck> checks = List.of();

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile ModuleManager modules;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile DemoCentre demo;

  private final boolean demoWished;
  private final HouseParts parts;

  @Activate
  public Readiness(BundleContext context, @Reference HouseParts parts) {
    this.parts = parts;
    demoWished = context.getProperty("opora.demo") != null;
  }

  /** A check with what it found. */
  public record Finding(String id, HealthCheck.Result result) {}

  public boolean ready() {
    ModuleManager manager = modules;
    return manager != null
        && manager.settled()
        // Before the parts: to look through them all takes long, and nobody waits for them yet.
        && demoMade()
        && parts.missing().isEmpty()
        && checks.stream()
            .filter(HealthCheck::requiredForReady)
            .allMatch(check -> check(check).result().level() != Level.FAULT);
  }

  private boolean demoMade() {
    DemoCentre centre = demo;
    return !demoWished || centre != null && centre.settled();
  }

  /** Every check, in order of its code. */
  public List<Finding> findings() {
    return checks.stream()
        .sorted(Comparator.comparing(HealthCheck::id))
        .map(Readiness::check)
        .toList();
  }

  private static Finding check(HealthCheck check) {
    try {
      return new Finding(check.id(), check.check());
    } catch (RuntimeException broken) {
      LOG.warn("The health check {} failed", check.id(), broken);
      return new Finding(
          check.id(), new HealthCheck.Result(Level.FAULT, Words.of("health.broken", check.id())));
    }
  }
}
